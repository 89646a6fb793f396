/**
 * Real databases for tests: an embedded one in a folder of its own, and a PostgreSQL server that comes with the
 * development dependencies. Each is brought up to date once in a test file; every `create` is a fresh copy of that.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import type { Log } from '../../src/store/log.ts';
import { startPostgresServer, type PostgresServer } from './postgres-server.ts';

export interface TestDatabase {
  /** How a store is opened on it, several times one after the other, on PostgreSQL also at once. */
  options: StoreOptions;
  remove(): Promise<void>;
}

export interface TestDatabases {
  /** `PGlite` or `PostgreSQL`. */
  name: string;
  /** Whether several processes may work on one. */
  isShared: boolean;
  start(): Promise<void>;
  create(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

/** A log that nobody reads. */
export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Tests look at what happened, not at what was said about it.
}

/** For `describe.each`, with `start` and `stop` around all tests. */
export const databases: readonly TestDatabases[] = [embedded(), server()];

const { CI, UNPAUSE_LONG } = process.env;

/** For long stories, which take little notice of the database: both in CI, and the embedded one alone at the desk. */
export const databasesOfStories: readonly TestDatabases[] = CI === undefined && UNPAUSE_LONG === undefined ? databases.slice(0, 1) : databases;

function embedded(): TestDatabases {
  let template = '';
  return {
    name: 'PGlite',
    isShared: false,
    async start() {
      template = newFolder();
      const store = await openStore({ databaseUrl: null, dataDir: template, log: silentLog });
      await store.close();
    },
    async create() {
      const dataDir = newFolder();
      cpSync(join(template, 'database'), join(dataDir, 'database'), { recursive: true });
      return await Promise.resolve({ options: { databaseUrl: null, dataDir, log: silentLog }, remove: removal(dataDir) });
    },
    stop: async () => {
      await removal(template)();
    },
  };
}

function server(): TestDatabases {
  let running: PostgresServer | null = null;
  let made = 0;
  return {
    name: 'PostgreSQL',
    isShared: true,
    async start() {
      running = await startPostgres();
      const store = await openStore({ databaseUrl: await running.createDatabase('template_unpause'), dataDir: '', log: silentLog });
      await store.close();
    },
    async create() {
      if (running === null) throw new Error('the server was not started');
      const databaseUrl = await running.createDatabase(`unpause_${++made}`, 'template_unpause');
      return { options: { databaseUrl, dataDir: '', log: silentLog }, remove: removal(null) };
    },
    async stop() {
      await running?.stop();
    },
  };
}

/** A fresh database with an open store for each test of the `describe` it is called in. */
export function useStore(kind: TestDatabases): { database: () => Store['database']; store: () => Store } {
  const place = useDatabase(kind);
  let store: Store | null = null;
  beforeEach(async () => {
    store = await openStore(place().options);
  });
  afterEach(async () => {
    await store?.close();
  });
  const current = (): Store => {
    if (store === null) throw new Error('no test is running');
    return store;
  };
  return { store: current, database: () => current().database };
}

/** One database for all tests of the `describe` it is called in, filled once: for tests that only read. */
export function useSharedStore(kind: TestDatabases, fill: (database: Store['database']) => Promise<void>): { database: () => Store['database'] } {
  const opened: { place: TestDatabase; store: Store }[] = [];
  beforeAll(async () => {
    await kind.start();
    const place = await kind.create();
    const store = await openStore(place.options);
    opened.push({ place, store });
    await fill(store.database);
  });
  afterAll(async () => {
    for (const { place, store } of opened) {
      await store.close();
      await place.remove();
    }
    await kind.stop();
  });
  return {
    database() {
      const [first] = opened;
      if (first === undefined) throw new Error('no test is running');
      return first.store.database;
    },
  };
}

/** A fresh database for each test of the `describe` it is called in; no store is open on it. */
export function useDatabase(kind: TestDatabases): () => TestDatabase {
  let place: TestDatabase | null = null;
  beforeAll(() => kind.start());
  afterAll(() => kind.stop());
  beforeEach(async () => {
    place = await kind.create();
  });
  afterEach(async () => {
    await place?.remove();
  });
  return () => {
    if (place === null) throw new Error('no test is running');
    return place;
  };
}

/** A PostgreSQL server for a test file, which stops it. */
export async function startPostgres(): Promise<PostgresServer> {
  return await startPostgresServer({ databaseDir: newFolder(), isDurable: false });
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder for a test's data; it goes when the test file is done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unpause-test-'));
  folders.push(folder);
  return folder;
}

function removal(folder: string | null): () => Promise<void> {
  return async () => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    await Promise.resolve();
  };
}
