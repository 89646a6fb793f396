/** Months and quarters, in UTC: what figures are compared over. */

export type Every = 'month' | 'quarter';

export interface Period {
  /** `2026-11`, `2026-Q4`. */
  name: string;
  from: Date;
  /** The first moment that no longer belongs to it. */
  until: Date;
}

const months: Record<Every, number> = { month: 1, quarter: 3 };

/** The month or quarter that a moment lies in; `back` counts earlier ones from there. */
export function periodAt(moment: Date, every: Every, back = 0): Period {
  const length = months[every];
  const first = Math.floor(moment.getUTCMonth() / length) * length - back * length;
  const from = new Date(Date.UTC(moment.getUTCFullYear(), first));
  return { name: nameOf(from, every), from, until: new Date(Date.UTC(moment.getUTCFullYear(), first + length)) };
}

/** The last so many, the oldest first; the last one is the one that still runs. */
export function lastPeriods(now: Date, every: Every, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => periodAt(now, every, count - 1 - index));
}

/** From the first one's beginning to the last one's end. Throws a `RangeError` where there is none. */
export function wholeOf(periods: readonly Period[]): Period {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('Missing periods, expected one at least');
  return { name: first === last ? first.name : `${first.name} to ${last.name}`, from: first.from, until: last.until };
}

/**
 * Tells what lies in a period: instants in UTC and days, both ISO 8601. Periods begin and end with a day, so that days are
 * all that has to be compared.
 */
export function inPeriod({ from, until }: Period): (at: string) => boolean {
  const [first, next] = [from, until].map((moment) => moment.toISOString().slice(0, dayLength));
  return (at) => {
    const day = at.slice(0, dayLength);
    return first !== undefined && next !== undefined && first <= day && day < next;
  };
}

/** `2026-11-21`. */
const dayLength = 10;

function nameOf(from: Date, every: Every): string {
  const year = String(from.getUTCFullYear());
  const month = from.getUTCMonth();
  return every === 'quarter' ? `${year}-Q${Math.floor(month / 3) + 1}` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
