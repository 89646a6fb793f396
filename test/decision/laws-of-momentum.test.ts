import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { historyStep, quietStep } from '../support/histories.ts';
import { harmed, lived } from '../support/lives.ts';
import { runs, seed } from '../support/property-runs.ts';
import { expectFoldedAnew, expectRebuilt, expectSame, expectSameBroughtAbout, histories, isTold, plain, said } from '../support/whole-lives.ts';

describe('any history of an RFC', () => {
  it.each([
    { what: 'short', step: historyStep, least: 1, longest: 8, numRuns: runs({ desk: 1_500, ci: 10_000, long: 100_000 }) },
    { what: 'long', step: historyStep, least: 1, longest: 40, numRuns: runs({ desk: 20, ci: 60, long: 2_000 }) },
    { what: 'quiet', step: quietStep, least: 10, longest: 25, numRuns: runs({ desk: 60, ci: 300, long: 5_000 }) },
  ])(`keeps every law, $numRuns $what ones (seed ${seed})`, ({ step: anyStep, least, longest, numRuns }) => {
    fc.assert(
      fc.property(histories(anyStep, { minLength: least, maxLength: longest }), (steps) => {
        const undisturbed = steps.map(([step]) => step);
        const [life, harmedLife] = [lived(plain, undisturbed), harmed(plain, steps)];
        expectFoldedAnew(life);
        const told = undisturbed.filter(isTold);
        const isAllTold = told.length === steps.length;
        expectRebuilt(isAllTold ? life : lived(plain, told));
        expectSame(said, harmedLife, life);
        // When a push was seen changes what the RFC waited for when somebody spoke.
        if (isAllTold) expectSameBroughtAbout(harmedLife, life);
      }),
      { numRuns, seed },
    );
  });
});
