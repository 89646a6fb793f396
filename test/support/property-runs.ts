/** How often a property is tried, and from which seed: few at the desk, more in CI, many in the long run. */
import fc from 'fast-check';

const { CI, UNPAUSE_LONG, UNPAUSE_SEED } = process.env;

export const seed = Number(UNPAUSE_SEED ?? 20_261_121);

/** The number of runs for where the tests run now. */
export function runs({ desk, ci, long }: { desk: number; ci: number; long: number }): number {
  if (UNPAUSE_LONG !== undefined) return long;
  return CI === undefined ? desk : ci;
}

/** Shrinking what takes a second each time has to end; in the long run nothing is cut short. In milliseconds. */
const patience = UNPAUSE_LONG === undefined ? 90_000 : undefined;

/** Tries an asynchronous property whose runs are slow. */
export async function checkSlowly(counts: { desk: number; ci: number; long: number }, property: fc.IAsyncProperty<unknown>): Promise<void> {
  await fc.assert(property, { numRuns: runs(counts), seed, ...(patience !== undefined && { interruptAfterTimeLimit: patience }) });
}
