// Jest's globalTeardown.
import { rmSync } from 'node:fs';

/** Stops the PostgreSQL of the tests, and removes what they put into their folder. */
export default async function tearDown() {
  await globalThis.unpauseTestPostgres?.stop();
  const { UNPAUSE_TEST_RUN: folder } = process.env;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
