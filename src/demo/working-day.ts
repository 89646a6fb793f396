/** The demo's working days: Monday to Friday by UTC, as the config of its repositories leaves them. */
import type { WorkCalendar } from '../decision/calendar.ts';
import { addTime, isWorkingDay, nextWorkingTime } from '../decision/working-time.ts';
import type { Clock } from './github/clock.ts';

const calendar: WorkCalendar = { timezone: 'UTC', weekend: [6, 7], holidays: [], hours: { from: 9 * 60, to: 17 * 60 } };

/** So many working days later, and within working hours: Friday 15:00 and one is Monday 15:00, an evening and one is a morning. */
export function workingDaysLater(now: Date, days: number): Date {
  return nextWorkingTime(calendar, addTime(calendar, now, { amount: days, unit: 'working-days' }));
}

/** Turns a clock by so many working days at once. */
export function turnByWorkingDays(clock: Clock, days: number): void {
  const now = clock.now();
  clock.advance(workingDaysLater(now, days).getTime() - now.getTime());
}

/** Ten o'clock on the last working day, today included: the demo tells the same story on a Sunday night as on a Monday. */
export function lastWorkingMorning(today: Date): Date {
  const morning = new Date(today);
  morning.setUTCHours(10, 0, 0, 0);
  return backToWork(morning);
}

/** So many working days earlier, at the same time of day. */
export function workingDaysEarlier(moment: Date, days: number): Date {
  let earlier = new Date(moment);
  for (let left = days; left > 0; left -= 1) {
    earlier.setUTCDate(earlier.getUTCDate() - 1);
    earlier = backToWork(earlier);
  }
  return earlier;
}

function backToWork(moment: Date): Date {
  const day = new Date(moment);
  while (!isWorkingDay(calendar, day.toISOString().slice(0, 10))) day.setUTCDate(day.getUTCDate() - 1);
  return day;
}
