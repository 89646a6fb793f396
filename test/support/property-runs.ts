/** How often a property is tried, and from which seed: few at the desk, more in CI, many in the long run. */
const { CI, UNPAUSE_LONG, UNPAUSE_SEED } = process.env;

export const seed = Number(UNPAUSE_SEED ?? 20_261_121);

/** The number of runs for where the tests run now. */
export function runs({ desk, ci, long }: { desk: number; ci: number; long: number }): number {
  if (UNPAUSE_LONG !== undefined) return long;
  return CI === undefined ? desk : ci;
}
