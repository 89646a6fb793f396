// Jest's globalSetup.
import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import buildWhenStale from './build-when-stale.js';
import { startPostgresServer } from './postgres-server.ts';

/** What all tests together put there at once is far less. */
const roomNeeded = 4 * 2 ** 30;
const inMemory = '/dev/shm';

/**
 * Builds what the tests run, makes the folder in which they and their processes put what they need (in memory where there
 * is room), and starts one PostgreSQL for all of them.
 */
export default async function setUp() {
  buildWhenStale();
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'unpause-tests-'));
  // PostgreSQL does not run as root, and has to reach its data there as somebody else.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  const postgres = await startPostgresServer({ databaseDir: join(folder, 'postgres'), isDurable: false });
  process.env.UNPAUSE_TEST_POSTGRES = postgres.url;
  // For the teardown, which runs in the same process.
  globalThis.unpauseTests = { folder, postgres };
}

function hasRoom(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomNeeded;
}
