/** Days and moments as people read them; never "ago" or "in", so that time alone changes no text. */
import { Temporal } from 'temporal-polyfill';
import { inZone } from '../decision/zone-days.ts';
import { markdownText } from './markdown-text.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Tuesday 2026-12-01`: the day on which that instant (ISO 8601) falls in the zone (IANA). */
export function renderDay(instant: string, timezone: string): string {
  return dayIn(inZone(timezone, Date.parse(instant)));
}

/** `Tuesday 2026-12-01, 17:00 (Europe/Berlin)`. */
export function renderMoment(instant: string, timezone: string): string {
  const time = inZone(timezone, Date.parse(instant));
  return `${dayIn(time)}, ${twoDigits(time.hour)}:${twoDigits(time.minute)} (${markdownText(timezone)})`;
}

/** `Tuesday 2026-12-01`, of a day that is no instant. */
export function renderDate(date: string): string {
  return `${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''} ${date}`;
}

function dayIn({ dayOfWeek, day, month, year }: Temporal.ZonedDateTime): string {
  return `${weekdays[dayOfWeek - 1] ?? ''} ${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
