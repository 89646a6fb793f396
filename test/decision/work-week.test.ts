import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openWorkWeek, weekdayOf } from '../../src/decision/work-week.ts';
import { dateText } from '../../src/decision/zone-days.ts';
import { runs, seed } from '../support/property-runs.ts';

const days = fc.integer({ min: -1000, max: 30_000 });

describe('openWorkWeek', () => {
  it('counts as one does day by day', () => {
    const weekends = fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 });
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 60 }), weekends, fc.array(fc.integer({ min: 0, max: 80 })), (from, length, weekend, free) => {
      const week = openWorkWeek({ weekend, holidays: free.map((ahead) => dateText(from + ahead)) });
      const worked = Array.from({ length: 700 }, (_, ahead) => from + ahead).filter((day) => !weekend.includes(weekdayOf(day)) && !free.includes(day - from));
      expect(worked.every(week.isWorkday)).toBe(true);
      expect(week.count(from, from + length)).toBe(worked.filter((day) => day < from + length).length);
      expect(week.nth(from, length)).toBe(worked[length]);
    }), { numRuns: runs({ desk: 500, ci: 5000, long: 50_000 }), seed });
  });

  it('says so where no day is worked on', () => {
    expect(() => openWorkWeek({ weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] })).toThrow(/at least one day/);
  });
});

describe('weekdayOf', () => {
  it('agrees with the calendar', () => {
    fc.assert(fc.property(days, (day) => {
      expect(weekdayOf(day) % 7).toBe(new Date(day * 864e5).getUTCDay());
    }));
  });
});
