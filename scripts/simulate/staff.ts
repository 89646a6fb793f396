/** The people of a simulated organisation: who is away when, and how long an answer takes them. */
import { behaviour } from './behaviour.ts';
import type { Draws } from './draws.ts';
import { day, whenWorked, wholeSecond, worked } from './work-clock.ts';

/** In milliseconds since 1970. */
export interface Away {
  from: number;
  until: number;
}

/** Those on the path of escalation; they are not of the pool. */
export const leadIds: readonly number[] = Array.from({ length: behaviour.leads }, (_, index) => 10_001 + index);

export interface Staff {
  /** Ids of those who take part. */
  people: readonly number[];
  /** Ids of those on the path of escalation. */
  leads: readonly number[];
  /** In order; the leads are always there. */
  absences: ReadonlyMap<number, readonly Away[]>;
  isAway: (person: number, at: number) => boolean;
  /** When somebody who is asked at a moment answers; null: never. `name` names the request. */
  answer: (person: number, askedAt: number, name: string) => number | null;
}

export function hire(size: number, { from, until }: Away, draws: Draws): Staff {
  const people = Array.from({ length: size }, (_, index) => index + 1);
  const absences = new Map(people.map((person) => [person, absencesOf(person, { from, until }, draws)]));
  const awayTimes = (person: number): readonly Away[] => absences.get(person) ?? [];
  return {
    people,
    leads: leadIds,
    absences,
    isAway: (person, at) => awayTimes(person).some((away) => away.from <= at && at < away.until),
    answer(person, askedAt, name) {
      if (draws.even(`${name}/never`) < behaviour.neverAnswers) return null;
      return spend(behaviour.answerAfter * draws.logNormal(name, behaviour.answerSpread), askedAt, awayTimes(person));
    },
  };
}

/** Away and there by turns; the first stretch begins long before, so that the share of those away holds from the start. */
function absencesOf(person: number, { from, until }: Away, draws: Draws): Away[] {
  const { least, most } = behaviour.absence;
  const thereFor = ((least + most) / 2) * ((1 - behaviour.away) / behaviour.away);
  const absences: Away[] = [];
  let at = from - 365 * day;
  for (let n = 0; at < until; n += 1) {
    const leaves = wholeSecond(at + thereFor * draws.exponential(`${person}/there/${n}`) * day);
    at = wholeSecond(leaves + (least + (most - least) * draws.even(`${person}/away/${n}`)) * day);
    absences.push({ from: leaves, until: at });
  }
  return absences;
}

/** When so many minutes of work are done that begin at a moment, with nothing done while away. */
function spend(minutes: number, start: number, absences: readonly Away[]): number {
  let end = worked(start) + minutes;
  for (const away of absences) {
    if (away.until > start && worked(away.from) < end) end += worked(away.until) - worked(Math.max(away.from, start));
  }
  return whenWorked(end);
}
