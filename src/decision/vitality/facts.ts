/** What figures are reckoned from: the decision log and the courses of the RFCs, sorted once into the periods they fall in. */
import type { Course, CourseEscalation, CourseTerm } from '../course.ts';
import { renderKey, type LogEntry } from '../log/entry.ts';
import type { PauseStretch } from '../stretches.ts';
import { millisecondsPerDay } from '../zone-days.ts';
import { inPeriod, type Period } from './period.ts';

/** What figures need of an entry. */
export type VitalEntry = Pick<LogEntry, 'number' | 'n' | 'result' | 'by' | 'owner' | 'at' | 'rung' | 'domain' | 'isSatisfied' | 'principles' | 'tensions' | 'objections' | 'reviewOn' | 'review'> & {
  repository: Pick<LogEntry['repository'], 'id'>;
};

/** The course of one RFC. */
export interface RfcCourse extends Course {
  repository: number;
  number: number;
}

export interface VitalSource {
  entries: readonly VitalEntry[];
  courses: readonly RfcCourse[];
  /** The ids of the principles that hold now. */
  principles: readonly string[];
  now: Date;
}

interface InDomain {
  domain: string | null;
}

export interface Decided extends InDomain {
  entry: VitalEntry;
  /** How many working days it took; null where that is not known. */
  days: number | null;
}

/** Everything of one period. */
export interface Facts {
  period: Period;
  /** Decided, or merged without a decision, within it. */
  decided: readonly Decided[];
  /** Pauses that ended within it. */
  stretches: readonly (PauseStretch & InDomain)[];
  /** First answers that were given within it, in working days. */
  answers: readonly ({ days: number } & InDomain)[];
  /** Requests for help that were made within it. */
  escalations: readonly (CourseEscalation & InDomain)[];
  /** Terms that ended within it. */
  terms: readonly (CourseTerm & InDomain)[];
  /** How many decided, or drove, for the first time in two years; null where nothing from before is known. */
  newcomers: { owners: number | null; drivers: number | null };
  /** Decisions that were to be looked back at within it, and not later than now. */
  reviews: readonly Decided[];
  principles: readonly string[];
}

/** Sorts what there is into each of the periods. */
export function factsOf(source: VitalSource, periods: readonly Period[]): Facts[] {
  const latencies = latenciesOf(source.courses);
  const decided = source.entries.map((entry): Decided => ({ entry, domain: entry.domain, days: latencies.get(renderKey({ repositoryId: entry.repository.id, number: entry.number, n: entry.n })) ?? null }));
  const owners = momentsByPerson(source.entries.flatMap(({ owner, by, at }) => personAt(owner ?? by, at)));
  const drivers = momentsByPerson(source.courses.flatMap(({ terms }) => terms.flatMap(({ holder, startedAt }) => personAt({ id: holder }, startedAt))));
  return periods.map((period) => {
    const isIn = inPeriod(period);
    return {
      period,
      decided: decided.filter(({ entry }) => isIn(entry.at)),
      ...coursesIn(source.courses, isIn),
      newcomers: { owners: newIn(period, owners), drivers: newIn(period, drivers) },
      reviews: decided.filter(({ entry: { reviewOn } }) => reviewOn !== null && isIn(reviewOn) && Date.parse(reviewOn) <= source.now.getTime()),
      principles: source.principles,
    };
  });
}

/** What of it is of one domain; who was new is not told by domain. */
export function inDomain(facts: Facts, name: string | null): Facts {
  const ofIt = <Entry extends InDomain>(entries: readonly Entry[]): Entry[] => entries.filter(({ domain }) => domain === name);
  return {
    ...facts,
    decided: ofIt(facts.decided),
    stretches: ofIt(facts.stretches),
    answers: ofIt(facts.answers),
    escalations: ofIt(facts.escalations),
    terms: ofIt(facts.terms),
    newcomers: { owners: null, drivers: null },
    reviews: ofIt(facts.reviews),
  };
}

/** The domains that the facts are of, by name; null, without one, comes last. */
export function domainsIn({ decided, stretches, answers, escalations }: Facts): (string | null)[] {
  const all = [decided, stretches, answers, escalations].flatMap((entries: readonly InDomain[]) => entries.map(({ domain }) => domain));
  const names = [...new Set(all)].filter((name) => name !== null).sort();
  return all.includes(null) ? [...names, null] : names;
}

function coursesIn(courses: readonly RfcCourse[], isIn: (at: string) => boolean): Pick<Facts, 'stretches' | 'answers' | 'escalations' | 'terms'> {
  return {
    stretches: courses.flatMap(({ domain, stretches }) => stretches.filter(({ until }) => isIn(until)).map((stretch) => ({ ...stretch, domain }))),
    answers: courses.flatMap(({ domain, firstAnswer }) => (firstAnswer !== null && isIn(firstAnswer.at) ? [{ days: firstAnswer.days, domain }] : [])),
    escalations: courses.flatMap(({ domain, escalations }) => escalations.filter(({ openedAt }) => isIn(openedAt)).map((escalation) => ({ ...escalation, domain }))),
    terms: courses.flatMap(({ domain, terms }) => terms.filter(({ endedAt }) => endedAt !== null && isIn(endedAt)).map((term) => ({ ...term, domain }))),
  };
}

function latenciesOf(courses: readonly RfcCourse[]): ReadonlyMap<string, number> {
  return new Map(courses.flatMap(({ repository, number, decisions }) => decisions.map(({ n, days }) => [renderKey({ repositoryId: repository, number, n }), days] as const)));
}

interface PersonAt {
  person: number;
  at: number;
}

/** The id of whoever is not named any more; nobody on GitHub has it. */
export const forgotten = 0;

function personAt(person: { id: number } | null, at: string): PersonAt[] {
  return person === null || person.id === forgotten ? [] : [{ person: person.id, at: Date.parse(at) }];
}

function momentsByPerson(moments: readonly PersonAt[]): ReadonlyMap<number, readonly number[]> {
  const byPerson = new Map<number, number[]>();
  for (const { person, at } of moments) {
    const known = byPerson.get(person);
    if (known === undefined) byPerson.set(person, [at]);
    else known.push(at);
  }
  return byPerson;
}

/** Who did nothing of the kind for so long is new to it. In milliseconds. */
export const memory = 730 * millisecondsPerDay;

function newIn({ from, until }: Period, byPerson: ReadonlyMap<number, readonly number[]>): number | null {
  const start = from.getTime();
  const all = [...byPerson.values()];
  // In a log that has just begun everybody would be new.
  if (!all.some((moments) => moments.some((at) => at < start))) return null;
  return all.filter((moments) => moments.some((at) => at >= start && at < until.getTime()) && !moments.some((at) => at < start && at >= start - memory)).length;
}
