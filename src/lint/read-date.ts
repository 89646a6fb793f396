/** Dates as people write them in documents. Only a date that can be read in one way is read. */
import { parseCalendarDate } from '../config/calendar-date.ts';

export type WrittenDate =
  | { kind: 'iso'; date: string }
  /** Written otherwise, and clear: `1 December 2026`. */
  | { kind: 'clear'; date: string }
  | { kind: 'none' };

const longestDate = 60;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayMonthYear = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})$/i;
const monthDayYear = /^(?:[a-z]+,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function iso(year: number, month: number, day: number): string | null {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return parseCalendarDate(text) === null ? null : text;
}

/** `25/12/2026` has one reading, `01/12/2026` has two, and `07/07/2026` has two that agree. */
function readYearLast(first: number, second: number, year: number): string | null {
  const readings = new Set([iso(year, second, first), iso(year, first, second)].filter((date) => date !== null));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

function readClear(text: string): string | null {
  const dmy = dayMonthYear.exec(text);
  if (dmy !== null) return iso(Number(dmy[3]), monthOf(dmy[2] ?? ''), Number(dmy[1]));
  const mdy = monthDayYear.exec(text);
  if (mdy !== null) return iso(Number(mdy[3]), monthOf(mdy[1] ?? ''), Number(mdy[2]));
  const first = yearFirst.exec(text);
  if (first !== null) return iso(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = yearLast.exec(text);
  return last === null ? null : readYearLast(Number(last[1]), Number(last[3]), Number(last[4]));
}

/** Reads a date; `none` where the text is no date, no date of the calendar, or could be two. */
export function readDate(text: string): WrittenDate {
  const trimmed = text.trim().replace(/[.;]$/, '').trim();
  if (trimmed.length > longestDate) return { kind: 'none' };
  if (parseCalendarDate(trimmed) !== null) return { kind: 'iso', date: trimmed };
  const date = readClear(trimmed);
  return date === null ? { kind: 'none' } : { kind: 'clear', date };
}

/** Whole days from the calendar day of `now` (in UTC) to an ISO date. */
export function daysUntil(date: string, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(date) - today) / 86_400_000);
}
