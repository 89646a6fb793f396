import { describe, expect, it } from '@jest/globals';
import { daysUntil, readDate } from '../../src/lint/read-date.ts';

describe('readDate', () => {
  it.each(['2026-12-01', ' 2026-12-01 ', '2026-12-01.', '2028-02-29'])('takes the ISO date "%s" as it is', (text) => {
    expect(readDate(text)).toEqual({ kind: 'iso', date: text.trim().replace(/\.$/, '') });
  });

  it.each([
    ['1 December 2026', '2026-12-01'],
    ['1 Dec 2026', '2026-12-01'],
    ['1. December 2026', '2026-12-01'],
    ['1st of December, 2026', '2026-12-01'],
    ['Tuesday, 1 December 2026', '2026-12-01'],
    ['December 1, 2026', '2026-12-01'],
    ['Dec. 22nd 2026', '2026-12-22'],
    ['Tue Dec 1, 2026', '2026-12-01'],
    ['1-Dec-2026', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026.12.01', '2026-12-01'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['25.12.2026', '2026-12-25'],
    ['07/07/2026', '2026-07-07'],
  ])('reads "%s" in the one way it can be read', (text, date) => {
    expect(readDate(text)).toEqual({ kind: 'clear', date });
  });

  it.each([
    '', 'soon', 'next Friday', 'Q4 2026', 'December 2026', '2026', '2026-13-01', '2026-02-30', '2027-02-29', '01/12/2026', '1/2/26', '32 December 2026',
    '1 Decem 20266', '0/12/2026', '2026-12-01 or later', '2026-12-01T09:00:00Z', '1 Foo 2026', '12/25-2026',
  ])('reads no date in "%s"', (text) => {
    expect(readDate(text)).toEqual({ kind: 'none' });
  });

  it('reads no date in a text that goes on and on', () => {
    expect(readDate('a'.repeat(100_000))).toEqual({ kind: 'none' });
    expect(readDate('1 '.repeat(100_000))).toEqual({ kind: 'none' });
  });
});

describe('daysUntil', () => {
  it.each([
    ['2026-11-21', '2026-11-21T23:59:59Z', 0],
    ['2026-11-22', '2026-11-21T23:59:59Z', 1],
    ['2026-11-20', '2026-11-21T00:00:00Z', -1],
    ['2027-11-21', '2026-11-21T12:00:00Z', 365],
  ])('counts to %s from %s in whole days', (date, now, days) => {
    expect(daysUntil(date, new Date(now))).toBe(days);
  });
});
