import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.ts';
import type { Log } from './log.ts';
import { schemaName } from './schema-names.ts';
import type { Tables } from './tables.ts';

/** The 64-bit integer, as PostgreSQL numbers its types. */
const int8 = 20;

/** Ids and counts fit a number; the driver would hand out text, as 2 ** 63 does not. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): ((text: string) => unknown) => (id === int8 ? Number : anyParser(id, format)),
};

const anyParser = pg.types.getTypeParser as (id: number, format?: 'text' | 'binary') => (text: string) => unknown;

/** Ten connections for us, three for the queue, and one that listens. Nothing is opened before it is needed. */
export function connectPostgres(databaseUrl: string, log: Log): Connection {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, types, connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'unpause' });
  // An idle connection that breaks is replaced; without a listener its error would end the process.
  pool.on('error', (error) => {
    log.warn({ err: error }, 'a connection to the database broke');
  });
  // Of one that is in use, whoever uses it hears with its next statement.
  pool.on('connect', (client) => {
    client.on('error', ignore);
  });
  const whole = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    database: whole.withSchema(schemaName),
    boss: { connectionString: databaseUrl, max: 3, application_name: 'unpause-queue' },
    async keepUp() {
      // The server vacuums and writes checkpoints by itself.
    },
    close: async () => {
      await whole.destroy();
    },
  };
}

function ignore(): void {
  // The pool's own listener, or the statement that fails, tells of it.
}
