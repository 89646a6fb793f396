/** What figures are reckoned from: the decision log and the courses of the RFCs, sorted once into the periods they fall in. */
import type { Course, CourseEscalation, CourseTerm } from '../course.ts';
import { renderKey, type LogEntry } from '../log/entry.ts';
import type { PauseStretch } from '../stretches.ts';
import { dayOf, millisecondsPerDay } from '../zone-days.ts';
import { firstToldIn, type FirstTold } from './first-told.ts';
import { newcomersIn, type Newcomers } from './newcomers.ts';
import { daysBegun, isInPeriod, type Period } from './period.ts';

/** What figures need of an entry. */
export type VitalEntry = Pick<LogEntry, 'number' | 'n' | 'result' | 'by' | 'owner' | 'at' | 'rung' | 'domain' | 'isSatisfied' | 'principles' | 'tensions' | 'objections' | 'reviewOn' | 'review'> & {
  repository: Pick<LogEntry['repository'], 'id'>;
};

/** The course of one RFC. */
export interface RfcCourse extends Course {
  repository: number;
  number: number;
}

/** A principle that holds now. */
export interface HeldPrinciple {
  id: string;
  /** The ids of the repositories in which it does. */
  repositories: ReadonlySet<number>;
}

export interface VitalSource {
  entries: readonly VitalEntry[];
  courses: readonly RfcCourse[];
  principles: readonly HeldPrinciple[];
  now: Date;
}

interface InDomain {
  domain: string | null;
}

/** Its objections and tensions are those that no earlier decision about the same RFC has told of. */
export interface Decided extends InDomain, FirstTold {
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
  newcomers: Newcomers;
  /** Decisions that somebody looked back at within it; and those that were to be by a day within it that has come, of which nobody has said yet how they turned out. */
  reviews: readonly Decided[];
  principles: readonly HeldPrinciple[];
}

/** Facts that are being gathered. */
type Gathered = { [Key in 'decided' | 'stretches' | 'answers' | 'escalations' | 'terms' | 'reviews']: Facts[Key][number][] };

/** Sorts what there is into each of the periods, in the order of the source; everything is gone through once. */
export function factsOf({ entries, courses, principles, now }: VitalSource, periods: readonly Period[]): Facts[] {
  const gathered = periods.map((period) => ({ period, facts: nothingYet() }));
  const holding = holdingOf(gathered);
  const holdingDay = holdingDayOf(gathered, now);
  const latencies = latenciesOf(courses);
  const firstTold = firstToldIn(entries);
  for (const entry of entries) {
    const { at, domain } = entry;
    const decided: Decided = { entry, domain, ...firstTold(entry), days: latencies.get(renderKey({ repositoryId: entry.repository.id, number: entry.number, n: entry.n })) ?? null };
    for (const facts of holding(at)) facts.decided.push(decided);
    for (const facts of reviewedIn(entry, { holding, holdingDay })) facts.reviews.push(decided);
  }
  for (const course of courses) gatherCourse(course, holding);
  const newcomers = newcomersIn({ entries, courses });
  return gathered.map(({ period, facts }) => ({ ...facts, period, newcomers: newcomers(period), principles }));
}

/** Each decision is looked back at once: what was said counts, with or without a day for it, and whatever became of the decision since. */
function reviewedIn({ review, reviewOn }: VitalEntry, { holding, holdingDay }: Record<'holding' | 'holdingDay', (at: string) => readonly Gathered[]>): readonly Gathered[] {
  if (review !== null) return holding(review.at);
  return reviewOn === null ? [] : holdingDay(reviewOn);
}

function gatherCourse({ domain, stretches, firstAnswer, escalations, terms }: RfcCourse, holding: (at: string) => readonly Gathered[]): void {
  for (const each of stretches) {
    const stretch = { ...each, domain };
    for (const facts of holding(stretch.until)) facts.stretches.push(stretch);
  }
  if (firstAnswer !== null) for (const facts of holding(firstAnswer.at)) facts.answers.push({ days: firstAnswer.days, domain });
  for (const escalation of escalations) for (const facts of holding(escalation.openedAt)) facts.escalations.push({ ...escalation, domain });
  for (const term of terms) if (term.endedAt !== null) for (const facts of holding(term.endedAt)) facts.terms.push({ ...term, domain });
}

function nothingYet(): Gathered {
  return { decided: [], stretches: [], answers: [], escalations: [], terms: [], reviews: [] };
}

/** Facts that are being gathered, of a period. */
interface Gathering {
  period: Period;
  facts: Gathered;
}

/**
 * Tells which facts a moment belongs to. There are few days of UTC, and much on each of them; only on those in which a
 * period begins or ends does it matter when.
 */
function holdingOf(gathered: readonly Gathering[]): (at: string) => readonly Gathered[] {
  const edges = gathered.flatMap(({ period: { from, until } }) => [from.getTime(), until.getTime()]);
  const on = (at: string) => gathered.filter(({ period }) => isInPeriod(at, period)).map(({ facts }) => facts);
  const byDay = new Map<string, readonly Gathered[] | 'divided'>();
  const onDay = (day: string): readonly Gathered[] | 'divided' => {
    const begins = Date.parse(day);
    return edges.some((edge) => begins < edge && edge < begins + millisecondsPerDay) ? 'divided' : on(day);
  };
  return (at) => {
    const day = dayOf(at);
    const known = byDay.get(day) ?? onDay(day);
    byDay.set(day, known);
    return known === 'divided' ? on(at) : known;
  };
}

/** The same for plain days, which are those of the period's own zone; none for one that is yet to come. */
function holdingDayOf(gathered: readonly Gathering[], now: Date): (day: string) => readonly Gathered[] {
  const begun = gathered.map(({ period, facts }) => ({ ...daysBegun(period, now), facts }));
  const byDay = new Map<string, readonly Gathered[]>();
  return (day) => {
    const known = byDay.get(day) ?? begun.filter(({ first, next }) => first <= day && day < next).map(({ facts }) => facts);
    byDay.set(day, known);
    return known;
  };
}

/** The facts of each domain, by name; those without one come last. Who was new is not told by domain. */
export function byDomainName(facts: Facts): { name: string | null; facts: Facts }[] {
  const parts = new Map<string | null, Gathered>();
  const partOf = ({ domain }: InDomain): Gathered => {
    const part = parts.get(domain) ?? nothingYet();
    parts.set(domain, part);
    return part;
  };
  for (const each of facts.decided) partOf(each).decided.push(each);
  for (const each of facts.stretches) partOf(each).stretches.push(each);
  for (const each of facts.answers) partOf(each).answers.push(each);
  for (const each of facts.escalations) partOf(each).escalations.push(each);
  const names = [...parts.keys()].filter((name) => name !== null).sort();
  // What has none of these makes no domain of its own.
  for (const each of facts.terms) parts.get(each.domain)?.terms.push(each);
  for (const each of facts.reviews) parts.get(each.domain)?.reviews.push(each);
  return [...names, ...(parts.has(null) ? [null] : [])].map((name) => ({ name, facts: { ...facts, ...(parts.get(name) ?? nothingYet()), newcomers: { owners: null, drivers: null } } }));
}

function latenciesOf(courses: readonly RfcCourse[]): ReadonlyMap<string, number> {
  return new Map(courses.flatMap(({ repository, number, decisions }) => decisions.map(({ n, days }) => [renderKey({ repositoryId: repository, number, n }), days] as const)));
}
