/** The simulated people's own working time: Monday to Friday, nine to five, UTC. Instants are milliseconds since 1970. */
import type { WorkCalendar } from '../../src/decision/calendar.ts';

export const calendar: WorkCalendar = { timezone: 'UTC', weekend: [6, 7], holidays: [], hours: { from: 9 * 60, to: 17 * 60 } };

export const minute = 60_000;
export const day = 24 * 60 * minute;
/** Minutes of work in a working day. */
export const workday = 8 * 60;

/** A Monday, midnight. */
export const origin = Date.parse('2024-01-01T00:00:00Z');

/** Minutes worked between the origin and an instant. */
export function worked(instant: number): number {
  const days = Math.floor((instant - origin) / day);
  const weeks = Math.floor(days / 7);
  const weekday = days - weeks * 7;
  const today = (instant - origin - days * day) / minute - calendar.hours.from;
  return (weeks * 5 + Math.min(weekday, 5)) * workday + (weekday < 5 ? Math.min(Math.max(today, 0), workday) : 0);
}

/** In seconds: what is a second but for the last digits of a fraction is that second. */
const rounding = 0.0005;

/** GitHub tells time in whole seconds. */
export function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000 + rounding) * 1000;
}

/** The second in which so many minutes have been worked; never outside working hours. */
export function whenWorked(minutes: number): number {
  const seconds = Math.floor(minutes * 60 + rounding);
  const days = Math.floor(seconds / (60 * workday));
  const date = Math.floor(days / 5) * 7 + (days % 5);
  return origin + date * day + calendar.hours.from * minute + (seconds - days * 60 * workday) * 1000;
}

/** Whether people work at an instant. */
export function isWorkTime(instant: number): boolean {
  const date = Math.floor((instant - origin) / day);
  const minutes = (instant - origin - date * day) / minute;
  return date % 7 < 5 && minutes >= calendar.hours.from && minutes < calendar.hours.to;
}
