/** Which reports of tensions belong together, and when they are enough to ask whether a principle still fits. */
import type { Config } from '../../config/schema.ts';
import type { Duration } from '../../config/duration.ts';
import type { WorkCalendar } from '../calendar.ts';
import { addTime } from '../working-time.ts';
import type { ReportedTension } from './facts.ts';

export type Principle = Config['principles'][number];

export interface Span {
  calendar: WorkCalendar;
  /** What was reported up to then was answered, in milliseconds since 1970. */
  after: number;
  within: Duration;
  now: Date;
}

/** The reports about one principle that nothing has answered since, the oldest first; those from before `within` count no more. */
export function casesOf(principle: Principle, tensions: readonly ReportedTension[], { calendar, after, within, now }: Span): ReportedTension[] {
  return tensions
    .filter((tension) => isAbout(tension, principle) && Date.parse(tension.at) > after && addTime(calendar, new Date(tension.at), within) > now)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.rfc.number - other.rfc.number || one.source.id - other.source.id);
}

/** By its short name, or by its words as somebody wrote them before the config knew it. */
function isAbout({ principle: named }: ReportedTension, { id, text }: Principle): boolean {
  return isSame(named, id) || isSame(named, text);
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * The most people of whom each can be given an RFC of their own on which they reported: one person's many reports, or
 * many on one RFC, are one voice. The largest matching, found by augmenting paths.
 */
export function independentVoices(cases: readonly ReportedTension[]): number {
  const rfcsOf = new Map<number, number[]>();
  for (const { by, rfc } of cases) rfcsOf.set(by.id, [...(rfcsOf.get(by.id) ?? []), rfc.number]);
  const takenBy = new Map<number, number>();
  const canTake = (person: number, tried: Set<number>): boolean =>
    (rfcsOf.get(person) ?? []).some((rfc) => {
      if (tried.has(rfc)) return false;
      tried.add(rfc);
      const holder = takenBy.get(rfc);
      if (holder !== undefined && !canTake(holder, tried)) return false;
      takenBy.set(rfc, person);
      return true;
    });
  return [...rfcsOf.keys()].filter((person) => canTake(person, new Set())).length;
}
