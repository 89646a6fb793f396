import { type Duration, parseDuration } from '../config/duration.ts';

const hour = 3_600_000;
const lengths: Readonly<Partial<Record<Duration['unit'], number>>> = { minutes: hour / 60, hours: hour, days: 24 * hour, weeks: 7 * 24 * hour };

const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A moment in the past: a date (its midnight in UTC), an instant, or how long ago it was. Null where it is none of them. */
export function parsePast(text: string, now: Date): Date | null {
  if (instant.test(text)) {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? null : date;
  }
  const result = parseDuration(text);
  if (!result.ok) return null;
  const length = lengths[result.duration.unit];
  return length === undefined ? null : new Date(now.getTime() - result.duration.amount * length);
}
