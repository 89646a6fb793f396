/**
 * The names of Unpause's own calls. A name holds all that the record needs of a call, so that a record can be rebuilt
 * from the timeline alone.
 */
import { pauseKinds, type PauseKind } from '../config/schema-pause.ts';
import { instantOf } from './activity.ts';
import { readPeriodEvent } from './ladder/period-event.ts';
import { readEvent } from './markers.ts';
import type { Pause } from './pause-facts.ts';
import type { Person } from './people.ts';
import type { Period } from './record-schema.ts';
import type { OwnComment } from './snapshot.ts';
import type { ChoiceReason } from './calls.ts';

export type CallEvent =
  | { kind: 'nudge' | 'steward'; step: PauseKind; since: string }
  | { kind: 'dri'; n: number; person: Person; step: PauseKind; reason: ChoiceReason }
  | { kind: 'escalation'; n: number; person: Person }
  | { kind: 'period'; period: Period };

const reasons: readonly ChoiceReason[] = ['code-owner', 'reviewer', 'participant', 'pool'];

/** `nudge.awaiting-review.m4zx1c00` */
export function pauseEvent(stage: 'nudge' | 'steward', { kind, since }: Pause): string {
  return `${stage}.${kind}.${Date.parse(since).toString(36)}`;
}

/** `dri.2.583231.octocat.awaiting-review.pool` */
export function driEvent({ n, person, step, reason }: { n: number; person: Person; step: PauseKind; reason: ChoiceReason }): string {
  return `dri.${n}.${person.id}.${person.login}.${step}.${reason}`;
}

/** `escalation.1.583231.octocat` */
export function escalationEvent(n: number, person: Person): string {
  return `escalation.${n}.${person.id}.${person.login}`;
}

/** Calls of which the record keeps nothing: that they were made is all there is to know. */
export const callEventId = {
  /** How the decision of that number turned out. */
  outcome: (decision: number) => `outcome.${decision}`,
  /** The stewards are told of a decision once as it begins (0), of each one that is made, by its number, and of a merge without one. */
  centre: (decision: number | 'merged') => `centre.${decision}`,
  /** The one reply to a comment (`c12`) or a review (`r34`). */
  reply: (speech: string) => `reply.${speech}`,
  handOff: (term: number) => `hand.${term}`,
  /** Once for each change of the text in a period. */
  reworded: (period: number, changedAt: string) => `reworded.${period}.${Date.parse(changedAt).toString(36)}`,
  /** Asked anew after the decision, or its last confirmation, is another one; without one (0), after every close. */
  confirm: (because: string, { n, since }: { n: number; since: string }) => `confirm.${n}.${because}.${Date.parse(since).toString(36)}`,
};

const callMarker = /^<!-- unpause:event (?:nudge|dri|hand|escalation|steward|confirm|period|reworded|outcome|centre)\./;

/** Whether an own comment called somebody: replies are none. */
export function isCall({ body }: OwnComment): boolean {
  return callMarker.test(body);
}

/** What an own comment calls for; null where it is none of these calls. */
export function readCallEvent(comment: OwnComment): CallEvent | null {
  const [stage, ...parts] = readEvent(comment)?.split('.') ?? [];
  if (stage === 'nudge' || stage === 'steward') return readPauseCall(stage, parts);
  if (stage === 'dri') return readDriCall(parts);
  if (stage === 'period') return readPeriodCall(parts);
  return stage === 'escalation' ? readEscalationCall(parts) : null;
}

function readPeriodCall(parts: readonly string[]): CallEvent | null {
  const period = readPeriodEvent(parts);
  return period === null ? null : { kind: 'period', period };
}

function readPauseCall(kind: 'nudge' | 'steward', [word, time = '']: readonly string[]): CallEvent | null {
  const step = pauseKinds.find((each) => each === word);
  const since = Number.parseInt(time, 36);
  return step === undefined || Number.isNaN(since) ? null : { kind, step, since: instantOf(since) };
}

function readDriCall([n = '', id = '', login = '', word, why]: readonly string[]): CallEvent | null {
  const step = pauseKinds.find((each) => each === word);
  const reason = reasons.find((each) => each === why);
  if (step === undefined || reason === undefined || !isCount(n) || !isCount(id)) return null;
  return { kind: 'dri', n: Number(n), person: { id: Number(id), login }, step, reason };
}

function readEscalationCall([n = '', id = '', login = '']: readonly string[]): CallEvent | null {
  return isCount(n) && isCount(id) ? { kind: 'escalation', n: Number(n), person: { id: Number(id), login } } : null;
}

function isCount(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}
