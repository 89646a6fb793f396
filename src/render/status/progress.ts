/** What the status comment shows of an RFC's way to a decision, beside its documents. */
import type { Call, ChoiceReason } from '../../decision/calls.ts';
import type { DomainOwners } from '../../decision/domain-owners.ts';
import type { Progress as LadderProgress } from '../../decision/ladder/progress.ts';
import type { Learning } from '../../decision/learning.ts';
import type { Heard, Pause } from '../../decision/pause-facts.ts';
import type { Decision, Record, Term, Wait } from '../../decision/record-schema.ts';
import type { CommandHelp } from '../command-list.ts';
import type { Allowed } from '../who-can.ts';

/** How the sections name moments and link to comments. */
export interface StatusPlace {
  rfcUrl: string;
  /** The calendar's zone, an IANA name. */
  timezone: string;
  /** Who may use which command. */
  allowed: Allowed;
}

export interface ActiveTerm {
  term: Term;
  /** Why Unpause asked this person; null where a person chose, or where it is not known any more. */
  reason: ChoiceReason | null;
  /** What GitHub says; null where it does not. */
  isAssignable: boolean | null;
}

export interface DecisionState {
  decision: Decision;
  /** Why the owner is asked to confirm it; null where it stands. */
  confirm: Extract<Call, { kind: 'confirm' }>['because'] | null;
}

export interface Progress {
  /** Its `namedOwner` is null where the document names somebody else by now. */
  record: Pick<Record, 'objections' | 'escalations' | 'voices' | 'tensions' | 'namedOwner' | 'owners' | 'ownersAt' | 'ownersBefore' | 'reviewOn'>;
  /** Who owns decisions in the domain, where the owner whom `/owner` named is none of them. */
  outside: DomainOwners | null;
  /** Null where nobody is temporary DRI. */
  active: ActiveTerm | null;
  pause: Pause | null;
  heard: Heard;
  /** The last one that was made; null where there is none. */
  decided: DecisionState | null;
  /** Merged or closed with no decision written down. */
  unwritten: 'merged' | 'closed' | null;
  needsSteward: boolean;
  /** How far the decision is on its rung; null once it is made. */
  ladder: LadderProgress | null;
  /** The planned pauses and holds that are not over. */
  waits: readonly Wait[];
  learning: Learning;
  commands: readonly CommandHelp[];
}
