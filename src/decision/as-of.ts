/**
 * What GitHub would have said at an earlier moment, as far as the timeline tells: so that what was written then means
 * the same whenever it is read. Rights, teams and documents are as they are now; GitHub keeps no history of these.
 */
import type { Act, Speech } from './acts.ts';
import { keyOf } from './asks.ts';
import type { RfcFacts, Snapshot } from './snapshot.ts';

/** The snapshot without what was done after a comment or review. */
export function asOf(speech: Speech, snapshot: Snapshot): Snapshot {
  const { acts } = snapshot;
  const index = acts.findLastIndex((act) => act.kind === speech.kind && act.id === speech.id);
  return afterActs(snapshot, index < 0 ? acts.filter(({ at }) => Date.parse(at) <= Date.parse(speech.at)).length : index + 1);
}

/** The snapshot as it was after its first `count` acts. */
export function afterActs(snapshot: Snapshot, count: number): Snapshot {
  const { acts, rfc, reviewers } = snapshot;
  const later = acts.slice(count);
  if (later.length === 0) return snapshot;
  const askedLater = new Set(later.flatMap((act) => (act.kind === 'requested' ? [keyOf(act.of)] : [])));
  return {
    ...snapshot,
    acts: acts.slice(0, count),
    reviewers: reviewers.filter((reviewer) => !askedLater.has(keyOf(reviewer))),
    rfc: { ...rfc, ...stateBefore(later, rfc), isDraft: isDraftBefore(later, rfc) },
  };
}

/** What turned it open or closed first tells what it was before. */
function stateBefore(later: readonly Act[], { isOpen, isMerged }: RfcFacts): Pick<RfcFacts, 'isOpen' | 'isMerged'> {
  const turn = later.find(({ kind }) => kind === 'closed' || kind === 'merged' || kind === 'reopened');
  if (turn === undefined) return { isOpen, isMerged };
  return { isOpen: turn.kind !== 'reopened', isMerged: false };
}

function isDraftBefore(later: readonly Act[], { isDraft }: RfcFacts): boolean {
  const turn = later.find(({ kind }) => kind === 'drafted' || kind === 'readied');
  return turn === undefined ? isDraft : turn.kind === 'readied';
}
