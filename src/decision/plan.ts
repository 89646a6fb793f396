/** What should happen to one RFC: effects as data, in the order in which they are carried out, and when to look again. */
import type { Call } from './calls.ts';
import type { AwayChange } from './commands/define-command.ts';
import type { DomainOwners } from './domain-owners.ts';
import type { Because } from './follow-ups.ts';
import type { Progress } from './ladder/progress.ts';
import type { Learning } from './learning.ts';
import type { Heard, Pause } from './pause-facts.ts';
import type { Record, Wait } from './record-schema.ts';
import type { ClickRequest, Head, ObservedDocument, RoleButton } from './snapshot.ts';
import type { Conclusion } from './write.ts';

export type CheckName = 'document' | 'decision';

/** Why a check concludes as it does; `render` finds the words for it. */
export type CheckReason =
  /** This pull request is no RFC: the check is there because a required one must never stay "expected". */
  | 'no-rfc'
  /** The findings, and what could not be read, decide. */
  | 'findings'
  /** The config as this pull request leaves it has mistakes. */
  | 'config-mistakes'
  | 'awaits-owner'
  | 'awaits-decision'
  /** Decided, but the text or the owner changed since. */
  | 'awaits-confirmation'
  /** Decided by somebody whose word does not count for a check, or not yet. */
  | 'awaits-standing'
  | 'deferred'
  | 'accepted'
  | 'rejected'
  /** Before the rung was satisfied. */
  | 'accepted-anyway'
  | 'rejected-anyway';

export interface CheckReport {
  name: CheckName;
  head: Head;
  conclusion: Conclusion;
  reason: CheckReason;
  documents: readonly ObservedDocument[];
  /** Offers the button that suggests what is missing. */
  offersInsert: boolean;
  /** The buttons by which a role can be taken. */
  offersRoles: readonly RoleButton[];
  /** How far the decision is on its rung; on the document's check where no other one waits for it. */
  progress: Progress | null;
  /** Somebody asked for it to run again: a new run, also where nothing changed. */
  rerun: ClickRequest | null;
}

/** What the status comment shows. */
export interface Status {
  phase: 'open' | 'closed' | 'merged';
  documents: readonly ObservedDocument[];
  record: Record;
  /** Who owns decisions in the domain, where the owner whom `/owner` named is none of them. */
  outside: DomainOwners | null;
  /** How it moves on; null on a draft that nobody waits for yet. */
  heard: Heard;
  pause: Pause | null;
  /** The ladder of help was climbed to its end. */
  needsSteward: boolean;
  /** Why the owner is asked to confirm the decision, or to write one down. */
  confirm: Because | null;
  /** How far the decision is on its rung; null once it is made, or the RFC is closed. */
  progress: Progress | null;
  /** Planned pauses and holds that are not over. */
  waits: readonly Wait[];
  learning: Learning;
  /** The status comment that another bot kept here before, and who that is; null where none did. */
  former: { by: string; url: string } | null;
}

/** What the suggestion of one document is made of: its text, and the text with every fix applied. */
export interface Suggestion {
  click: ClickRequest;
  document: ObservedDocument;
  texts: { now: string; mended: string };
}

/** A request to the world. Each is idempotent: what exists already is not made again. */
export type Effect =
  | { kind: 'report-check'; report: CheckReport }
  | { kind: 'add-label'; label: 'rfc' | 'needs-decision-owner'; name: string }
  | { kind: 'remove-label'; name: string }
  | { kind: 'show-status'; status: Status }
  | { kind: 'remove-status' }
  /** A reaction to a comment: its commands were run, or some were not. */
  | { kind: 'react'; to: { in: 'comment' | 'review'; id: number }; content: '+1' | 'confused' }
  /** A comment that calls somebody, or answers; made once. */
  | { kind: 'call'; call: Call }
  | { kind: 'assign' | 'unassign'; login: string }
  | { kind: 'suggest'; suggestion: Suggestion };

export interface Plan {
  effects: readonly Effect[];
  /** What would happen too, if the repository had a config file of its own that does not say `dry-run`. */
  withheld: readonly Effect[];
  /** What Unpause knows from now on; null for what is no RFC. */
  record: Record | null;
  /** When to look again without being told, ISO 8601 in UTC; null: not before something happens. */
  wakeAt: string | null;
  /** Who leaves the rotation, or comes back. */
  aways: readonly AwayChange[];
  /** The steps that led here, for the log and a dry run; constant words. */
  explanation: readonly string[];
}
