import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { durationUnits, renderDuration } from '../../src/config/duration.ts';
import type { WorkCalendar } from '../../src/decision/calendar.ts';
import { asDeadline, asReturn, readWhen, splitWhen, type When, whenExpected } from '../../src/decision/when.ts';
import { runs, seed } from '../support/property-runs.ts';

const calendar: WorkCalendar = { timezone: 'Europe/Berlin', weekend: [6, 7], holidays: [], hours: { from: 540, to: 1020 } };
/** A Wednesday. */
const now = new Date('2026-07-01T10:00+02:00');

function onDate(date: string): When {
  return { kind: 'date', date };
}

function atInstant(instant: string): When {
  return { kind: 'instant', at: new Date(instant) };
}

describe('readWhen', () => {
  it.each([
    ['2026-12-24', onDate('2026-12-24')],
    [' 2026-12-24 ', onDate('2026-12-24')],
    ['2026-01-01', onDate('2026-01-01')],
    ['2026-12-24T15:00Z', atInstant('2026-12-24T15:00Z')],
    ['2026-12-24T15:00:30.5+01:00', atInstant('2026-12-24T14:00:30.5Z')],
    ['2026-12-24t15:00z', atInstant('2026-12-24T15:00Z')],
    ['P2D', atInstant('2026-07-03T10:00+02:00')],
    ['PT36H', atInstant('2026-07-02T22:00+02:00')],
    ['3 working days', atInstant('2026-07-06T10:00+02:00')],
    ['A  Week', atInstant('2026-07-08T10:00+02:00')],
    ['36h', atInstant('2026-07-02T22:00+02:00')],
    ['today', onDate('2026-07-01')],
    ['Tomorrow', onDate('2026-07-02')],
    ['friday', onDate('2026-07-03')],
    ['Next Friday', onDate('2026-07-03')],
    ['wednesday', onDate('2026-07-08')],
    ['tuesday', onDate('2026-07-07')],
    ['end of week', onDate('2026-07-03')],
    ['the end of the week', onDate('2026-07-03')],
    ['next week', onDate('2026-07-06')],
  ])('reads %j', (text, when) => {
    expect(readWhen(text, { now, calendar })).toEqual({ ok: true, when });
  });

  it.each([
    ['Thursday already', '2026-07-01T23:00Z', 'Asia/Kathmandu', '2026-07-02'],
    ['Tuesday still', '2026-07-01T02:00Z', 'America/New_York', '2026-06-30'],
  ])('calls today what the clocks of the zone show: %s', (_, instant, timezone, date) => {
    expect(readWhen('today', { now: new Date(instant), calendar: { ...calendar, timezone } })).toEqual({ ok: true, when: onDate(date) });
  });

  it.each([
    ['a Saturday', '2026-07-04', [6, 7], '2026-07-10', '2026-07-06'],
    ['a Friday', '2026-07-03', [6, 7], '2026-07-03', '2026-07-06'],
    ['a Thursday where Friday is free', '2026-07-02', [5, 6], '2026-07-02', '2026-07-05'],
    ['a Sunday without a weekend', '2026-07-05', [], '2026-07-10', '2026-07-06'],
  ])('knows the weeks from %s', (...[, date, weekend, end, next]) => {
    const context = { now: new Date(`${date}T12:00Z`), calendar: { ...calendar, weekend } };
    expect([readWhen('end of week', context), readWhen('next week', context)]).toEqual([
      { ok: true, when: onDate(end) },
      { ok: true, when: onDate(next) },
    ]);
  });

  it.each([
    ['', whenExpected],
    ['soon', whenExpected],
    ['2026-02-30', whenExpected],
    ['2026-02-30T10:00Z', whenExpected],
    ['2026-12-24T15:00', whenExpected],
    ['2026-12-24T25:00Z', whenExpected],
    ['24.12.2026', whenExpected],
    ['fri', whenExpected],
    ['friday we wait', whenExpected],
    ['until friday', whenExpected],
    ['0 days', 'a duration longer than nothing'],
    ['100001 hours', 'a duration of at most 100000 hours'],
    ['P1M3D', 'a duration in months, or one in weeks, days and hours, not both'],
    ['100000 months', 'a moment after the year 1969 and before the year 9999'],
    ['9999-12-31', 'a moment after the year 1969 and before the year 9999'],
    ['0000-01-01', 'a moment after the year 1969 and before the year 9999'],
  ])('refuses %j and says what was expected', (text, expected) => {
    expect(readWhen(text, { now, calendar })).toEqual({ ok: false, expected });
  });
});

