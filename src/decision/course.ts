/**
 * The course that an RFC took to its decision, in figures: what it waited for, how long it was until somebody answered,
 * who drove it, and what became of requests for help. Reckoned once it is decided or closed; vitality is made of these.
 */
import { timeOf } from './activity.ts';
import { domainsOf } from './domain.ts';
import type { Interval } from './intervals.ts';
import { pausedIntervals } from './pause-clock.ts';
import type { Escalation, Record, Term } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { stretchesOf, type PauseStretch, type StretchSources } from './stretches.ts';
import { voicesOf } from './voices.ts';
import { workingDaysBetween } from './working-time.ts';

/** When something came, and after how many working days. ISO 8601 in UTC. */
export interface Timed {
  at: string;
  days: number;
}

export interface CourseTerm {
  /** The id of whoever drove. */
  holder: number;
  startedAt: string;
  /** Null while it runs. */
  endedAt: string | null;
  ended: NonNullable<Term['ended']>['how'] | null;
  /** Whether it ended with a word to whoever comes next. */
  hasNote: boolean;
}

export interface CourseEscalation {
  openedAt: string;
  /** Null while it is open. */
  ended: NonNullable<Escalation['ended']>['how'] | null;
  /** In working days, from the request to its end; null while it is open. */
  days: number | null;
}

export interface Course {
  /** Null without one. */
  domain: string | null;
  stretches: readonly PauseStretch[];
  /** The first that a person other than the author said, since the RFC was there for people to read; null where nobody did, or somebody had before that is reckoned. */
  firstAnswer: Timed | null;
  /** Each decision by its number, and how long it took since the RFC was there, or opened again; 0: merged without one. */
  decisions: readonly (Timed & { n: number })[];
  terms: readonly CourseTerm[];
  escalations: readonly CourseEscalation[];
}

/** When an RFC came to its end: its last decision or its close, whichever came later. */
export function settledAt({ snapshot: { acts, rfc }, record: { decisions } }: StretchSources): Date {
  const ends = [...decisions, ...acts.filter(({ kind }) => kind === 'closed' || kind === 'merged')].map(timeOf);
  return new Date(Math.max(timeOf({ at: rfc.createdAt }), ...ends));
}

export function courseOf(sources: StretchSources): Course {
  const { snapshot, record, config } = sources;
  const paused = [...pausedIntervals(snapshot, record), ...botsOwnTime(snapshot)];
  const daysBetween = (from: string, until: string): number => workingDaysBetween(snapshot.calendar, new Date(from), new Date(until), paused);
  const start = startOf(snapshot, record);
  const answeredAt = firstAnswerAt(sources, start);
  return {
    domain: domainOf(sources) ?? domainsOf(snapshot, config)[0] ?? null,
    stretches: stretchesOf(sources),
    firstAnswer: answeredAt === null ? null : { at: answeredAt, days: daysBetween(start, answeredAt) },
    decisions: endsOf(sources, start).map(({ n, from, at }) => ({ n, at, days: daysBetween(from, at) })),
    terms: record.terms.map(courseTerm),
    escalations: record.escalations.map(({ openedAt, ended }) => ({ openedAt, ended: ended?.how ?? null, days: ended === null ? null : daysBetween(openedAt, ended.at) })),
  };
}

/** Since the RFC is there and Unpause is switched on; drafts are not counted anyway. */
function startOf({ rfc, rules }: Snapshot, { firstSeenAt }: Record): string {
  const starts = [rfc.createdAt, rules.configuredAt ?? firstSeenAt];
  return starts.reduce((latest, at) => (Date.parse(at) > Date.parse(latest) ? at : latest));
}

/** Null where nobody answered; and where somebody had before the start, as nobody waited for what came later. */
function firstAnswerAt({ snapshot, record }: StretchSources, start: string): string | null {
  const first = voicesOf(snapshot, record).find(({ by }) => by !== snapshot.rfc.author.id);
  return first === undefined || first.at < timeOf({ at: start }) ? null : new Date(first.at).toISOString();
}

/** What a bot opened begins, for people, with the first thing that one of them does. */
function botsOwnTime({ rfc, acts }: Snapshot): Interval[] {
  if (!rfc.author.isBot) return [];
  const first = acts.find(({ by, isOwn }) => !by.isBot && !isOwn);
  return first === undefined ? [] : [{ from: new Date(rfc.createdAt), until: new Date(first.at) }];
}

function domainOf({ record: { decisions, period } }: StretchSources): string | null {
  return decisions.at(-1)?.under?.domain ?? period?.domain ?? null;
}

/** Decisions with the moment from which each of them was being made. */
function endsOf({ snapshot, record }: StretchSources, start: string): { n: number; from: string; at: string }[] {
  const ends = record.decisions.map(({ n, at }, index) => {
    const before = record.decisions[index - 1];
    return { n, at, from: before === undefined ? start : (before.reopened?.at ?? before.at) };
  });
  const merged = snapshot.acts.findLast(({ kind }) => kind === 'merged');
  const isUndecided = ends.length === 0 && snapshot.rfc.isMerged;
  return isUndecided && merged !== undefined && timeOf(merged) >= timeOf({ at: start }) ? [{ n: 0, from: start, at: merged.at }] : ends;
}

function courseTerm({ holder, startedAt, ended }: Term): CourseTerm {
  return { holder: holder.id, startedAt, endedAt: ended?.at ?? null, ended: ended?.how ?? null, hasNote: ended !== null && ended.note !== null };
}
