import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile, shareOf } from '../../../src/decision/vitality/percentile.ts';
import { runs, seed } from '../../support/property-runs.ts';

/** Tries every number, and takes the smallest that enough of the others do not exceed. */
function slowly(numbers: readonly number[], share: number): number {
  const enough = numbers.filter((candidate) => numbers.filter((number) => number <= candidate).length >= share * numbers.length);
  return Math.min(...enough);
}

describe('percentile', () => {
  it.each<[number[], number, number | null]>([
    [[], 0.5, null],
    [[1, 2, 3, 4], 0.5, null],
    [[5, 4, 3, 2, 1], 0.5, 3],
    [[1, 2, 3, 4, 5], 0.9, 5],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 10], 0.9, 1],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
    [[2, 2, 2, 2, 2], 0, 2],
  ])('of %j at %f is %p', (numbers, share, expected) => {
    expect(percentile(numbers, share)).toBe(expected);
  });

  it('agrees with a slow reference, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 60 }), fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9, 1), (numbers, share) => {
        expect(percentile(numbers, share)).toBe(slowly(numbers, share));
        expect(percentile(numbers.toReversed(), share)).toBe(percentile(numbers, share));
      }),
      { numRuns: runs({ desk: 300, ci: 2000, long: 20_000 }), seed },
    );
  });
});

describe('shareOf', () => {
  it.each<[number, number, number | null]>([[1, 4, null], [0, 5, 0], [3, 6, 0.5], [7, 7, 1]])('of %d in %d is %p', (part, whole, expected) => {
    expect(shareOf(part, whole)).toBe(expected);
  });
});
