/** The two kinds of database: one embedded in a new folder, one a PostgreSQL server that asks the disk as it does by default. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startPostgresServer } from '../../test/support/postgres-server.ts';

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
  const server = await startPostgresServer({ databaseDir: newFolder(), isDurable: true });
  let made = 0;
  return {
    kinds: [
      { name: 'PGlite', create: async () => await Promise.resolve({ databaseUrl: null, dataDir: newFolder() }) },
      { name: 'PostgreSQL', create: async () => ({ databaseUrl: await createDatabase(server.url, `bench_${++made}`), dataDir: newFolder() }) },
    ],
    async remove() {
      await server.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
