import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Duration, parseDuration } from '../../src/config/duration.ts';
import type { WorkCalendar } from '../../src/decision/calendar.ts';
import { addTime, type Interval, isWorkingDay, isWorkingTime, nextWorkingTime, startOfToday, workingDaysBetween } from '../../src/decision/working-time.ts';
import { runs, seed } from '../support/property-runs.ts';

function aCalendar(changes: Partial<WorkCalendar> = {}): WorkCalendar {
  return { timezone: 'Europe/Berlin', weekend: [6, 7], holidays: [], hours: { from: 540, to: 1020 }, ...changes };
}

function aDuration(text: string): Duration {
  const result = parseDuration(text);
  if (!result.ok) throw new Error(result.expected);
  return result.duration;
}

/** `2026-07-01 09:00 - 2026-07-02 09:00` in UTC. */
function anInterval(text: string): Interval {
  const [from = '', until = ''] = text.split(' - ').map((time) => `${time.replace(' ', 'T')}Z`);
  return { from: new Date(from), until: new Date(until) };
}

const everyDay = { weekend: [] };
const allOf2026 = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

describe('isWorkingDay', () => {
  it.each([
    ['a Monday', '2026-07-06', {}, true],
    ['a Saturday', '2026-07-04', {}, false],
    ['a Friday where the weekend is Friday and Saturday', '2026-07-03', { weekend: [5, 6] }, false],
    ['a holiday', '2026-07-06', { holidays: ['2026-12-24', '2026-07-06'] }, false],
    ['a Sunday without a weekend', '2026-07-05', everyDay, true],
    ['a day before 1970', '1969-12-30', {}, true],
    ['a weekend before 1970', '1969-12-28', {}, false],
  ])('judges %s', (_, date, changes, expected) => {
    expect(isWorkingDay(aCalendar(changes), date)).toBe(expected);
  });
});

describe('isWorkingTime', () => {
  it.each([
    ['the first minute', '2026-07-06T09:00+02:00', {}, true],
    ['the minute before', '2026-07-06T08:59:59+02:00', {}, false],
    ['the last minute', '2026-07-06T16:59:59+02:00', {}, true],
    ['the minute after', '2026-07-06T17:00+02:00', {}, false],
    ['noon on a Sunday', '2026-07-05T12:00+02:00', {}, false],
    ['noon on a holiday', '2026-07-06T12:00+02:00', { holidays: ['2026-07-06'] }, false],
    ['winter time', '2026-12-07T09:00+01:00', {}, true],
    ['Monday in Kathmandu, Sunday in London', '2026-07-05T23:00Z', { timezone: 'Asia/Kathmandu', hours: { from: 240, to: 600 } }, true],
    ['the last minute of a whole day', '2026-07-06T23:59+02:00', { hours: { from: 0, to: 1440 } }, true],
    ['the day on which clocks go back', '2026-10-25T09:00+01:00', everyDay, true],
    ['an hour before that', '2026-10-25T08:59+01:00', everyDay, false],
  ])('judges %s', (_, instant, changes, expected) => {
    expect(isWorkingTime(aCalendar(changes), new Date(instant))).toBe(expected);
  });
});

describe('nextWorkingTime', () => {
  it.each([
    ['working time itself', '2026-07-06T11:22:33+02:00', '2026-07-06T11:22:33+02:00', {}],
    ['an early morning', '2026-07-06T03:00+02:00', '2026-07-06T09:00+02:00', {}],
    ['an evening', '2026-07-06T17:00+02:00', '2026-07-07T09:00+02:00', {}],
    ['a Friday night', '2026-07-03T22:00+02:00', '2026-07-06T09:00+02:00', {}],
    ['a night before a holiday', '2026-07-06T22:00+02:00', '2026-07-08T09:00+02:00', { holidays: ['2026-07-07'] }],
    ['a weekend in which clocks change', '2026-10-24T12:00+02:00', '2026-10-26T09:00+01:00', {}],
    ['hours that clocks leave out', '2026-03-29T00:00+01:00', '2026-03-30T02:00+02:00', { ...everyDay, hours: { from: 120, to: 180 } }],
    ['a year of holidays', '2026-01-01T12:00+01:00', '2027-01-01T09:00+01:00', { holidays: allOf2026 }],
  ])('finds it after %s', (_, instant, expected, changes) => {
    expect(nextWorkingTime(aCalendar(changes), new Date(instant))).toEqual(new Date(expected));
  });

  it('says so where hours end before they begin', () => {
    expect(() => nextWorkingTime(aCalendar({ hours: { from: 600, to: 540 } }), new Date('2026-07-06T12:00Z'))).toThrow(/end after they begin/);
  });
});

