/** Calendar dates as `YYYY-MM-DD`, with no zone and no time of day. */

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysPerMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an ISO date; null where the text is none or the day does not exist (`2026-02-30`). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = isoDate.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

/** How many days a month has; 0 where there is no such month. */
function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (daysPerMonth[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}
