/** A WHEN, as people write it in a command: a date, a moment, a duration, a weekday, or a few words more. */
import { parseCalendarDate } from '../config/calendar-date.ts';
import { durationExpected, parseDuration } from '../config/duration.ts';
import type { WorkCalendar } from './calendar.ts';
import { weekdayOf } from './work-week.ts';
import { addTime } from './working-time.ts';
import { dateText, dayNumber, openZone } from './zone-days.ts';

/** A day as a whole, `2026-12-24`, or a moment; what a day means as a deadline or a return, the calendar says. */
export type When = { kind: 'date'; date: string } | { kind: 'instant'; at: Date };

export type WhenResult = { ok: true; when: When } | { ok: false; expected: string };

/** The moment from which durations and weekdays are counted, and the calendar by which. */
export interface WhenContext {
  now: Date;
  calendar: WorkCalendar;
}

/** What may stand where a WHEN belongs, in words. */
export const whenExpected = 'a date such as `2026-12-24`, a weekday, or a duration such as `3 working days`, `36h` or `P2D`';

/** Within these bounds an instant can be written with a year of four digits, whatever the zone. */
const earliest = Date.parse('1970-01-02T00:00Z');
const latest = Date.parse('9998-12-31T00:00Z');

/**
 * Reads a text that is a WHEN and nothing else; case and white space do not matter. A weekday is the next such day,
 * never today, with `next` or without. A moment that is past is read too: whether it will do, the command says.
 */
export function readWhen(text: string, context: WhenContext): WhenResult {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const date = readDate(words) ?? readNamedDay(words, context);
  if (date !== null) return bounded({ kind: 'date', date });
  const at = readInstant(words);
  if (at !== null) return bounded({ kind: 'instant', at });
  const result = parseDuration(words);
  if (result.ok) return bounded({ kind: 'instant', at: addTime(context.calendar, context.now, result.duration) });
  return { ok: false, expected: result.expected === durationExpected ? whenExpected : result.expected };
}

function bounded(when: When): WhenResult {
  const instant = when.kind === 'date' ? Date.parse(`${when.date}T00:00Z`) : when.at.getTime();
  return instant >= earliest && instant <= latest ? { ok: true, when } : { ok: false, expected: 'a moment after the year 1969 and before the year 9999' };
}

/** `2026-12-24t15:00z`, `2026-12-24t15:00:00+01:00`. */
const isoInstant = /^(\d{4}-\d{2}-\d{2})t(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function readInstant(words: string): Date | null {
  const date = isoInstant.exec(words)?.[1];
  return date !== undefined && parseCalendarDate(date) ? new Date(words.toUpperCase()) : null;
}

function readDate(words: string): string | null {
  return parseCalendarDate(words) === null ? null : words;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `friday`, `next friday`. */
const weekday = new RegExp(`^(?:next )?(${weekdays.join('|')})$`);

function readNamedDay(words: string, { now, calendar }: WhenContext): string | null {
  const today = openZone(calendar.timezone, now.getTime()).dayAt(now.getTime());
  const isWeekend = (day: number) => weekendOf(calendar).includes(weekdayOf(day));
  if (words === 'today') return dateText(today);
  if (words === 'tomorrow') return dateText(today + 1);
  if (/^(?:the )?end of (?:the |this )?week$/.test(words)) return dateText(endOfWeek(today, isWeekend));
  if (words === 'next week') return dateText(nextWeek(today, isWeekend));
  const named = weekday.exec(words)?.[1];
  if (named === undefined) return null;
  const ahead = (weekdays.indexOf(named) + 1 - weekdayOf(today) + 7) % 7;
  return dateText(today + (ahead === 0 ? 7 : ahead));
}

/** Where every day is worked on, a week ends on Friday all the same. */
function weekendOf({ weekend }: WorkCalendar): readonly number[] {
  return weekend.length === 0 ? [6, 7] : weekend;
}

/** The last day before the next weekend; on a weekend, of the week that comes. */
function endOfWeek(today: number, isWeekend: (day: number) => boolean): number {
  const start = firstDay(today, (day) => !isWeekend(day));
  return firstDay(start, isWeekend) - 1;
}

/** The first day after the weekend that comes, or that it is. */
function nextWeek(today: number, isWeekend: (day: number) => boolean): number {
  return firstDay(firstDay(today, isWeekend), (day) => !isWeekend(day));
}

function firstDay(from: number, fits: (day: number) => boolean): number {
  const day = [0, 1, 2, 3, 4, 5, 6].map((ahead) => from + ahead).find(fits);
  if (day === undefined) throw new RangeError('Unexpected weekend of all seven days, expected a calendar with at least one day to work on');
  return day;
}

export type SplitWhen = { ok: true; when: When; rest: string } | { ok: false; expected: string };

/** `until friday`, `for 3 days`: words that may lead to a WHEN. */
const lead = /^\s*(?:(?:until|till|for|by|on|in)\s+)?/i;

/** `the end of the week`. */
const mostWords = 5;

/** What ends a WHEN in a sentence: `until friday: the audit`, `2 days - the audit`. */
const separator = /^(?:[,;:.!?]+(?=\s|$)|\s+[-–—]+(?=\s))?\s*/;

/**
 * Takes the longest beginning of a text that is a WHEN, and gives it with the rest, trimmed:
 * `until 3 working days we wait` is `3 working days` and `we wait`.
 */
export function splitWhen(text: string, context: WhenContext): SplitWhen {
  const start = lead.exec(text)?.[0].length ?? 0;
  const ends = [...text.slice(start).matchAll(/\S+/g)].slice(0, mostWords).map((word) => start + endOfWord(word));
  let expected = whenExpected;
  for (const end of ends.reverse()) {
    const result = readWhen(text.slice(start, end), context);
    if (result.ok) return { ok: true, when: result.when, rest: text.slice(end).replace(separator, '').trim() };
    // What was nearly a WHEN says best what is wrong with it.
    if (expected === whenExpected) expected = result.expected;
  }
  return { ok: false, expected };
}

/** Where a word ends, without what only ends the sentence. Not by a pattern: a long row of dots would take it for ever. */
function endOfWord({ 0: word, index }: RegExpExecArray): number {
  let length = word.length;
  while (length > 0 && ',;:.!?'.includes(word.charAt(length - 1))) length -= 1;
  return index + length;
}

/** The last moment that a WHEN leaves: of a day, the end of its working hours. */
export function asDeadline(when: When, calendar: WorkCalendar): Date {
  return when.kind === 'instant' ? when.at : atMinuteOf(when.date, calendar, calendar.hours.to);
}

/** The moment at which a pause or an absence is over: of a day, the start of its working hours. */
export function asReturn(when: When, calendar: WorkCalendar): Date {
  return when.kind === 'instant' ? when.at : atMinuteOf(when.date, calendar, calendar.hours.from);
}

function atMinuteOf(date: string, { timezone }: WorkCalendar, minute: number): Date {
  const day = dayNumber(date);
  return new Date(openZone(timezone, Date.parse(`${date}T00:00Z`)).atMinute(day, minute));
}
