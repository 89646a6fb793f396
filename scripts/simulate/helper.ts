/** What stands between the people and Unpause in a simulation: the same people can be helped in different ways. */
import type { OtherTerm } from '../../src/decision/load.ts';
import type { Rfc } from './rfc.ts';

export type CallKind = 'nudge' | 'dri' | 'escalation' | 'steward';

/** A comment that asks somebody to act. */
export interface MadeCall {
  kind: CallKind;
  rfc: number;
  at: number;
  /** Ids of those it mentions. */
  asked: readonly number[];
  /** What it is about: no two calls of one RFC should be about the same. */
  about: string;
}

/** One person's stretch as temporary DRI. */
export interface HeldTerm extends OtherTerm {
  rfc: number;
}

/** What somebody does on an RFC that everybody can see. */
export type Doing = 'approves' | 'asks-for-changes' | 'revises' | 'decides' | 'speaks';

export interface Deed {
  person: number;
  does: Doing;
}

/** A text of Unpause's own as it would stand on GitHub. */
export interface Post {
  rfc: number;
  at: number;
  /** People whom it mentions without asking them to act. */
  strangers: number;
  /** People who get a copy of it, as they are subscribed to the RFC, without being asked for anything; none where it is an edit. */
  copies: number;
}

export interface Helper {
  /** Looks at an RFC: makes one call at most, and says when to look again. */
  look: (rfc: Rfc, at: number) => { call: MadeCall | null; wakeAt: number | null };
  /** Somebody did something visible on an RFC. */
  acted: (rfc: Rfc, deed: Deed, at: number) => void;
  /** Who is temporary DRI. */
  driOf: (rfc: Rfc) => number | null;
  /** Every term there was. */
  terms: () => readonly HeldTerm[];
  /** Every text that was written; null where nothing is really written. */
  posts: () => readonly Post[] | null;
}

/** Nobody helps. */
export const noHelp: Helper = { look: () => ({ call: null, wakeAt: null }), acted: () => undefined, driOf: () => null, terms: () => [], posts: () => null };
