import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { ladderStep } from '../support/histories.ts';
import { harmed, lived } from '../support/lives.ts';
import { runs, seed } from '../support/property-runs.ts';
import { expectFoldedAnew, expectRebuilt, expectSame, histories, isTold, ladders, saidOfIt } from '../support/whole-lives.ts';

describe('any history of an RFC on the ladder', () => {
  it.each([
    { what: 'short', least: 1, longest: 10, numRuns: runs({ desk: 500, ci: 10_000, long: 100_000 }) },
    { what: 'long', least: 10, longest: 40, numRuns: runs({ desk: 30, ci: 100, long: 7_000 }) },
  ])(`keeps every law, $numRuns $what ones (seed ${seed})`, ({ least, longest, numRuns }) => {
    fc.assert(
      fc.property(fc.constantFrom(...ladders), histories(ladderStep, { minLength: least, maxLength: longest }), (world, steps) => {
        const undisturbed = steps.map(([step]) => step);
        const [life, harmedLife] = [lived(world, undisturbed), harmed(world, steps)];
        expectFoldedAnew(life);
        const told = undisturbed.filter(isTold);
        expectRebuilt(told.length === steps.length ? life : lived(world, told));
        expectSame(saidOfIt, harmedLife, life);
      }),
      { numRuns, seed },
    );
  });
});
