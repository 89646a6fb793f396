/** What became of a command: data, for which `render` has the words. */
import type { DomainOwners } from '../domain-owners.ts';
import type { Rung } from '../../config/schema-domains.ts';
import type { Missing } from '../ladder/progress.ts';
import type { Person } from '../people.ts';

/** Why a command did nothing. Each says enough to name what would work, and who can do it. */
export type Refusal =
  /** Roles, people and teams that may use it, as the config has them. */
  | { why: 'not-allowed'; who: readonly string[] }
  /** GitHub did not say what rights they have here, or who is in a team; `who` may use it, as the config has them. */
  | { why: 'rights-unknown'; who: readonly string[] }
  /** An argument is not there; `expected` names it in words, `example` is a whole command that works. */
  | { why: 'missing'; expected: string; example: string }
  /** An argument was not understood. */
  | { why: 'not-understood'; part: string; expected: string; example: string }
  /** No such command; the one that was probably meant. */
  | { why: 'unknown'; nearest: string | null }
  /** Somebody may have changed the comment before it was read. */
  | { why: 'edited' }
  /** More commands in one comment than are run. */
  | { why: 'too-many'; limit: number }
  | { why: 'no-such-person'; login: string }
  | { why: 'not-assignable'; person: Person }
  /** Nobody is temporary DRI at the moment. */
  | { why: 'no-dri' }
  /** Somebody else is. */
  | { why: 'dri-held'; holder: Person }
  /** They are temporary DRI of as many RFCs already as one person may be at a time. */
  | { why: 'at-limit'; limit: number }
  /** Later than may be; the last moment, ISO 8601 in UTC. */
  | { why: 'too-late'; limit: string }
  /** A moment that is past. */
  | { why: 'past' }
  /** What may be done once was done already. */
  | { why: 'once' }
  | { why: 'no-objection' }
  /** Nobody of that name objects. */
  | { why: 'no-objection-by'; person: Person }
  /** The text is as it was seen first, or all its changes are said to be editorial. */
  | { why: 'no-change' }
  /** No more open objections are kept than this, of everybody, of those whose word does not bind, or of one person. */
  | { why: 'too-many-objections'; limit: number; of: 'everybody' | 'those who bind nobody' | 'one person' }
  | { why: 'no-decision' }
  | { why: 'decided-already' }
  /** Nothing is frozen that could be made anew. */
  | { why: 'no-period' }
  /** What the rung still asks for. */
  | { why: 'not-satisfied'; rung: Rung; missing: readonly Missing[] }
  | { why: 'nobody-to-ask' }
  /** The one named is neither a member nor on the escalation path. */
  | { why: 'not-on-the-path'; person: Person }
  | { why: 'closed' };

/** What was worth saying, though the command was run. */
export type Remark =
  /** Whoever goes away drives the next step still. */
  | { what: 'still-dri' }
  /** The one asked is away until then; asked all the same. */
  | { what: 'away'; person: Person; until: string }
  /** GitHub does not let them be assigned; the term stands. */
  | { what: 'not-assignable'; person: Person }
  /** The one named is none of those who may own decisions in the domain; named all the same. */
  | ({ what: 'outside-domain'; person: Person } & DomainOwners)
  /** An objection by somebody whose word does not bind. */
  | { what: 'not-binding' }
  /** The config has principles, and none of these words; the short names of those that it has. */
  | { what: 'principle-unknown'; principle: string; known: readonly string[] };

export type Verdict = { kind: 'done'; remarks: readonly Remark[] } | { kind: 'refused'; refusal: Refusal };

/** One command of one comment. */
export interface Answer {
  /** The command as it was typed, one line, cut to 100 characters. */
  typed: string;
  verdict: Verdict;
  /** What the words alone ask for: to show the list of commands, or the status. */
  wants: 'help' | 'status' | null;
}
