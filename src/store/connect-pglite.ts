import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types, type PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Connection } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { queueSchemaName, schemaName } from './schema-names.ts';
import type { Database, Tables } from './tables.ts';

/**
 * Process size with an open database, Node 24, x64: 338 MiB as PGlite comes (128 MiB of shared buffers), 203 with
 * 8 MiB of them, 194 with everything else at its lowest too, so the rest stays as it is. What remains is the program
 * itself: its compiled code, and the 128 MiB of memory it was built to begin with and will not start with less of.
 * The very first start also runs initdb, whose 200 MiB go back only with the process.
 *
 * `relaxedDurability` stays off: a statement is answered once its log is with the operating system, so that nothing
 * acknowledged is lost by `kill -9`. A power cut is another matter: PGlite never asks the disk itself (no fsync).
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The options that every instance needs, in a folder or in memory. */
export const pgliteOptions: PGliteOptions = { startParams, parsers: { [types.INT8]: Number } };

/** Opens the embedded database in a folder, alone; made anew where there is none. */
export async function connectFolder(dataDir: string): Promise<Connection> {
  const lock = await lockFolder(dataDir);
  try {
    const connection = connectPGlite(await openFolder(dataDir));
    return {
      ...connection,
      close: async () => {
        await connection.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw new Error(`The embedded database in ${dataDir} could not be opened.`, { cause: error });
  }
}

/** A process that ends in the middle of initdb would leave half a database: it takes its name once it is whole. */
async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'database');
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const made = await PGlite.create({ ...pgliteOptions, dataDir: unfinished });
    await made.close();
    renameSync(unfinished, folder);
  }
  return await PGlite.create({ ...pgliteOptions, dataDir: folder });
}

/** The same on an instance that is open already; closing the connection closes it. */
export function connectPGlite(pglite: PGlite): Connection {
  const whole = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kind: 'pglite',
    database: whole.withSchema(schemaName),
    boss: { backend: 'pglite', db: fromPglite(pglite) },
    keepUp: async () => {
      await keepUp(whole);
    },
    close: async () => {
      await pglite.close();
    },
  };
}

/**
 * What a server's background processes do: PGlite has none. Without checkpoints its log grows for ever (300 updates
 * of 5,000 rows left 900 MB), without vacuum its tables do, and what was only ever added to is searched as if it were empty.
 * Table by table, as everybody waits meanwhile.
 */
async function keepUp(database: Database): Promise<void> {
  // The counts of what was written last would come in with the next statement after a second.
  await sql`select pg_stat_force_next_flush()`.execute(database);
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
    where schemaname in (${schemaName}, ${queueSchemaName}) and (n_dead_tup > 500 + n_live_tup / 10 or n_ins_since_vacuum > 1000 + n_live_tup / 5)
  `.execute(database);
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.raw(name)}`.execute(database);
  await sql`checkpoint`.execute(database);
}
