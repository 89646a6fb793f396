// Jest's globalTeardown.
import { rmSync } from 'node:fs';

/** Stops the PostgreSQL of the tests, and removes what they put into their folder. */
export default async function tearDown() {
  const { folder, postgres } = globalThis.unpauseTests;
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
