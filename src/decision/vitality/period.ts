/** Months and quarters: what figures are compared over. Those of a page are UTC's; a retrospective has those of its repository's zone. */
import { inZone } from '../zone-days.ts';

export type Every = 'month' | 'quarter';

export interface Period {
  /** `2026-11`, `2026-Q4`. */
  name: string;
  from: Date;
  /** The first moment that no longer belongs to it. */
  until: Date;
  /** Whose midnights these are: an IANA name. */
  timezone: string;
}

const months: Record<Every, number> = { month: 1, quarter: 3 };

/** The month or quarter of UTC that a moment lies in; `back` counts earlier ones from there. */
export function periodAt(moment: Date, every: Every, back = 0): Period {
  const length = months[every];
  const first = Math.floor(moment.getUTCMonth() / length) * length - back * length;
  const from = new Date(Date.UTC(moment.getUTCFullYear(), first));
  return { name: nameOf(from, every), from, until: new Date(Date.UTC(moment.getUTCFullYear(), first + length)), timezone: 'UTC' };
}

/** The last so many, the oldest first; the last one is the one that still runs. */
export function lastPeriods(now: Date, every: Every, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => periodAt(now, every, count - 1 - index));
}

/** From the first one's beginning to the last one's end. Throws a `RangeError` where there is none. */
export function wholeOf(periods: readonly Period[]): Period {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('Missing periods, expected one at least');
  return { name: first === last ? first.name : `${first.name} to ${last.name}`, from: first.from, until: last.until, timezone: first.timezone };
}

/** Whether a moment (ISO 8601) lies in a period. */
export function isInPeriod(at: string, { from, until }: Pick<Period, 'from' | 'until'>): boolean {
  const time = Date.parse(at);
  return from.getTime() <= time && time < until.getTime();
}

/** The plain days (`2026-11-21`) of a period that have begun by now: from the first up to before the other. */
export function daysBegun({ from, until, timezone }: Period, now: Date): { first: string; next: string } {
  const dayAt = (moment: number) => inZone(timezone, moment).toPlainDate();
  const [ends, tomorrow] = [dayAt(until.getTime()).toString(), dayAt(now.getTime()).add({ days: 1 }).toString()];
  return { first: dayAt(from.getTime()).toString(), next: tomorrow < ends ? tomorrow : ends };
}

function nameOf(from: Date, every: Every): string {
  const year = String(from.getUTCFullYear());
  const month = from.getUTCMonth();
  return every === 'quarter' ? `${year}-Q${Math.floor(month / 3) + 1}` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
