/** What the addresses of the decision log may say, and how that becomes a question to the store. */
import * as z from 'zod/mini';
import { millisecondsPerDay } from '../../decision/zone-days.ts';
import { cursorOf, readCursor, writeCursor, type LogCursor, type LogFilter } from '../../store/find-entries.ts';
import { noLaterThanLast } from '../../store/moments.ts';
import type { LogEntry, LogResult } from '../../decision/log/entry.ts';
import type { Visible } from '../../store/visible.ts';
import { day, oneOf, pageSize, word } from './query.ts';

export const logResults = ['accepted', 'rejected', 'deferred', 'superseded', 'merged-without-decision'] as const satisfies readonly LogResult[];

const before = z.prefault(
  z.pipe(
    z.string(),
    z.transform((text, context): LogCursor | null => {
      const read = text === '' ? null : readCursor(text);
      if (text === '' || read !== null) return read;
      context.issues.push({ code: 'custom', message: 'the address of a page that was shown', input: text });
      return z.NEVER;
    }),
  ),
  '',
);

export const LogQuery = z.object({ text: word, domain: word, result: oneOf(logResults), principle: word, topic: word, person: word, review: oneOf(['due']), from: day, to: day, after: before });
export type LogQuery = z.infer<typeof LogQuery>;

/** Both days belong to the time that is asked for. */
export function filterOf({ text, domain, result, principle, topic, person, review, from, to, after }: LogQuery, { repositories, now }: { repositories: Visible; now: Date }): LogFilter {
  const wanted = { text, domain, result, principle, topic, person: person?.replace(/^@/, '') ?? null, from, dueBy: review === null ? null : dayAt(now), to: to === null ? null : new Date(noLaterThanLast(Date.parse(to) + millisecondsPerDay)).toISOString(), before: after };
  const said = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
  return { repositories, ...(said as Partial<LogFilter>) };
}

/** The day that it is, in UTC as all times of the pages. */
export function dayAt(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** What the address says, but for where the list goes on. */
export function wordsOf(query: LogQuery): Readonly<Record<string, string | null>> {
  return { ...query, after: null };
}

/** What is shown of the entries that were asked for, one more than fit, and where the list goes on behind them. */
export function firstEntries(entries: readonly LogEntry[]): { entries: readonly LogEntry[]; next: string | null } {
  const shown = entries.slice(0, pageSize);
  const last = shown.at(-1);
  return { entries: shown, next: entries.length > pageSize && last !== undefined ? writeCursor(cursorOf(last)) : null };
}
