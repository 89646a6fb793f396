import { sql } from 'kysely';
import { connectFolder } from './connect-pglite.ts';
import { connectPostgres } from './connect-postgres.ts';
import type { Connection } from './connection.ts';
import { openLookQueue, type LookQueue } from './look-queue.ts';
import type { Log } from './log.ts';
import { migrate } from './migrations/migrate.ts';
import { usualTimes, type QueueTimes } from './queue-times.ts';
import type { Database } from './tables.ts';

export interface Store {
  database: Database;
  queue: LookQueue;
  kind: 'pglite' | 'postgres';
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  /** Stops the queue (looks in hand are finished first), then closes the database and gives its folder back. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** A PostgreSQL; null: an embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  log: Log;
  /** The queue's times where they are not the usual ones. */
  times?: Partial<QueueTimes>;
}

/** How often the embedded database is looked after. */
const keepUpEvery = 60_000;

/** Opens the database, brings it up to date, and has the queue ready; nothing is worked on yet. */
export async function openStore({ databaseUrl, dataDir, log, times = {} }: StoreOptions): Promise<Store> {
  const connection = databaseUrl === null ? await connectFolder(dataDir) : connectPostgres(databaseUrl, log);
  return await openStoreOn(connection, { log, times });
}

/** The same on a connection that is there already; it is closed with the store, also where the store does not open. */
export async function openStoreOn(connection: Connection, { log, times = {} }: { log: Log; times?: Partial<QueueTimes> }): Promise<Store> {
  const { database, kind } = connection;
  const ping = async () => {
    await sql`select 1`.execute(database);
  };
  try {
    await reach(ping);
    await migrate(database);
    const queue = await openLookQueue(connection, { times: { ...usualTimes, ...times }, log });
    const keepUp = setInterval(() => {
      connection.keepUp().catch((error: unknown) => {
        log.error({ err: error }, 'the embedded database could not be looked after');
      });
    }, keepUpEvery).unref();
    return {
      database,
      queue,
      kind,
      ping,
      close: async () => {
        await queue.stop();
        clearInterval(keepUp);
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function reach(ping: () => Promise<void>): Promise<void> {
  try {
    await ping();
  } catch (error) {
    throw new Error('The database does not answer. Does DATABASE_URL name a running PostgreSQL, its user and its password?', { cause: error });
  }
}
