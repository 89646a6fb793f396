/** What a rung of the ladder is: how it weighs the voices of a period, and what it still needs. */
import type { Account } from '../account.ts';
import { instantOf } from '../activity.ts';
import type { Objection, Period } from '../record-schema.ts';
import type { PeriodEnds } from './closes-at.ts';
import type { Missing, Uncounted, Voiced } from './progress.ts';
import type { Spoken } from './voices-on.ts';

/** All that a rung weighs. Moments in milliseconds. */
export interface Weighed {
  period: Period;
  ends: PeriodEnds;
  now: number;
  /** Those of the period, but for who is the author or the Decision Owner by now. */
  entitled: readonly Account[];
  spoken: () => ReadonlyMap<number, Spoken>;
  /** The binding objections that are neither withdrawn nor set aside. */
  objections: readonly Objection[];
  /** When the text last became another one; -Infinity where it never did. */
  changedAt: number;
}

export interface Judged {
  /** When the period ends as things are; null without one. */
  closesAt: number | null;
  missing: readonly Missing[];
  silent: readonly Account[];
}

/** What somebody says as things are. */
export type Word = Pick<Voiced, 'standing' | 'said' | 'lastAt'>;

export interface Rung {
  judge: (weighed: Weighed) => Judged;
  /** Why what somebody entitled said does not count, or not yet. */
  whyNot: (word: Word, weighed: Weighed) => Uncounted | null;
}

/** Whether it was said on the text as it is now. Who speaks in the second of a change has not read it. */
export function isFresh({ at }: { at: string }, { changedAt }: Pick<Weighed, 'changedAt'>): boolean {
  return Date.parse(at) > changedAt;
}

/** Whether somebody said anything on the text as it is now. */
export function wasHeard({ id }: Account, weighed: Pick<Weighed, 'changedAt' | 'spoken'>): boolean {
  const last = weighed.spoken().get(id)?.last;
  return last !== undefined && isFresh(last, weighed);
}

export function objectionsMissing(objections: readonly Objection[]): Missing[] {
  return objections.length === 0 ? [] : [{ what: 'objections', objections }];
}

export function voicesMissing(people: readonly Account[]): Missing[] {
  return people.length === 0 ? [] : [{ what: 'voices', people }];
}

export function timeMissing({ ends, now }: Weighed): Missing[] {
  return now >= ends.least ? [] : [{ what: 'period', until: instantOf(ends.least) }];
}

/** What somebody says as things are: an objection before all else, then the side they are on, unless they spoke of the new text without one. */
export function wordOf(spoken: Spoken | undefined, weighed: Pick<Weighed, 'changedAt'>): Word {
  if (spoken === undefined) return { standing: 'silent', said: null, lastAt: null };
  const { objection, side, last } = spoken;
  if (objection !== null) return { standing: 'objects', said: { at: objection.at, url: objection.url }, lastAt: last.at };
  const saying = side !== null && (isFresh(side, weighed) || !isFresh(last, weighed)) ? side : last;
  return { standing: saying.side ?? 'heard', said: { at: saying.at, url: saying.url }, lastAt: last.at };
}
