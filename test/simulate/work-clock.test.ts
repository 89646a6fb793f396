import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, isWorkTime, whenWorked, worked } from '../../scripts/simulate/work-clock.ts';
import { isWorkingTime } from '../../src/decision/working-time.ts';

const instant = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') });

describe('the work clock', () => {
  it.each([
    ['a Monday morning', '2026-01-05T09:00:00Z', '2026-01-05T10:30:00Z', 90],
    ['a night', '2026-01-05T17:00:00Z', '2026-01-06T09:00:00Z', 0],
    ['a weekend', '2026-01-09T16:00:00Z', '2026-01-12T10:00:00Z', 120],
    ['a week', '2026-01-05T00:00:00Z', '2026-01-12T00:00:00Z', 2400],
  ])('counts the minutes worked in %s', (_, from, until, minutes) => {
    expect(worked(Date.parse(until)) - worked(Date.parse(from))).toBe(minutes);
  });

  it('finds the instant by which so much was worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (minutes) => {
        expect(worked(whenWorked(minutes))).toBe(minutes);
        expect(isWorkTime(whenWorked(minutes))).toBe(true);
      }),
    );
  });

  it('works when Unpause thinks that people work', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(isWorkTime(at)).toBe(isWorkingTime(calendar, new Date(at)));
      }),
    );
  });
});
