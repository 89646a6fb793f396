/** Gives each effect of a plan its words, and drops those that would change nothing. */
import type { GroupReport, GroupSnapshot } from '../decision/merge-group.ts';
import type { CheckReport, Effect, Plan } from '../decision/plan.ts';
import { hasEvent, statusComments } from '../decision/markers.ts';
import type { Seal } from '../decision/record.ts';
import type { OwnComment, Snapshot } from '../decision/snapshot.ts';
import type { CheckRunContent, LabelContent, Write } from '../decision/write.ts';
import { renderCheckRun } from './check-run.ts';
import { checkWrites } from './check-writes.ts';
import { renderStatusComment } from './status-comment.ts';
import { renderGroupCheck } from './group-check.ts';
import { renderSuggestion } from './suggestion.ts';

/** The writes that bring GitHub from the snapshot to where the plan wants it, in the plan's order. */
export function wordPlan(plan: Plan, snapshot: Snapshot, seal: Seal): Write[] {
  return plan.effects.flatMap((effect) => wordEffect(effect, { plan, snapshot, seal }));
}

interface Context {
  plan: Plan;
  snapshot: Snapshot;
  seal: Seal;
}

function wordEffect(effect: Effect, context: Context): Write[] {
  const { snapshot, seal } = context;
  switch (effect.kind) {
    case 'report-check':
      return checkWrites(checkContent(effect.report, context), snapshot.checkRuns, { isRerun: effect.report.rerun !== null });
    case 'add-label':
      return [{ kind: 'add-label', label: labels[effect.label](effect.name) }];
    case 'remove-label':
      return [{ kind: 'remove-label', name: effect.name }];
    case 'show-status': {
      const { rfc } = snapshot;
      const checksUrl = rfc.head === null ? null : `${rfc.url}/checks`;
      return statusWrites(statusComments(snapshot.comments), renderStatusComment(effect.status, { seal, checksUrl }));
    }
    case 'remove-status':
      return statusComments(snapshot.comments).map(({ id }) => ({ kind: 'delete-comment', id }));
    case 'suggest':
      return renderSuggestion(effect.suggestion).flatMap(({ event, write }) => (hasEvent(snapshot.comments, event) ? [] : [write]));
  }
}

function checkContent(report: CheckReport, { plan, snapshot }: Context): CheckRunContent {
  return renderCheckRun(report, { number: snapshot.rfc.number, rules: snapshot.rules, withheld: plan.withheld });
}

const labels: Record<'rfc' | 'needs-decision-owner', (name: string) => LabelContent> = {
  rfc: (name) => ({ name, color: '1d76db', description: 'A proposal that somebody decides' }),
  'needs-decision-owner': (name) => ({ name, color: 'fbca04', description: 'Nobody is named yet who makes the final call' }),
};

/** The oldest stays, since people may have linked to it; a second one is left over from a race, and goes. */
function statusWrites([first, ...others]: readonly OwnComment[], body: string): Write[] {
  if (first === undefined) return [{ kind: 'create-comment', body }];
  const removed = others.map(({ id }): Write => ({ kind: 'delete-comment', id }));
  return first.body === body ? removed : [{ kind: 'update-comment', id: first.id, body }, ...removed];
}

/** The writes that put a merge group's checks where they should be. */
export function wordGroup(reports: readonly GroupReport[], { sha, checkRuns, rerun }: GroupSnapshot): Write[] {
  return reports.flatMap((report) => checkWrites(renderGroupCheck(report, { sha, rerun }), checkRuns, { isRerun: rerun !== null }));
}
