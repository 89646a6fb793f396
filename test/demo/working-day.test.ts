import { describe, expect, it } from '@jest/globals';
import { lastWorkingMorning, workingDaysEarlier, workingDaysLater } from '../../src/demo/working-day.ts';

const at = (text: string): Date => new Date(`${text}Z`);
const minutes = (moment: Date): string => moment.toISOString().slice(0, 16);

describe('the working days of the demo', () => {
  it.each([
    ['2026-11-20T15:00', 1, '2026-11-23T15:00'],
    ['2026-11-20T15:00', 5, '2026-11-27T15:00'],
    ['2026-11-17T18:30', 1, '2026-11-19T09:00'],
    ['2026-11-17T04:00', 1, '2026-11-18T09:00'],
  ])('go on from %s by %i to %s', (from, days, to) => {
    expect(minutes(workingDaysLater(at(from), days))).toBe(to);
  });

  it.each([
    ['2026-11-18T23:59', '2026-11-18T10:00'],
    ['2026-11-18T00:00', '2026-11-18T10:00'],
    ['2026-11-21T12:00', '2026-11-20T10:00'],
    ['2026-11-22T12:00', '2026-11-20T10:00'],
  ])('begin the demo that is started at %s at %s', (now, morning) => {
    expect(minutes(lastWorkingMorning(at(now)))).toBe(morning);
  });

  it.each([
    ['2026-11-18T10:00', 3, '2026-11-13T10:00'],
    ['2026-11-16T20:00', 1, '2026-11-13T20:00'],
  ])('go back from %s by %i to %s', (from, days, to) => {
    expect(minutes(workingDaysEarlier(at(from), days))).toBe(to);
  });
});
