import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCalendarDate } from '../../src/config/calendar-date.ts';

describe('parseCalendarDate', () => {
  it.each([
    ['2026-12-24', { year: 2026, month: 12, day: 24 }],
    [' 2026-01-01 ', { year: 2026, month: 1, day: 1 }],
    ['2028-02-29', { year: 2028, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('reads %j', (text, date) => {
    expect(parseCalendarDate(text)).toEqual(date);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-05-00', '26-05-01', '2026-5-1', '2026-05-01T00:00', 'soon', ''])(
    'refuses %j',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull();
    },
  );

  it('agrees with the calendar of the language on every day', () => {
    const days = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
    fc.assert(fc.property(days, ([year, month, day]) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(parseCalendarDate(text)).toEqual(exists ? { year, month, day } : null);
    }), { numRuns: 2000 });
  });
});
