/** What was done to an RFC, as GitHub's timeline tells it: facts only, the oldest first. Instants are ISO 8601 in UTC. */
import type { Account } from './account.ts';

/** A team, as the config and GitHub write it: `acme/infra`. */
export interface Team {
  team: string;
}

/** Who is asked for a review. */
export type Addressee = Account | Team;

export function isTeam(addressee: Addressee): addressee is Team {
  return 'team' in addressee;
}

/** Something that somebody wrote. Comments and reviews are counted by GitHub each in their own way: two may share an id. */
export interface Words {
  id: number;
  body: string;
  /** The SHA-256 of the body in UTF-8, its first 16 hexadecimal digits. */
  hash: string;
  /** Whether it was edited before it was read here; somebody else may have written it then. */
  isEdited: boolean;
  url: string;
}

export type ReviewState = 'approved' | 'changes-requested' | 'commented' | 'dismissed';

interface Base {
  at: string;
  /** For a push, the author, unless an event names somebody else. */
  by: Account;
  /** Whether Unpause itself did it. */
  isOwn: boolean;
}

export type Comment = Base & Words & { kind: 'comment' };
export type Review = Base & Words & { kind: 'review'; state: ReviewState; sha: string };

export type Act =
  | (Base & { kind: 'opened' })
  | Comment
  | Review
  /** A comment on a line, outside the body of a review. */
  | (Base & { kind: 'review-comment'; id: number; url: string })
  /** A new head commit; GitHub tells no time of it, so it is when it was first seen. */
  | (Base & { kind: 'pushed'; sha: string })
  | (Base & { kind: 'requested' | 'request-removed'; of: Addressee })
  | (Base & { kind: 'assigned' | 'unassigned'; of: Account })
  | (Base & { kind: 'labelled' | 'unlabelled'; label: string })
  | (Base & { kind: 'drafted' | 'readied' | 'closed' | 'reopened' | 'merged' | 'renamed' });

/** A key for a comment or a review. As a number: maps of many are asked at every look. */
export function keyOfWords({ in: place, id }: { in: Speech['kind']; id: number }): number {
  return place === 'comment' ? 2 * id : 2 * id + 1;
}

/** What may hold commands. */
export type Speech = Comment | Review;

export function isSpeech(act: Act): act is Speech {
  return act.kind === 'comment' || act.kind === 'review';
}

/**
 * Whether an act came after something that began at an instant, with the words that began it, if any did. GitHub tells
 * whole seconds; of the same second, it counts what is written in the same way upwards.
 */
export function isAfter(act: Act, { at, source }: { at: string; source: { in: Speech['kind']; id: number } | null }): boolean {
  const between = Date.parse(act.at) - Date.parse(at);
  return between > 0 || (between === 0 && isSpeech(act) && act.kind === source?.in && act.id > source.id);
}
