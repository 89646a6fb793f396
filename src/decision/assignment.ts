/** The temporary DRI as GitHub's assignee: assigned by Unpause, and taken off only where Unpause did the assigning. */
import { accountOf } from './people.ts';
import type { Effect } from './plan.ts';
import type { Record, Term } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm } from './term.ts';

/** What brings the assignees to where the terms are. Whoever a person takes off stays off. */
export function assignmentEffects(snapshot: Snapshot, record: Record): Effect[] {
  const term = activeTerm(record);
  const over = record.terms.filter(({ ended, holder }) => ended !== null && holder.id !== term?.holder.id);
  const unassigned = [...new Set(over.map(({ holder }) => holder.id))].flatMap((id): Effect[] => {
    const assignee = snapshot.assignees.find((each) => each.id === id);
    return assignee !== undefined && wasAssignedByUs(snapshot, id) ? [{ kind: 'unassign', login: assignee.login }] : [];
  });
  return term !== null && mayAssign(snapshot, term) ? [...unassigned, { kind: 'assign', login: accountOf(term.holder, snapshot).login }] : unassigned;
}

function mayAssign({ assignees, acts, people, rfc }: Snapshot, { holder, startedAt }: Term): boolean {
  if (!rfc.isOpen || assignees.some(({ id }) => id === holder.id)) return false;
  const isTakenOff = acts.some((act) => act.kind === 'unassigned' && act.of.id === holder.id && !act.isOwn && Date.parse(act.at) >= Date.parse(startedAt));
  return !isTakenOff && people.find(({ account }) => account.id === holder.id)?.isAssignable === true;
}

/** Only the last time counts: whom a person assigned again is theirs. */
function wasAssignedByUs({ acts }: Snapshot, id: number): boolean {
  return acts.findLast((act) => act.kind === 'assigned' && act.of.id === id)?.isOwn === true;
}
