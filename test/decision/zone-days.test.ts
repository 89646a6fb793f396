import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateText, dayNumber, lostDays, openZone } from '../../src/decision/zone-days.ts';
import { runs, seed } from '../support/property-runs.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Beirut', 'America/Havana'];
const instants = fc.date({ min: new Date('2005-01-01T00:00Z'), max: new Date('2035-01-01T00:00Z'), noInvalidDate: true }).map((date) => date.getTime());

describe('openZone', () => {
  it('tells days and clocks as Temporal does, near its instant and far', () => {
    const away = fc.oneof(fc.integer({ min: -5 * 864e5, max: 5 * 864e5 }), fc.integer({ min: -400 * 864e5, max: 400 * 864e5 }));
    fc.assert(fc.property(fc.constantFrom(...zones), instants, away, fc.integer({ min: 0, max: 1440 }), (timezone, around, far, minute) => {
      const zone = openZone(timezone, around);
      const time = Temporal.Instant.fromEpochMilliseconds(around + far).toZonedDateTimeISO(timezone);
      const day = zone.dayAt(around + far);
      const clocks = time.toPlainDate().toPlainDateTime().add({ minutes: minute }).toZonedDateTime(timezone);
      expect([dateText(day), zone.minuteAt(around + far), zone.startOf(day), zone.atMinute(day, minute)]).toEqual([
        time.toPlainDate().toString(),
        time.hour * 60 + time.minute,
        time.startOfDay().epochMilliseconds,
        clocks.epochMilliseconds,
      ]);
    }), { numRuns: runs({ desk: 2000, ci: 10_000, long: 200_000 }), seed });
  });

  it.each([
    ['Asia/Beirut', '2021-03-28', '2021-03-27T22:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z'],
    ['America/Havana', '2020-11-01', '2020-11-01T04:00Z'],
  ])('begins the day in %s that has no midnight, or two: %s', (timezone, date, start) => {
    expect(openZone(timezone, Date.parse(start)).startOf(dayNumber(date))).toBe(Date.parse(start));
  });

  it('knows no zone that is none', () => {
    expect(() => openZone('Europe/Berln', 0)).toThrow(RangeError);
  });
});

describe('lostDays', () => {
  it.each([
    ['Pacific/Apia', '2011-12-01', '2012-02-01', ['2011-12-30']],
    ['Pacific/Apia', '2011-12-30', '2011-12-31', ['2011-12-30']],
    ['Pacific/Apia', '2011-12-31', '2012-12-31', []],
    ['Europe/Berlin', '2011-01-01', '2026-01-01', []],
    ['Pacific/Apia', '2011-12-30', '2011-12-30', []],
  ])('finds in %s from %s to %s', (timezone, from, until, lost) => {
    const zone = openZone(timezone, Date.parse(from));
    expect(lostDays(zone, dayNumber(from), dayNumber(until)).map(dateText)).toEqual(lost);
  });
});

describe('dayNumber', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2026-12-24', 20_811],
    ['2024-02-29', 19_782],
  ])('counts %s', (date, day) => {
    expect([dayNumber(date), dateText(day)]).toEqual([day, date]);
  });
});
