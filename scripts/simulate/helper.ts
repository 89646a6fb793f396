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

export interface Helper {
  /** Looks at an RFC: makes one call at most, and says when to look again. */
  look: (rfc: Rfc, at: number) => { call: MadeCall | null; wakeAt: number | null };
  /** Somebody did something visible on an RFC. */
  acted: (rfc: Rfc, person: number, at: number) => void;
  /** Who is temporary DRI. */
  driOf: (rfc: Rfc) => number | null;
  /** Every term there was. */
  terms: () => readonly HeldTerm[];
}

/** Nobody helps. */
export const noHelp: Helper = { look: () => ({ call: null, wakeAt: null }), acted: () => undefined, driOf: () => null, terms: () => [] };
