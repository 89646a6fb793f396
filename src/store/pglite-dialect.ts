/**
 * kysely's own PGlite driver hands one connection to everybody and keeps the open transaction on it: what another
 * caller sends meanwhile would run inside that transaction, and a second transaction would never end. Here everybody
 * gets a connection of their own; PGlite itself makes a transaction wait for its turn, and everyone else for it.
 */
import { PGliteDialect, PGliteDriver, type DatabaseConnection, type Driver, type PGliteDialectConfig } from 'kysely';

type Instance = Exclude<PGliteDialectConfig['pglite'], (...asked: never) => unknown>;

export class SharedPGliteDialect extends PGliteDialect {
  readonly #pglite: Instance;

  constructor(pglite: Instance) {
    super({ pglite });
    this.#pglite = pglite;
  }

  override createDriver(): Driver {
    return new SharedPGliteDriver(this.#pglite);
  }
}

class SharedPGliteDriver extends PGliteDriver {
  readonly #pglite: Instance;

  constructor(pglite: Instance) {
    super({ pglite });
    this.#pglite = pglite;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const single = new PGliteDriver({ pglite: this.#pglite });
    await single.init();
    return await single.acquireConnection();
  }

  override async destroy(): Promise<void> {
    // The queue works on the same instance: who opened it closes it, once nobody needs it.
  }
}
