import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBegun, isInPeriod, lastPeriods, periodAt, wholeOf } from '../../../src/decision/vitality/period.ts';
import { seed } from '../../support/property-runs.ts';

describe('periods', () => {
  it.each<[string, 'month' | 'quarter', number, [string, string, string]]>([
    ['2026-11-21T12:00:00Z', 'quarter', 0, ['2026-Q4', '2026-10-01', '2027-01-01']],
    ['2026-11-21T12:00:00Z', 'quarter', 4, ['2025-Q4', '2025-10-01', '2026-01-01']],
    ['2026-01-01T00:00:00Z', 'quarter', 1, ['2025-Q4', '2025-10-01', '2026-01-01']],
    ['2026-01-31T23:59:59Z', 'month', 0, ['2026-01', '2026-01-01', '2026-02-01']],
    ['2026-03-31T10:00:00Z', 'month', 1, ['2026-02', '2026-02-01', '2026-03-01']],
    ['2026-03-31T10:00:00Z', 'month', 3, ['2025-12', '2025-12-01', '2026-01-01']],
  ])('at %s, by %s, %d back, is %j', (moment, every, back, [name, from, until]) => {
    expect(periodAt(new Date(moment), every, back)).toEqual({ name, from: new Date(from), until: new Date(until), timezone: 'UTC' });
  });

  it('follow each other without a gap, and hold every moment once', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom('month' as const, 'quarter' as const), (now, every) => {
        const periods = lastPeriods(now, every, 9);
        periods.slice(1).forEach((period, index) => {
          expect(period.from).toEqual(periods[index]?.until);
        });
        expect(periods.filter((period) => isInPeriod(now.toISOString(), period))).toEqual([periods.at(-1)]);
      }),
      { seed },
    );
  });

  it.each<[string, boolean]>([
    ['2026-09-30T23:59:59Z', false],
    ['2026-10-01T00:00:00Z', true],
    ['2026-10-01T00:00:00.000Z', true],
    ['2026-12-31T23:59:59.999Z', true],
    ['2027-01-01T00:00:00Z', false],
  ])('tell whether %s is in one: %p', (at, expected) => {
    expect(isInPeriod(at, periodAt(new Date('2026-11-21'), 'quarter'))).toBe(expected);
  });

  it.each<[string, string, string, { first: string; next: string }]>([
    ['UTC', '2026-10-01T00:00:00Z', '2026-11-21T23:59:59Z', { first: '2026-10-01', next: '2026-11-22' }],
    ['UTC', '2026-10-01T00:00:00Z', '2027-02-01T00:00:00Z', { first: '2026-10-01', next: '2027-01-01' }],
    ['Europe/Berlin', '2026-09-30T22:00:00Z', '2026-11-21T23:00:00Z', { first: '2026-10-01', next: '2026-11-23' }],
    ['America/New_York', '2026-10-01T04:00:00Z', '2026-11-22T04:59:59Z', { first: '2026-10-01', next: '2026-11-22' }],
  ])('know the days that have begun in %s since %s at %s', (timezone, from, now, expected) => {
    const ends = { UTC: '2027-01-01T00:00:00Z', 'Europe/Berlin': '2026-12-31T23:00:00Z', 'America/New_York': '2027-01-01T05:00:00Z' }[timezone] ?? '';
    expect(daysBegun({ name: '2026-Q4', from: new Date(from), until: new Date(ends), timezone }, new Date(now))).toEqual(expected);
  });

  it('make one whole', () => {
    expect(wholeOf(lastPeriods(new Date('2026-11-21'), 'quarter', 3))).toEqual({ name: '2026-Q2 to 2026-Q4', from: new Date('2026-04-01'), until: new Date('2027-01-01'), timezone: 'UTC' });
    expect(() => wholeOf([])).toThrow('Missing periods');
  });
});
