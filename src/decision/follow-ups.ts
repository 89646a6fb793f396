/** Calls that follow from what people did, not from a pause: a hand-off's knowledge, and a decision to confirm. */
import { callEventId } from './call-events.ts';
import type { Call } from './calls.ts';
import { decisionInForce, decisionState } from './decided.ts';
import { statusComments } from './markers.ts';
import { ownersOf } from './owner.ts';
import type { Heard, Pause } from './pause-facts.ts';
import { accountOf } from './people.ts';
import type { Record } from './record-schema.ts';
import { situationOf } from './situation.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm } from './term.ts';

interface Moment {
  snapshot: Snapshot;
  record: Record;
  heard: Heard;
  pause: Pause | null;
}

/** What the next person needs to know goes with the role; it follows a command, so it waits for no working hours. */
export function handOffCall({ snapshot, record, heard, pause }: Moment): Call | null {
  const term = activeTerm(record);
  const before = record.terms.findLast(({ n }) => term !== null && n < term.n);
  if (term?.how !== 'handed' || before?.ended?.how !== 'handed' || before.ended.note === null) return null;
  const holder = accountOf(term.holder, snapshot);
  const { note } = before.ended;
  return { kind: 'hand-off', event: callEventId.handOff(term.n), asked: [holder], term, from: before.holder, note, situation: situationOf({ snapshot, record, heard, pause }) };
}

export type Because = Extract<Call, { kind: 'confirm' }>['because'];

/** Why the owner is asked to confirm, or to write down what was decided; null where nothing is to be confirmed. */
export function confirmationOf({ snapshot, record }: Pick<Moment, 'snapshot' | 'record'>): Because | null {
  const state = decisionState(record, snapshot);
  if (state === 'stale-text') return 'text-changed';
  if (state === 'stale-owner') return 'owner-changed';
  // What was closed before Unpause watched it is nobody's question any more.
  if (snapshot.rfc.isOpen || statusComments(snapshot.comments).length === 0) return null;
  if (state === 'decided') return isMergedAgainst(record, snapshot) ? 'merged' : null;
  return snapshot.rfc.isMerged ? 'merged' : 'closed';
}

/** Rejected or deferred, and merged after that: one of the two is not what was meant. */
function isMergedAgainst(record: Record, snapshot: Snapshot): boolean {
  const decision = decisionInForce(record);
  if (decision === null || decision.outcome === 'accept' || !snapshot.rfc.isMerged) return false;
  return Date.parse(endedAt(snapshot)) > Date.parse(decision.confirmed?.at ?? decision.at);
}

/** When the RFC was last merged or closed. */
export function endedAt({ acts, rfc }: Snapshot): string {
  return acts.findLast(({ kind }) => kind === 'merged' || kind === 'closed')?.at ?? rfc.createdAt;
}

/** Asked once for each change; a merge or a close without a decision is nobody's decision until the owner says so. */
export function confirmCall(moment: Pick<Moment, 'snapshot' | 'record'>): Call | null {
  const because = confirmationOf(moment);
  const [owner] = ownersOf(moment.snapshot, moment.record);
  if (because === null || owner === undefined) return null;
  const decision = decisionInForce(moment.record);
  const { n, since } = decision === null ? { n: 0, since: endedAt(moment.snapshot) } : { n: decision.n, since: decision.confirmed?.at ?? decision.at };
  return { kind: 'confirm', event: callEventId.confirm(because, { n, since }), asked: [owner], because, decision };
}
