/**
 * The days of a time zone. A day is a number, counted from 1970-01-01; an instant is in milliseconds since then in UTC.
 * The zone's own rules come from Temporal; around one instant they are asked for once, and the rest is arithmetic.
 */
import { Temporal } from 'temporal-polyfill';

export const millisecondsPerDay = 86_400_000;
const millisecondsPerMinute = 60_000;
const minutesPerDay = 1440;

export interface ZoneDays {
  /** The day that it is at an instant. */
  dayAt: (instant: number) => number;
  /** How many minutes after midnight the clocks show at an instant. */
  minuteAt: (instant: number) => number;
  /** When a day begins, which is not always at midnight. A day that a zone left out begins with the next one. */
  startOf: (day: number) => number;
  /** When the clocks show so many minutes after midnight on a day; 1,440 is the end of the day. */
  atMinute: (day: number, minute: number) => number;
}

/** A stretch in which the zone's distance from UTC stays the same. */
interface SteadyStretch {
  from: number;
  /** The next change; infinity where none is known. */
  until: number;
  offset: number;
}

/** The days of a zone, cheap to ask about near the instant `around`. Throws a `RangeError` where there is no such zone. */
export function openZone(timezone: string, around: number): ZoneDays {
  const steady = steadyStretch(timezone, around);
  /** The instant as clocks show it, as if they were those of UTC. */
  const shown = (instant: number) => {
    const isSteady = instant >= steady.from && instant < steady.until;
    return instant + (isSteady ? steady.offset : offsetOf(inZone(timezone, instant)));
  };
  /** The other way round; null where a change of the clocks is near, and what they show may come twice or never. */
  const whenSteady = (clocks: number) => {
    const instant = clocks - steady.offset;
    return instant - millisecondsPerDay >= steady.from && instant < steady.until ? instant : null;
  };
  return {
    dayAt: (instant) => Math.floor(shown(instant) / millisecondsPerDay),
    minuteAt: (instant) => Math.floor(shown(instant) / millisecondsPerMinute) - Math.floor(shown(instant) / millisecondsPerDay) * minutesPerDay,
    startOf: (day) => whenSteady(day * millisecondsPerDay) ?? dateOf(day).toZonedDateTime(timezone).epochMilliseconds,
    atMinute: (day, minute) => whenSteady(day * millisecondsPerDay + minute * millisecondsPerMinute) ?? clockTime(timezone, day, minute),
  };
}

/** Begins three days early: then the day of `around` begins well within it. */
function steadyStretch(timezone: string, around: number): SteadyStretch {
  // The default, and known without asking.
  if (timezone === 'UTC') return { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, offset: 0 };
  const from = around - 3 * millisecondsPerDay;
  const early = inZone(timezone, from);
  const change = early.getTimeZoneTransition('next');
  return { from, until: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY, offset: offsetOf(early) };
}

function clockTime(timezone: string, day: number, minute: number): number {
  const midnight = dateOf(day).toPlainDateTime();
  return midnight.add({ minutes: minute }).toZonedDateTime(timezone).epochMilliseconds;
}

/** The days, from the first up to before the last, that a zone left out as it crossed the date line (Apia, 2011-12-30). */
export function lostDays(zone: ZoneDays, from: number, until: number): number[] {
  const length = (zone.startOf(until) - zone.startOf(from)) / millisecondsPerDay;
  if (until - from - length < 0.5) return [];
  if (until - from === 1) return [from];
  const middle = Math.floor((from + until) / 2);
  return [...lostDays(zone, from, middle), ...lostDays(zone, middle, until)];
}

/** The instant as it is in a zone. */
export function inZone(timezone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
}

/** The number of a date that is written `2026-12-24`. Read by hand: lists of holidays are read again for every reckoning. */
export function dayNumber(date: string): number {
  const digits = (from: number, count: number) => {
    let value = 0;
    for (let at = from; at < from + count; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
    return value;
  };
  return Date.UTC(digits(0, 4), digits(5, 2) - 1, digits(8, 2)) / millisecondsPerDay;
}

/** The date of a day, as `2026-12-24`. */
export function dateText(day: number): string {
  return dateOf(day).toString();
}

function dateOf(day: number): Temporal.PlainDate {
  const midnight = new Date(day * millisecondsPerDay);
  return new Temporal.PlainDate(midnight.getUTCFullYear(), midnight.getUTCMonth() + 1, midnight.getUTCDate());
}

function offsetOf(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 1e6;
}

/** The day of UTC on which an instant (ISO 8601 in UTC) lies: `2026-12-01`. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
