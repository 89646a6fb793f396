/** What a look plans; where it would call somebody, once more in turn, so that looks at the same time share the load. */
import type { Plan } from '../decision/plan.ts';
import type { Record } from '../decision/record.ts';
import { reconcile } from '../decision/reconcile.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { startedCalls } from '../decision/started-calls.ts';
import type { Place } from './open-place.ts';

export interface Seen {
  snapshot: Snapshot;
  /** The record's copy so far. */
  known: Record | null;
}

/** A plan that calls nobody hangs on nobody else, and costs nothing more. */
export async function planLook(seen: Seen, place: Place): Promise<Plan> {
  const plan = reconcile(seen.snapshot, place.rules.config, place.now());
  return startedCalls(plan.effects).length === 0 ? plan : await planInTurn(seen, place);
}

/** Plans on the load as it is by then; what the plan calls counts for everybody else from then on. */
export async function planInTurn({ snapshot, known }: Seen, { memory, rules, loadQuery, now }: Place): Promise<Plan> {
  const at = now();
  return await memory.planInTurn({
    query: loadQuery(snapshot.rfc.number, at),
    seen: { comments: snapshot.comments, known },
    planOn: (load) => reconcile({ ...snapshot, load }, rules.config, at),
  });
}
