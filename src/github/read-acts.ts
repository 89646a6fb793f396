/** All that was done to an RFC, the oldest first: what its timeline tells, its opening, and the pushes. */
import type { Act } from '../decision/acts.ts';
import type { RfcFacts } from '../decision/snapshot.ts';
import { actsOfEvent, type ActReader, type FoundAct } from './act-of-event.ts';
import type { TimelineEvent } from './read-timeline.ts';

/** A head commit, and when it was first seen. */
export interface KnownHead {
  sha: string;
  at: string;
}

export interface ActsRequest extends ActReader {
  rfc: Pick<RfcFacts, 'author' | 'createdAt' | 'head'>;
  /** The head commits that were seen before. */
  heads: readonly KnownHead[];
  /** When this look began: until then a head that was never seen may have been pushed. */
  now: Date;
}

/**
 * The acts of a timeline. GitHub tells no time of a push, but for one that put the branch elsewhere: the others are
 * dated by when their commit was first seen as the head, and credited to the author.
 */
export function readActs(timeline: readonly TimelineEvent[], request: ActsRequest): Act[] {
  const { app, rfc } = request;
  const found = timeline.flatMap((entry) => actsOfEvent(entry, request)).sort(inOrder).map(({ act }) => act);
  const { author: by, createdAt: at } = rfc;
  const isOwn = by.isBot && by.login.toLowerCase() === app.login.toLowerCase();
  const pushed = pushesNotTold(found, request).map(({ sha, at: seenAt }): Act => ({ kind: 'pushed', at: seenAt, by, isOwn, sha }));
  // A stable order: the opening comes before all that happened in its second.
  const all: Act[] = [{ kind: 'opened', at, by, isOwn }, ...found, ...pushed];
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The head now, and those before it, of which no event tells. Whoever reviewed a commit had seen it before the look that does. */
function pushesNotTold(acts: readonly Act[], { rfc: { head, createdAt }, heads, now }: ActsRequest): KnownHead[] {
  if (head === null) return [];
  const told = new Set(acts.flatMap((act) => (act.kind === 'pushed' ? [act.sha] : [])));
  const isNew = !heads.some(({ sha }) => sha === head.sha);
  const all = isNew ? [...heads, { sha: head.sha, at: new Date(Math.max(Date.parse(createdAt), Math.min(now.getTime(), beforeReviewsOf(head.sha, acts)))).toISOString() }] : heads;
  return all.filter(({ sha }) => !told.has(sha));
}

/** A second before the first review of a commit, as what is said in the second of a push is taken for earlier. In milliseconds. */
function beforeReviewsOf(sha: string, acts: readonly Act[]): number {
  return Math.min(...acts.flatMap((act) => (act.kind === 'review' && act.sha === sha ? [Date.parse(act.at) - 1000] : [])));
}

/** By time; what happened in the same second, by kind and then as GitHub counts it. */
function inOrder(a: FoundAct, b: FoundAct): number {
  return Date.parse(a.act.at) - Date.parse(b.act.at) || compare(a.family, b.family) || a.id - b.id;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