describe('startOfToday', () => {
  it.each([
    ['in summer', '2026-07-06T12:00Z', 'Europe/Berlin', '2026-07-06T00:00+02:00'],
    ['where it is tomorrow', '2026-07-06T12:00Z', 'Pacific/Apia', '2026-07-07T00:00+13:00'],
    ['on a day without midnight', '2021-03-28T12:00Z', 'Asia/Beirut', '2021-03-28T01:00+03:00'],
  ])('finds it %s', (_, now, timezone, start) => {
    expect(startOfToday(aCalendar({ timezone }), new Date(now))).toEqual(new Date(start));
  });
});

describe('addTime', () => {
  it.each([
    ['1 working day', 'Friday afternoon', '2026-07-03T15:00+02:00', '2026-07-06T15:00+02:00', {}],
    ['1 working day', 'Saturday noon', '2026-07-04T12:00+02:00', '2026-07-07T00:00+02:00', {}],
    ['1 working day', 'Monday at midnight', '2026-07-06T00:00+02:00', '2026-07-07T00:00+02:00', {}],
    ['5 working days', 'Friday at midnight', '2026-07-03T00:00+02:00', '2026-07-10T00:00+02:00', {}],
    ['5 working days', 'a Wednesday', '2026-07-01T10:00+02:00', '2026-07-08T10:00+02:00', {}],
    ['3 working days', 'the day before two holidays', '2026-12-23T10:00+01:00', '2026-12-30T10:00+01:00', { holidays: ['2026-12-25', '2026-12-24', '2026-12-24', '2026-12-26'] }],
    ['2 working days', 'a weekend of clocks put forward', '2026-03-27T15:00+01:00', '2026-03-31T15:00+02:00', {}],
    ['1 working day', 'the midnight of a day of 23 hours', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', everyDay],
    ['1 working day', 'the midnight of a day of 25 hours', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', everyDay],
    ['1 working day', 'a Thursday where Friday is free', '2026-07-02T12:00+02:00', '2026-07-05T12:00+02:00', { weekend: [5, 6] }],
    ['1 working day', 'the day before one that Apia left out', '2011-12-29T12:00-10:00', '2012-01-02T12:00+14:00', { timezone: 'Pacific/Apia' }],
    ['250 working days', 'a year of holidays', '2026-01-01T12:00+01:00', '2027-12-17T00:00+01:00', { holidays: allOf2026 }],
    ['1 day', 'an evening before clocks go forward', '2026-03-28T15:00+01:00', '2026-03-29T15:00+02:00', {}],
    ['24 hours', 'an evening before clocks go forward', '2026-03-28T15:00+01:00', '2026-03-29T16:00+02:00', {}],
    ['90 minutes', 'a Saturday', '2026-07-04T12:00+02:00', '2026-07-04T13:30+02:00', {}],
    ['2 weeks', 'a change of the clocks', '2026-10-20T08:00+02:00', '2026-11-03T08:00+01:00', {}],
    ['1 month', 'the end of January', '2026-01-31T08:00+01:00', '2026-02-28T08:00+01:00', {}],
  ])('adds %s to %s', (...[duration, , start, expected, changes]) => {
    expect(addTime(aCalendar(changes), new Date(start), aDuration(duration))).toEqual(new Date(expected));
  });

  it.each([
    ['1 working day', 'a pause over the night', '2026-07-06 15:00', '2026-07-07 16:00', ['2026-07-06 23:00 - 2026-07-07 00:00']],
    ['1 working day', 'a pause that began before', '2026-07-06 12:00', '2026-07-08 00:00', ['2026-07-01 00:00 - 2026-07-07 00:00']],
    ['2 working days', 'pauses that overlap, in no order', '2026-07-06 00:00', '2026-07-09 12:00', ['2026-07-07 00:00 - 2026-07-08 00:00', '2026-07-06 12:00 - 2026-07-07 12:00', '2026-07-06 18:00 - 2026-07-06 19:00']],
    ['1 working day', 'a pause within the weekend', '2026-07-03 15:00', '2026-07-06 15:00', ['2026-07-04 00:00 - 2026-07-05 12:00']],
    ['1 working day', 'a pause from Friday to Sunday', '2026-07-03 12:00', '2026-07-07 00:00', ['2026-07-03 12:00 - 2026-07-05 12:00']],
    ['1 working day', 'a pause that begins at the end', '2026-07-06 00:00', '2026-07-07 00:00', ['2026-07-07 00:00 - 2026-07-09 00:00']],
    ['1 working day', 'a pause that is over', '2026-07-06 00:00', '2026-07-07 00:00', ['2026-07-01 00:00 - 2026-07-02 00:00']],
    ['1 working day', 'an interval the wrong way round', '2026-07-06 00:00', '2026-07-07 00:00', ['2026-07-06 12:00 - 2026-07-06 06:00']],
    ['1 working day', 'a pause after which the shares of two days add up to a bit more than one', '2026-07-02 10:00', '2026-07-04 00:00', ['2026-07-02 12:20 - 2026-07-03 02:20']],
    ['10 hours', 'a pause that begins as they end', '2026-07-04 00:00', '2026-07-04 10:00', ['2026-07-04 10:00 - 2026-07-04 12:00']],
    ['10 hours', 'two pauses', '2026-07-04 00:00', '2026-07-04 13:00', ['2026-07-04 11:00 - 2026-07-04 12:00', '2026-07-04 02:00 - 2026-07-04 04:00']],
    ['1 week', 'a pause of a weekend', '2026-07-01 08:00', '2026-07-10 08:00', ['2026-07-04 00:00 - 2026-07-06 00:00']],
  ])('does not count, for %s, %s', (...[duration, , start, expected, paused]) => {
    const { from, until } = anInterval(`${start} - ${expected}`);
    expect(addTime(aCalendar({ timezone: 'UTC' }), from, aDuration(duration), paused.map(anInterval))).toEqual(until);
  });

  it('keeps the time of day where clocks change within a pause', () => {
    const paused = [{ from: new Date('2026-10-24T00:00+02:00'), until: new Date('2026-10-26T00:00+01:00') }];
    expect(addTime(aCalendar(), new Date('2026-10-20T08:00+02:00'), aDuration('1 week'), paused)).toEqual(new Date('2026-10-29T08:00+01:00'));
  });

  it.each(['working days', 'minutes', 'hours', 'days', 'weeks', 'months'])('takes the most %s there can be', (unit) => {
    const start = new Date('2026-07-06T12:00Z');
    expect(addTime(aCalendar({ holidays: allOf2026 }), start, aDuration(`100000 ${unit}`)).getTime()).toBeGreaterThan(start.getTime());
  });

  it('says so where no day is worked on', () => {
    expect(() => addTime(aCalendar({ weekend: [1, 2, 3, 4, 5, 6, 7] }), new Date('2026-07-06T12:00Z'), aDuration('1 working day'))).toThrow(/at least one day to work on/);
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['the same moment', '2026-07-06 12:00 - 2026-07-06 12:00', [], 0],
    ['the wrong way round', '2026-07-07 12:00 - 2026-07-06 12:00', [], 0],
    ['a week', '2026-07-06 12:00 - 2026-07-13 12:00', [], 5],
    ['six hours', '2026-07-06 12:00 - 2026-07-06 18:00', [], 0.25],
    ['a weekend', '2026-07-04 00:00 - 2026-07-06 00:00', [], 0],
    ['a year', '2026-01-01 00:00 - 2027-01-01 00:00', [], 261],
    ['a pause', '2026-07-06 00:00 - 2026-07-09 00:00', ['2026-07-07 06:00 - 2026-07-08 12:00'], 1.75],
    ['pauses all over', '2026-07-06 00:00 - 2026-07-09 00:00', ['2026-07-01 00:00 - 2026-07-07 00:00', '2026-07-06 00:00 - 2026-08-01 00:00'], 0],
  ])('measures %s', (_, stretch, paused, days) => {
    const { from, until } = anInterval(stretch);
    expect(workingDaysBetween(aCalendar({ timezone: 'UTC' }), from, until, paused.map(anInterval))).toBeCloseTo(days, 9);
  });
});

describe('working time, whatever the zone', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo'];
  const instants = fc.date({ min: new Date('2010-01-01T00:00Z'), max: new Date('2032-01-01T00:00Z'), noInvalidDate: true });
  // Half of the starts lie where Apia left a day out, or near a change of the clocks.
  const edges = fc.tuple(fc.constantFrom('2011-12-29T12:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-10-03T15:00Z', '2018-11-04T03:00Z'), fc.integer({ min: -4e8, max: 4e8 }));
  const starts = fc.oneof(instants, edges.map(([edge, away]) => new Date(Date.parse(edge) + away)));

  const histories = starts.chain((start) => {
    const near = fc.integer({ min: -10 * 864e5, max: 60 * 864e5 }).map((away) => new Date(start.getTime() + away));
    return fc.record({
      start: fc.constant(start),
      amount: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }, { weight: 1, arbitrary: fc.integer({ min: 31, max: 2000 }) }),
      calendar: fc.record({
        timezone: fc.constantFrom(...zones),
        weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
        holidays: fc.array(near.map((day) => day.toISOString().slice(0, 10)), { maxLength: 12 }),
        hours: fc.constantFrom({ from: 540, to: 1020 }, { from: 0, to: 1440 }, { from: 300, to: 301 }),
      }),
      paused: fc.array(fc.record({ from: near, until: near }), { maxLength: 4 }),
    });
  });
  const check = (law: (history: typeof histories extends fc.Arbitrary<infer History> ? History : never) => void) => {
    fc.assert(fc.property(histories, law), { numRuns: runs({ desk: 1000, ci: 5000, long: 100_000 }), seed });
  };
  /** A day that counts may be half an hour shorter than a whole one, and instants are whole milliseconds. */
  const millisecond = 1.1 / 82_800_000;

  it('measures as much as was added', () => {
    check(({ calendar, start, amount, paused }) => {
      const end = addTime(calendar, start, { amount, unit: 'working-days' }, paused);
      expect(Math.abs(workingDaysBetween(calendar, start, end, paused) - amount)).toBeLessThan(millisecond);
    });
  });

  it('ends at the first such moment', () => {
    check(({ calendar, start, amount, paused }) => {
      const end = addTime(calendar, start, { amount, unit: 'working-days' }, paused);
      const earlier = new Date(end.getTime() - 1000);
      // Of the second before the end, no more may count than lies after a weekend.
      const between = workingDaysBetween(calendar, earlier, end, paused);
      expect(workingDaysBetween(calendar, start, earlier, paused)).toBeLessThan(amount - 0.4 * between + millisecond);
    });
  });

  it('adds in one step or in two what comes to the same', () => {
    check(({ calendar, start, amount, paused }) => {
      const inTwo = addTime(calendar, addTime(calendar, start, { amount, unit: 'working-days' }, paused), { amount: 2, unit: 'working-days' }, paused);
      const inOne = addTime(calendar, start, { amount: amount + 2, unit: 'working-days' }, paused);
      // The clocks of days of different length round differently; over a weekend that can be seen.
      expect(workingDaysBetween(calendar, new Date(Math.min(+inOne, +inTwo)), new Date(Math.max(+inOne, +inTwo)), paused)).toBeLessThan(3 * millisecond);
    });
  });

  it('finds the next working time, and none before it', () => {
    check(({ calendar, start }) => {
      const next = nextWorkingTime(calendar, start);
      expect(isWorkingTime(calendar, next)).toBe(true);
      if (next > start) expect(isWorkingTime(calendar, new Date(next.getTime() - 1))).toBe(false);
      expect(nextWorkingTime(calendar, next)).toEqual(next);
    });
  });
});
