/** Weeks, months and quarters as a repository's zone has them, each with a name that sorts and never comes twice. */
import { Temporal } from 'temporal-polyfill';
import type { Every } from '../vitality/period.ts';
import { inZone } from '../zone-days.ts';

export interface Period {
  /** `2026-W48`, `2026-11` or `2026-Q4`. */
  name: string;
  /** ISO 8601 in UTC. */
  from: string;
  /** The first moment after it. */
  until: string;
}

/** The week from Monday to Sunday that it is at a moment, as ISO 8601 counts them. */
export function weekOf(at: Date, timezone: string): Period {
  const now = inZone(timezone, at.getTime());
  return weekFrom(now.toPlainDate().subtract({ days: now.dayOfWeek - 1 }), timezone);
}

/** The week so many weeks after another one, or before it. */
export function weeksAfter(week: Period, count: number, timezone: string): Period {
  return weekFrom(inZone(timezone, Date.parse(week.from)).toPlainDate().add({ weeks: count }), timezone);
}

function weekFrom(monday: Temporal.PlainDate, timezone: string): Period {
  const { yearOfWeek = monday.year, weekOfYear = 1 } = monday;
  return { name: `${yearOfWeek}-W${twoDigits(weekOfYear)}`, ...between(monday, monday.add({ weeks: 1 }), timezone) };
}

/** The last month or quarter that is over at a moment. */
export function lastFinished(every: Every, at: Date, timezone: string): Period {
  const today = inZone(timezone, at.getTime()).toPlainDate();
  const thisMonth = today.with({ day: 1 });
  if (every === 'month') {
    const from = thisMonth.subtract({ months: 1 });
    return { name: `${from.year}-${twoDigits(from.month)}`, ...between(from, thisMonth, timezone) };
  }
  const thisQuarter = thisMonth.subtract({ months: (today.month - 1) % 3 });
  const from = thisQuarter.subtract({ months: 3 });
  return { name: `${from.year}-Q${Math.ceil(from.month / 3)}`, ...between(from, thisQuarter, timezone) };
}

/** Whether a moment (ISO 8601) lies in a period. */
export function isWithin(at: string, { from, until }: Pick<Period, 'from' | 'until'>): boolean {
  return Date.parse(at) >= Date.parse(from) && Date.parse(at) < Date.parse(until);
}

function between(from: Temporal.PlainDate, until: Temporal.PlainDate, timezone: string): Pick<Period, 'from' | 'until'> {
  const begins = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timezone).epochMilliseconds).toISOString();
  return { from: begins(from), until: begins(until) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
