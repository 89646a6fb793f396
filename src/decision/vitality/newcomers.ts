/** Who decides, or drives, for the first time in a long while: counted, and never named. */
import type { LogEntry } from '../log/entry.ts';
import { millisecondsPerDay } from '../zone-days.ts';
import type { Period } from './period.ts';

/** How many decided, or drove, for the first time in two years; null where nothing from before is known. */
export interface Newcomers {
  owners: number | null;
  drivers: number | null;
}

/** The id of whoever is not named any more; nobody on GitHub has it. */
export const forgotten = 0;

/** Who did nothing of the kind for so long is new to it. In milliseconds. */
export const memory = 730 * millisecondsPerDay;

interface Sources {
  entries: readonly Pick<LogEntry, 'owner' | 'by' | 'at'>[];
  courses: readonly { terms: readonly { holder: number; startedAt: string }[] }[];
}

/** Tells who was new in a period. */
export function newcomersIn({ entries, courses }: Sources): (period: Period) => Newcomers {
  const owners = momentsByPerson(entries.flatMap(({ owner, by, at }) => momentOf((owner ?? by)?.id ?? forgotten, at)));
  const drivers = momentsByPerson(courses.flatMap(({ terms }) => terms.flatMap(({ holder, startedAt }) => momentOf(holder, startedAt))));
  return (period) => ({ owners: newIn(period, owners), drivers: newIn(period, drivers) });
}

interface Moment {
  person: number;
  at: number;
}

function momentOf(person: number, at: string): Moment[] {
  return person === forgotten ? [] : [{ person, at: Date.parse(at) }];
}

function momentsByPerson(moments: readonly Moment[]): ReadonlyMap<number, readonly number[]> {
  const byPerson = new Map<number, number[]>();
  for (const { person, at } of moments) {
    const known = byPerson.get(person);
    if (known === undefined) byPerson.set(person, [at]);
    else known.push(at);
  }
  return byPerson;
}

function newIn({ from, until }: Period, byPerson: ReadonlyMap<number, readonly number[]>): number | null {
  const start = from.getTime();
  const all = [...byPerson.values()];
  // In a log that has just begun everybody would be new.
  if (!all.some((moments) => moments.some((at) => at < start))) return null;
  return all.filter((moments) => moments.some((at) => at >= start && at < until.getTime()) && !moments.some((at) => at < start && at >= start - memory)).length;
}
