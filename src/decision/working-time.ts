/**
 * Reckoning with working time. A working day counts from midnight to midnight in the calendar's zone, and whatever its
 * length it is one day: Friday 15:00 and one working day is Monday 15:00. Working hours only say when to call.
 */
import type { Duration } from '../config/duration.ts';
import type { WorkCalendar } from './calendar.ts';
import { type Interval, type Stretch, within } from './intervals.ts';
import { openWorkWeek, type WorkWeek } from './work-week.ts';
import { dayNumber, inZone, lostDays, millisecondsPerDay, openZone, type ZoneDays } from './zone-days.ts';

export type { Interval } from './intervals.ts';

/** Whether a date (`2026-12-24`) is worked on. */
export function isWorkingDay(calendar: WorkCalendar, date: string): boolean {
  return openWorkWeek(calendar).isWorkday(dayNumber(date));
}

/** Whether an instant lies within the hours of a working day. */
export function isWorkingTime(calendar: WorkCalendar, instant: Date): boolean {
  return isWithinHours(workingDays(calendar, instant.getTime()), calendar.hours, instant.getTime());
}

/** When the day began that it is in the calendar's zone. */
export function startOfToday({ timezone }: WorkCalendar, now: Date): Date {
  const zone = openZone(timezone, now.getTime());
  return new Date(zone.startOf(zone.dayAt(now.getTime())));
}

/** More working days in a row than clocks that are put forward can take the hours from. */
const longestWithoutHours = 10;

/** The first moment of working time from an instant on; the instant itself where it is one. */
export function nextWorkingTime(calendar: WorkCalendar, instant: Date): Date {
  const [now, { hours }] = [instant.getTime(), calendar];
  const course = workingDays(calendar, now);
  if (isWithinHours(course, hours, now)) return instant;
  let day = course.zone.dayAt(now);
  for (let tries = 0; tries < longestWithoutHours; tries += 1) {
    day = course.week.nth(day, 0);
    const opening = course.zone.atMinute(day, hours.from);
    if (opening >= now && isWithinHours(course, hours, opening)) return new Date(opening);
    day += 1;
  }
  throw new RangeError(`Unexpected working hours from minute ${hours.from} to minute ${hours.to} of a day, expected hours that end after they begin`);
}

function isWithinHours({ zone, week }: Course, { from, to }: WorkCalendar['hours'], instant: number): boolean {
  const minute = zone.minuteAt(instant);
  return minute >= from && minute < to && week.isWorkday(zone.dayAt(instant));
}

/**
 * The first moment at which so much time has passed since `start`, paused stretches not counted. Hours and minutes are
 * exact; days, weeks and months go by the clocks of the zone, and every day counts.
 */
export function addTime(calendar: WorkCalendar, start: Date, duration: Duration, paused: readonly Interval[] = []): Date {
  const from = start.getTime();
  const pauses = paused.length === 0 ? [] : within(paused, { from, until: Number.POSITIVE_INFINITY });
  const { amount, unit } = duration;
  if (unit === 'working-days') return new Date(advanceAround(workingDays(calendar, from), { from, days: amount, pauses }));
  if (unit === 'hours' || unit === 'minutes') {
    const end = from + amount * (unit === 'hours' ? 3_600_000 : 60_000);
    return new Date(putOff(end, pauses, (moment, pause) => moment + pause.until - pause.from));
  }
  const end = inZone(calendar.timezone, from).add({ [unit]: amount }).epochMilliseconds;
  if (pauses.length === 0) return new Date(end);
  const everyDay = workingDays({ ...calendar, weekend: [], holidays: [] }, from);
  return new Date(putOff(end, pauses, (moment, pause) => advance(everyDay, moment, daysIn(everyDay, pause))));
}

/** How much working time there is between two instants, in days and parts of days; paused stretches are not counted. */
export function workingDaysBetween(calendar: WorkCalendar, from: Date, until: Date, paused: readonly Interval[] = []): number {
  const whole = { from: from.getTime(), until: until.getTime() };
  if (whole.from >= whole.until) return 0;
  const course = workingDays(calendar, whole.from);
  return within(paused, whole).reduce((left, pause) => left - daysIn(course, pause), daysIn(course, whole));
}

/** The days that count, in a zone. */
interface Course {
  zone: ZoneDays;
  week: WorkWeek;
}

function workingDays(calendar: WorkCalendar, around: number): Course {
  return { zone: openZone(calendar.timezone, around), week: openWorkWeek(calendar) };
}

function putOff(end: number, pauses: readonly Stretch[], by: (moment: number, pause: Stretch) => number): number {
  return pauses.reduce((moment, pause) => (pause.from < moment ? by(moment, pause) : moment), end);
}

function advanceAround(course: Course, { from, days, pauses }: { from: number; days: number; pauses: readonly Stretch[] }): number {
  let [at, left] = [from, days];
  for (const pause of pauses) {
    const end = advance(course, at, left);
    if (end <= pause.from) return end;
    left -= daysIn(course, { from: at, until: pause.from });
    at = pause.until;
  }
  return advance(course, at, left);
}

/** In days: less than this is an error of rounding. */
const halfMillisecond = 0.5 / millisecondsPerDay;

/** The first moment at which so many days that count have passed since another. */
function advance({ zone, week }: Course, from: number, days: number): number {
  const today = zone.dayAt(from);
  const total = days + spentOf({ zone, week }, today, from);
  const before = Math.max(0, Math.ceil(total - halfMillisecond) - 1);
  const reached = week.nth(today, before);
  const lost = lostDays(zone, today, reached + 1).filter(week.isWorkday).length;
  const last = lost === 0 ? reached : week.nth(today, before + lost);
  const start = zone.startOf(last);
  return Math.round(start + (total - before) * (zone.startOf(last + 1) - start));
}

/** How many days that count a stretch holds. */
function daysIn(course: Course, { from, until }: Stretch): number {
  const { zone, week } = course;
  const [first, last] = [zone.dayAt(from), zone.dayAt(until)];
  const lost = lostDays(zone, first, last + 1).filter(week.isWorkday).length;
  return week.count(first, last) - lost - spentOf(course, first, from) + spentOf(course, last, until);
}

/** What share of a day is over at an instant in it; none of a day that does not count. */
function spentOf({ zone, week }: Course, day: number, instant: number): number {
  if (!week.isWorkday(day)) return 0;
  const start = zone.startOf(day);
  return (instant - start) / (zone.startOf(day + 1) - start);
}
