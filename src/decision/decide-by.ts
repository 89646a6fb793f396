/** By when the documents say that it is decided. */
import { readDate } from '../lint/read-date.ts';
import type { Snapshot } from './snapshot.ts';
import { dayNumber, millisecondsPerDay, openZone } from './zone-days.ts';

/**
 * The first moment after the decide-by date, in the zone of the calendar; the earliest, where several documents have
 * one. Null where none has a date that can be read.
 */
export function overdueFrom({ documents, calendar }: Pick<Snapshot, 'documents' | 'calendar'>): Date | null {
  const dates = documents.flatMap(({ result }) => {
    const date = readDate(result?.fields.decideBy?.text ?? '');
    return date.kind === 'none' ? [] : [date.date];
  });
  const [first] = dates.sort();
  if (first === undefined) return null;
  const dayAfter = dayNumber(first) + 1;
  return new Date(openZone(calendar.timezone, dayAfter * millisecondsPerDay).startOf(dayAfter));
}
