/** Tensions with one principle, reported on RFCs that have nothing to do with each other, become one question about it. */
import type { Config } from '../../config/schema.ts';
import type { OtherTerm } from '../load.ts';
import { hasEvent } from '../markers.ts';
import { dayNumber, millisecondsPerDay, openZone } from '../zone-days.ts';
import { chooseSteward } from './choose-steward.ts';
import type { OwnIssue, StewardFacts } from './facts.ts';
import { principleEvent, type PrincipleMark, readIssueMark, type ReviewEnding, settledEvent, withEnding, wordingOf } from './notice-marks.ts';
import type { Notice, StewardEffect } from './steward-plan.ts';
import { casesOf, independentVoices, type Principle } from './tension-cases.ts';

interface Review {
  issue: OwnIssue;
  mark: PrincipleMark;
}

/** Every question about a principle that was ever asked here, as far as its issue is known. */
function reviewsIn(issues: readonly OwnIssue[]): Review[] {
  return issues.flatMap((issue) => {
    const mark = readIssueMark(issue);
    return mark?.kind === 'principle' ? [{ issue, mark }] : [];
  });
}

/**
 * Closes the questions that a change of the config has answered, each with one note before it; where the pull request
 * that made the change closed it, the note and the mark are left to do. What people opened again after that is theirs.
 * Where the config could not be read as a whole, nothing is known to have changed.
 */
export function settlingEffects({ issues, rules }: StewardFacts, { principles }: Config, now: Date): StewardEffect[] {
  if (rules.unread.length > 0) return [];
  return reviewsIn(issues).flatMap((review) => settle(review, principles.find(({ id }) => id === review.mark.principle) ?? null, now));
}

function settle({ issue, mark }: Review, principle: Principle | null, now: Date): StewardEffect[] {
  const { number, body } = issue;
  // Once it is closed again, it is judged again.
  if (issue.isReopened) return mark.ending === 'kept' ? [{ kind: 'mark-issue', number, ending: null, body: withEnding(body, mark, null) }] : [];
  if (!issue.isOpen && !awaitsEnding(issue, now)) return [];
  const ending = endingOf(mark, principle);
  if (ending === 'kept') return issue.isOpen || closedFor(issue, now) < closings.together ? [] : [{ kind: 'mark-issue', number, ending, body: withEnding(body, mark, ending) }];
  const note: StewardEffect = { kind: 'comment', on: number, notice: { kind: 'settled', event: settledEvent, principle } };
  const last: StewardEffect = { kind: issue.isOpen ? 'close-issue' : 'mark-issue', number, ending, body: withEnding(body, mark, ending) };
  return hasEvent(issue.notes, settledEvent) ? [last] : [note, last];
}

function endingOf({ wording }: PrincipleMark, principle: Principle | null): ReviewEnding {
  if (principle === null) return 'removed';
  return wordingOf(principle.text) === wording ? 'kept' : 'changed';
}

/**
 * What a closing tells, in milliseconds. A change of the config within `together` of it belongs to it, whichever came
 * first. What was closed for longer than `judged` and has no ending was kept: what changed since is another story.
 */
const closings = { together: 3_600_000, judged: 14 * millisecondsPerDay };

/** Whether it is to be told from the config of now how a question that is closed was answered. */
function awaitsEnding(issue: Omit<OwnIssue, 'notes'>, now: Date): boolean {
  const mark = readIssueMark(issue);
  return mark?.kind === 'principle' && mark.ending === null && closedFor(issue, now) <= closings.judged;
}

/** In milliseconds. */
function closedFor({ closedAt, createdAt }: Pick<OwnIssue, 'closedAt' | 'createdAt'>, now: Date): number {
  return now.getTime() - Date.parse(closedAt ?? createdAt);
}

/** Whether something may be noted on it, so that it has to be known what was. */
export function mayBeNoted(issue: Omit<OwnIssue, 'notes'>, now: Date): boolean {
  return issue.isOpen || awaitsEnding(issue, now);
}

/** The question about one principle, if it is to be asked now: with `before`, the terms of what the same plan asks. */
export function dueReview(principle: Principle, facts: StewardFacts, { config, before, now }: { config: Config; before: readonly OtherTerm[]; now: Date }): Extract<Notice, { kind: 'principle' }> | null {
  const past = reviewsIn(facts.issues).filter(({ mark }) => mark.principle === principle.id);
  if (past.some(({ issue }) => issue.isOpen)) return null;
  const { tensions, within } = config.stewards;
  const cases = casesOf(principle, facts.tensions, { calendar: facts.calendar, after: answeredAt(principle, past, facts), within, now });
  if (independentVoices(cases) < tensions) return null;
  const n = Math.max(0, ...past.map(({ mark }) => mark.n)) + 1;
  const asked = chooseSteward(facts, config, { occasion: `principle.${principle.id}.${n}`, rather: cases.map(({ by }) => by.id), before }, now);
  const event = principleEvent({ principle: principle.id, n, wording: wordingOf(principle.text), asked, ending: null });
  return { kind: 'principle', event, asked, principle, value: config.values.find(({ id }) => id === principle.value)?.text ?? null, cases };
}

/** What was reported up to then is answered: by the end of the last question about it, or by its wording of today. */
function answeredAt({ since }: Principle, past: readonly Review[], { calendar: { timezone } }: StewardFacts): number {
  const ends = past.map(({ issue }) => Date.parse(issue.closedAt ?? issue.createdAt));
  // Who reports on the very day of the change may mean either; that counts.
  const reads = since === null ? -Infinity : openZone(timezone, Date.parse(since)).startOf(dayNumber(since)) - 1;
  return Math.max(-Infinity, reads, ...ends);
}

/** What became of a question about a principle: for the log, and for the pages. */
export interface PrincipleReview {
  principle: string;
  number: number;
  url: string;
  askedAt: string;
  closedAt: string | null;
  /** Null while it is open. */
  ending: ReviewEnding | null;
}

/** The oldest first. */
export function principleReviews(issues: readonly OwnIssue[]): PrincipleReview[] {
  return reviewsIn(issues)
    .map(({ issue: { number, url, createdAt, closedAt, isOpen }, mark }): PrincipleReview => ({
      principle: mark.principle,
      number,
      url,
      askedAt: createdAt,
      closedAt,
      ending: isOpen ? null : (mark.ending ?? 'kept'),
    }))
    .sort((one, other) => one.number - other.number);
}
