import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { earliestStart, stillCounted, type Spending } from '../../src/github/sliding-window.ts';
import { runs, seed } from '../support/property-runs.ts';

const window = { limit: 3, span: 1000 };

describe('earliestStart', () => {
  it.each<[string, Spending[], number]>([
    ['nothing was spent', [], 5000],
    ['there is room', [{ units: 2, endedAt: 4900 }], 5000],
    ['the window is full', [{ units: 2, endedAt: 4500 }, { units: 1, endedAt: 4900 }], 5500],
    ['what fills it is under way', [{ units: 3, endedAt: null }], 6000],
    ['it was full, and has moved on', [{ units: 3, endedAt: 4000 }], 5000],
  ])('is right where %s', (_case, spendings, start) => {
    expect(earliestStart(spendings, window, 1, 5000)).toBe(start);
  });

  it('keeps every window within the limit, wherever a request is counted', () => {
    const requests = fc.array(fc.record({ units: fc.integer({ min: 1, max: 3 }), gap: fc.nat(400), takes: fc.nat(700), at: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 60 });
    fc.assert(
      fc.property(requests, (list) => {
        const sent: { at: number; units: number }[] = [];
        let spendings: Spending[] = [];
        let now = 0;
        for (const { units, gap, takes, at } of list) {
          now = earliestStart(spendings, window, units, now + gap);
          sent.push({ at: now + Math.floor(takes * at), units });
          now += takes;
          spendings = [...stillCounted(spendings, window.span, now), { units, endedAt: now }];
        }
        for (const { at: end } of sent) {
          const inside = sent.filter(({ at }) => at > end - window.span && at <= end).reduce((sum, { units }) => sum + units, 0);
          expect(inside).toBeLessThanOrEqual(window.limit);
        }
      }),
      { seed, numRuns: runs({ desk: 200, ci: 1000, long: 20_000 }) },
    );
  });
});
