/**
 * Real databases for tests: an embedded one in a folder of its own, and those of the PostgreSQL server that runs beside
 * the tests (`set-up.js`). Each is brought up to date once; every `create` is a fresh copy of that.
 */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { sql } from 'kysely';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import { silentLog } from '../../src/store/log.ts';
import { schemaName } from '../../src/store/schema-names.ts';
import { createDatabase, dropDatabase, hasDatabase, renameDatabase } from './postgres-server.ts';

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
  /** Makes what `create` copies, once for all test files of a worker. */
  start(): Promise<void>;
  create(): Promise<TestDatabase>;
}

/** The PostgreSQL of the tests, of no database in particular. */
export const postgresUrl = process.env.UNPAUSE_TEST_POSTGRES ?? '';

const postgres = server();

/** For `describe.each`, with `start` before all tests. */
export const databases: readonly TestDatabases[] = [embedded(), postgres];

/** For tests that take no notice of the database: it answers in half the time. */
export const someDatabase: TestDatabases = postgres;

const { CI, UNPAUSE_LONG } = process.env;

/** For long stories, which take little notice of the database: both in CI, and one alone at the desk. */
export const databasesOfStories: readonly TestDatabases[] = CI === undefined && UNPAUSE_LONG === undefined ? [someDatabase] : databases;

function embedded(): TestDatabases {
  let template = '';
  return {
    name: 'PGlite',
    isShared: false,
    async start() {
      template = await embeddedTemplate();
    },
    async create() {
      const dataDir = newFolder();
      cpSync(join(template, 'database'), join(dataDir, 'database'), { recursive: true });
      return await Promise.resolve({ options: { databaseUrl: null, dataDir, log: silentLog }, remove: removal(dataDir) });
    },
  };
}

async function embeddedTemplate(): Promise<string> {
  // The folder of this run, which the set-up made.
  const kept = join(tmpdir(), `template-${process.env.JEST_WORKER_ID}`);
  if (existsSync(kept)) return kept;
  const made = newFolder();
  const store = await openStore({ databaseUrl: null, dataDir: made, log: silentLog });
  await store.close();
  renameSync(made, kept);
  return kept;
}

function server(): TestDatabases {
  const template = `template_${process.env.JEST_WORKER_ID}`;
  return {
    name: 'PostgreSQL',
    isShared: true,
    async start() {
      if (await hasDatabase(postgresUrl, template)) return;
      const unfinished = `${template}_unfinished`;
      const store = await openStore({ databaseUrl: await createDatabase(postgresUrl, unfinished), dataDir: '', log: silentLog });
      await store.close();
      await renameDatabase(postgresUrl, unfinished, template);
    },
    async create() {
      const databaseUrl = await createDatabase(postgresUrl, `unpause_${randomUUID()}`, template);
      return {
        options: { databaseUrl, dataDir: '', log: silentLog },
        remove: async () => {
          await dropDatabase(databaseUrl);
        },
      };
    },
  };
}

/** An open store for all tests of the `describe` it is called in, empty at the beginning of each. */
export function useStore(kind: TestDatabases): { database: () => Store['database'] } {
  const { database: shared } = useSharedStore(kind, async () => await Promise.resolve());
  let current: Store['database'] | null = null;
  beforeEach(async () => {
    await empty(shared());
    // A handle of its own: what the process remembers of a database, it remembers of a handle.
    current = shared().withSchema(schemaName);
  });
  return {
    database() {
      if (current === null) throw new Error('no test is running');
      return current;
    },
  };
}

/** Leaves the tables, and what migrations put there. The queue has nothing in it where nobody works. */
async function empty(database: Store['database']): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema = ${schemaName} and table_name not like 'kysely%'`.execute(database);
  for (const { name } of rows) await sql`delete from ${sql.raw(name)}`.execute(database);
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
