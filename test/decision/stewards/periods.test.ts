import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastFinished, weekOf, weeksAfter } from '../../../src/decision/stewards/periods.ts';

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu');

describe('weekOf', () => {
  it.each([
    ['2026-11-25T12:00:00Z', 'UTC', '2026-W48', '2026-11-23T00:00:00.000Z'],
    ['2026-03-29T22:30:00Z', 'Europe/Berlin', '2026-W14', '2026-03-29T22:00:00.000Z'],
    ['2026-03-29T21:30:00Z', 'Europe/Berlin', '2026-W13', '2026-03-22T23:00:00.000Z'],
    ['2027-01-01T12:00:00Z', 'UTC', '2026-W53', '2026-12-28T00:00:00.000Z'],
    ['2024-12-31T12:00:00Z', 'UTC', '2025-W01', '2024-12-30T00:00:00.000Z'],
  ])('%s in %s is in %s', (at, timezone, name, from) => {
    expect(weekOf(new Date(at), timezone)).toMatchObject({ name, from });
  });

  it('holds its moment, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(moments, zones, (at, timezone) => {
        const week = weekOf(at, timezone);
        expect(Date.parse(week.from)).toBeLessThanOrEqual(at.getTime());
        expect(Date.parse(week.until)).toBeGreaterThan(at.getTime());
        const next = weeksAfter(week, 1, timezone);
        expect(next.from).toBe(week.until);
        expect(next.name > week.name).toBe(true);
        expect(weeksAfter(next, -1, timezone)).toEqual(week);
      }),
    );
  });
});

describe('lastFinished', () => {
  it.each([
    ['month', '2026-11-25T12:00:00Z', 'UTC', '2026-10', '2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['month', '2026-01-01T00:00:00Z', 'UTC', '2025-12', '2025-12-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['month', '2026-03-31T22:30:00Z', 'Europe/Berlin', '2026-03', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['quarter', '2026-11-25T12:00:00Z', 'UTC', '2026-Q3', '2026-07-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'],
    ['quarter', '2026-01-31T12:00:00Z', 'UTC', '2025-Q4', '2025-10-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ] as const)('the last %s at %s in %s is %s', (...[every, at, timezone, name, from, until]) => {
    expect(lastFinished(every, new Date(at), timezone)).toEqual({ name, from, until });
  });

  it('is over, and the one before it ends where it begins', () => {
    fc.assert(
      fc.property(fc.constantFrom('month' as const, 'quarter' as const), moments, zones, (every, at, timezone) => {
        const period = lastFinished(every, at, timezone);
        expect(Date.parse(period.until)).toBeLessThanOrEqual(at.getTime());
        expect(lastFinished(every, new Date(period.from), timezone).until).toBe(period.from);
      }),
    );
  });
});