describe('splitWhen', () => {
  it.each([
    ['3 working days we wait for the audit', atInstant('2026-07-06T10:00+02:00'), 'we wait for the audit'],
    ['until friday the audit ends', onDate('2026-07-03'), 'the audit ends'],
    ['for 2 days because of the offsite', atInstant('2026-07-03T10:00+02:00'), 'because of the offsite'],
    ['By 2026-12-24, as agreed', onDate('2026-12-24'), 'as agreed'],
    ['until friday: the audit', onDate('2026-07-03'), 'the audit'],
    ['2d - the audit', atInstant('2026-07-03T10:00+02:00'), 'the audit'],
    ['P2D — the audit', atInstant('2026-07-03T10:00+02:00'), 'the audit'],
    ['2d. -1 from me', atInstant('2026-07-03T10:00+02:00'), '-1 from me'],
    ['2d -1 from me', atInstant('2026-07-03T10:00+02:00'), '-1 from me'],
    ['until next friday\nthe audit\nends', onDate('2026-07-03'), 'the audit\nends'],
    ['until the end of the week we wait', onDate('2026-07-03'), 'we wait'],
    ['tomorrow', onDate('2026-07-02'), ''],
    ['a week', atInstant('2026-07-08T10:00+02:00'), ''],
    ['36h', atInstant('2026-07-02T22:00+02:00'), ''],
    ['2026-12-24T15:00Z, the release', atInstant('2026-12-24T15:00Z'), 'the release'],
    ['friday friday', onDate('2026-07-03'), 'friday'],
    ['until 1 month month-end is busy', atInstant('2026-08-01T10:00+02:00'), 'month-end is busy'],
  ])('splits %j', (text, when, rest) => {
    expect(splitWhen(text, { now, calendar })).toEqual({ ok: true, when, rest });
  });

  it.each([
    ['', whenExpected],
    ['until', whenExpected],
    ['we wait until friday', whenExpected],
    ['for until friday', whenExpected],
    ['a weekly sync', whenExpected],
    ['0 days the audit', 'a duration longer than nothing'],
    ['until 100001 hours are over', 'a duration of at most 100000 hours'],
  ])('finds no WHEN at the start of %j', (text, expected) => {
    expect(splitWhen(text, { now, calendar })).toEqual({ ok: false, expected });
  });

  it('takes any duration off any words', () => {
    const durations = fc.record({ amount: fc.integer({ min: 1, max: 5000 }), unit: fc.constantFrom(...durationUnits) }).map(renderDuration);
    const reasons = fc.array(fc.constantFrom('we', 'wait', 'for', 'until', 'friday', '2', 'days', 'audit'), { minLength: 1 }).map((words) => `because ${words.join(' ')}`);
    fc.assert(fc.property(durations, reasons, (duration, why) => {
      expect(splitWhen(`until ${duration} ${why}`, { now, calendar })).toEqual({ ...readWhen(duration, { now, calendar }), rest: why });
    }), { numRuns: runs({ desk: 300, ci: 2000, long: 50_000 }), seed });
  });

  it('ends on words without end', () => {
    expect(splitWhen('friday '.repeat(100_000), { now, calendar })).toMatchObject({ ok: true, when: onDate('2026-07-03') });
    expect(splitWhen('x'.repeat(65_536), { now, calendar })).toEqual({ ok: false, expected: whenExpected });
    expect(splitWhen(`${' '.repeat(65_536)}friday${'.'.repeat(65_536)}x`, { now, calendar })).toEqual({ ok: false, expected: whenExpected });
  });
});

describe('asDeadline and asReturn', () => {
  it.each([
    ['a date', onDate('2026-07-03'), {}, '2026-07-03T17:00+02:00', '2026-07-03T09:00+02:00'],
    ['a date in winter', onDate('2026-12-24'), {}, '2026-12-24T17:00+01:00', '2026-12-24T09:00+01:00'],
    ['a date with hours around the clock', onDate('2026-07-03'), { hours: { from: 0, to: 1440 } }, '2026-07-04T00:00+02:00', '2026-07-03T00:00+02:00'],
    ['the day on which clocks go forward', onDate('2026-03-29'), {}, '2026-03-29T17:00+02:00', '2026-03-29T09:00+02:00'],
    ['a date far to the east', onDate('2026-07-03'), { timezone: 'Pacific/Apia' }, '2026-07-03T17:00+13:00', '2026-07-03T09:00+13:00'],
    ['a moment', atInstant('2026-07-03T03:33Z'), {}, '2026-07-03T03:33Z', '2026-07-03T03:33Z'],
  ])('take %s', (...[, when, changes, deadline, end]) => {
    const here = { ...calendar, ...changes };
    expect([asDeadline(when, here), asReturn(when, here)]).toEqual([new Date(deadline), new Date(end)]);
  });
});
