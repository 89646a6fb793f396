/**
 * How far a decision has come on its rung of the ladder: whose voices are asked for, which of them count and why, what
 * is missing, and what silence means. Data, for which `render` has the words; the rungs fill it in.
 */
import type { Rung, Zone } from '../../config/schema-domains.ts';
import type { Account } from '../account.ts';
import type { Objection, Period } from '../record-schema.ts';

/** What somebody entitled said so far, as the rung counts it. */
export type Standing = 'support' | 'abstain' | 'heard' | 'objects' | 'silent';

/** Why a voice does not count, or not yet; null where it does. */
export type Uncounted =
  /** It was said before the text changed. */
  | 'before-change'
  /** It came after the period had ended. */
  | 'late'
  /** Whoever said it is not among those entitled: it is shown, and read. */
  | 'not-entitled'
  /** Nothing was said. */
  | 'silent'
  /** What was said names no side, and this rung needs one. */
  | 'no-side';

export interface Voiced {
  person: Account;
  standing: Standing;
  /** Where and when they said so, ISO 8601 in UTC; null for silence. */
  said: { at: string; url: string | null } | null;
  /** When they last said anything at all, ISO 8601 in UTC; null for silence. */
  lastAt: string | null;
  uncounted: Uncounted | null;
}

/** What a decision still needs on its rung. */
export type Missing =
  /** The period has not begun; it begins with the call that tells everybody of it. */
  | { what: 'not-begun' }
  /** It runs until then, at least. */
  | { what: 'period'; until: string }
  /** To be heard (`consult`), or to support or abstain (`consensus`). */
  | { what: 'voices'; people: readonly Account[] }
  | { what: 'objections'; objections: readonly Objection[] }
  /** So many more have to support. */
  | { what: 'quorum'; more: number }
  /** Nobody is named who could agree. */
  | { what: 'nobody-entitled' }
  /** GitHub does not show who is in a team. */
  | { what: 'team-unknown'; teams: readonly string[] }
  /** Nobody knows who is meant by these names of a field *Consulted*. */
  | { what: 'person-unknown'; names: readonly string[] };

/** What the config and the teams would freeze now, where that is another thing than what was frozen. */
export type Drift =
  | { what: 'rung'; now: Rung }
  | { what: 'domain'; now: string | null }
  | { what: 'zone'; now: Zone }
  | { what: 'joined' | 'left'; people: readonly Account[] }
  /** How long there is, or how many have to support. */
  | { what: 'times' };

export interface Progress {
  rung: Rung;
  /** Null without a domain. */
  domain: string | null;
  zone: Zone;
  /** Null while it has not begun, and on a rung without one. */
  period: Period | null;
  /** When the period ends as things are, ISO 8601 in UTC; null without a period. */
  closesAt: string | null;
  /** Everybody entitled, then others who said something; each once. */
  voices: readonly Voiced[];
  /** Empty: the rung is satisfied. */
  missing: readonly Missing[];
  /** Whose silence was taken for consent, or is on record as such: those entitled who said nothing until the end. */
  silent: readonly Account[];
  drift: readonly Drift[];
}
