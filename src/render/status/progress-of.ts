/** From the plan to what the status comment shows. */
import { readCallEvent } from '../../decision/call-events.ts';
import { decisionInForce } from '../../decision/decided.ts';
import { ownerInPlace } from '../../decision/owner.ts';
import type { Status } from '../../decision/plan.ts';
import type { Snapshot } from '../../decision/snapshot.ts';
import { activeTerm } from '../../decision/term.ts';
import type { CommandHelp } from '../command-list.ts';
import type { ActiveTerm, Progress } from './progress.ts';

/** What the status comment tells of an RFC's way, from what the plan wants shown. */
export function progressOf(status: Status, snapshot: Pick<Snapshot, 'comments' | 'people'>, commands: readonly CommandHelp[]): Progress {
  const { record, heard, pause, needsSteward, confirm, waits, learning } = status;
  const decision = decisionInForce(record) ?? record.decisions.at(-1) ?? null;
  return {
    // What `/owner` said is history once the document names somebody else.
    record: { ...record, namedOwner: ownerInPlace(record, status) },
    outside: status.outside,
    active: activeIn(status, snapshot),
    pause,
    heard,
    decided: decision === null ? null : { decision, confirm },
    unwritten: decision === null && (confirm === 'merged' || confirm === 'closed') ? confirm : null,
    needsSteward,
    ladder: status.progress,
    waits,
    learning,
    commands,
  };
}

function activeIn({ record }: Status, { comments, people }: Pick<Snapshot, 'comments' | 'people'>): ActiveTerm | null {
  const term = activeTerm(record);
  if (term === null) return null;
  const call = comments.map(readCallEvent).find((event) => event?.kind === 'dri' && event.n === term.n && event.person.id === term.holder.id);
  return {
    term,
    reason: term.how === 'asked' && call?.kind === 'dri' ? call.reason : null,
    isAssignable: people.find(({ account }) => account.id === term.holder.id)?.isAssignable ?? null,
  };
}
