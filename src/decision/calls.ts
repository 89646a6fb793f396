/**
 * Comments that Unpause starts because somebody should act, and its answers to commands: data, for which
 * `render/calls` has the words. `event` is the mark by which it is found again, so that it is made once.
 */
import type { Rung } from '../config/schema-domains.ts';
import type { Account, ObservedDocument, RoleButton } from './snapshot.ts';
import type { Answer } from './commands/verdict.ts';
import type { Heard, Pause } from './pause-facts.ts';
import type { Person } from './people.ts';
import type { Decision, Escalation, Objection, Period, Reasoned, Term } from './record-schema.ts';

/** Why this person was chosen, in one sentence without numbers about anybody else. */
export type ChoiceReason = 'code-owner' | 'reviewer' | 'participant' | 'pool';

/** How things are, for somebody who comes to help. */
export interface Situation {
  pause: Pause | null;
  heard: Heard;
  objections: readonly Objection[];
  documents: readonly ObservedDocument[];
  /** The last reviews and comments by people that are worth reading, the newest first: who wrote it, and where it is. */
  voices: readonly { by: Account; url: string; at: string }[];
}

export type Call =
  /** The first, gentle notice: the next step, and who could take it. */
  | { kind: 'nudge'; event: string; asked: readonly Account[]; pause: Pause }
  /** Asks somebody to be temporary DRI for the next step. */
  | { kind: 'dri'; event: string; asked: readonly [Account]; pause: Pause; dueAt: string; reason: ChoiceReason }
  /** What the next person needs to know, when a term is handed on. */
  | { kind: 'hand-off'; event: string; asked: readonly [Account]; term: Term; from: Person; note: string; situation: Situation }
  /** Tells those entitled how it is decided, and by when; `renewed` is why that begins anew. */
  | { kind: 'period'; event: string; asked: readonly Account[]; period: Period; owners: readonly Account[]; renewed: Reasoned | null }
  /** Asks the next on the path to help decide; `dueAt` is when the one after may be asked. */
  | { kind: 'escalation'; event: string; asked: readonly [Account]; escalation: Escalation; dueAt: string; situation: Situation }
  /** The end of the ladder: visible, and silence after it. Asks nobody by name. */
  | { kind: 'steward'; event: string; asked: readonly []; pause: Pause }
  /** Asks the owner whether a decision still stands, or what was decided. */
  | { kind: 'confirm'; event: string; asked: readonly [Account]; because: 'text-changed' | 'owner-changed' | 'merged' | 'closed'; decision: Decision | null }
  /** Asks those whose earlier word was about another text what they say to this one. */
  | { kind: 'reworded'; event: string; asked: readonly Account[]; hasObjection: boolean; rung: Rung; changedAt: string; closesAt: string | null }
  /** Asks the owner how a decision turned out, on the day that was set for it: `2026-12-01`. */
  | { kind: 'outcome'; event: string; asked: readonly [Account]; decision: Decision; reviewOn: string }
  /** Tells stewards of a decision that reaches the whole: as it begins (`decision` is null), and once it is made. Asks for nothing. */
  | { kind: 'centre'; event: string; stage: 'begun' | 'decided' | 'merged'; asked: readonly Account[]; more: number; hidden: readonly string[]; domain: string | null; owner: Account | null; decision: Decision | null; period: Period | null }
  /** Writes down that somebody clicked a button for a role: it counts as their command once it is read back. */
  | { kind: 'pressed'; event: string; asked: readonly []; button: RoleButton; by: Person }
  /** The one answer to a comment in which a command was not run. */
  | { kind: 'reply'; event: string; asked: readonly Account[]; answers: readonly Answer[] };
