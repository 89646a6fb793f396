/** Which days are worked on, and counting them; a day is a number, as in `zone-days.ts`. */
import type { WorkCalendar } from './calendar.ts';
import { dayNumber } from './zone-days.ts';

export interface WorkWeek {
  isWorkday: (day: number) => boolean;
  /** How many working days there are from the first day up to before the last. */
  count: (from: number, until: number) => number;
  /** The working day that comes after so many others, of those on or after a day: with 0, the first. */
  nth: (day: number, n: number) => number;
}

/** Reads the free days once. Throws a `RangeError` where the weekend leaves no day to work on. */
export function openWorkWeek({ weekend, holidays }: Pick<WorkCalendar, 'weekend' | 'holidays'>): WorkWeek {
  const isWeekday = (day: number) => !weekend.includes(weekdayOf(day));
  const perWeek = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !weekend.includes(weekday)).length;
  if (perWeek === 0) throw new RangeError('Unexpected weekend of all seven days, expected a calendar with at least one day to work on');
  const free = new Set<number>();
  for (const holiday of holidays) {
    const day = dayNumber(holiday);
    if (isWeekday(day)) free.add(day);
  }
  const isWorkday = (day: number) => isWeekday(day) && !free.has(day);

  function count(from: number, until: number): number {
    const weeks = Math.floor((until - from) / 7);
    let days = weeks * perWeek;
    for (let day = from + weeks * 7; day < until; day += 1) if (isWeekday(day)) days += 1;
    for (const day of free) if (day >= from && day < until) days -= 1;
    return days;
  }

  function nth(day: number, n: number): number {
    let [at, left] = [day, n];
    // Whole weeks at once; what their holidays took is left for the next round.
    for (let weeks = Math.floor(left / perWeek); weeks > 0; weeks = Math.floor(left / perWeek)) {
      left -= count(at, at + weeks * 7);
      at += weeks * 7;
    }
    for (; left > 0 || !isWorkday(at); at += 1) if (isWorkday(at)) left -= 1;
    return at;
  }

  return { isWorkday, count, nth };
}

/** 1 (Monday) to 7 (Sunday); the days are counted from a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
