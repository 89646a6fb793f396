import { presentAccount } from '../present/accounts.ts';
import type { Account } from '../state/accounts.ts';
import type { Issue } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { enterEvent, tellOfIssue, touch } from './tell.ts';

export const assigneeLimit = 10;

/** Those who cannot be assigned, and whoever is one too many, are left out without a word, as on GitHub. */
export function assign(world: WorldState, issue: Issue, { by, assignees }: { by: Account; assignees: readonly Account[] }): void {
  for (const assignee of assignees) {
    if (issue.assignees.includes(assignee) || issue.assignees.length >= assigneeLimit) continue;
    if (!world.isAssignable(assignee, issue.repository, issue)) continue;
    issue.assignees = [...issue.assignees, assignee];
    assignmentChanged(world, issue, { action: 'assigned', by, assignee });
  }
}

export function unassign(world: WorldState, issue: Issue, { by, assignees }: { by: Account; assignees: readonly Account[] }): void {
  for (const assignee of assignees.filter((each) => issue.assignees.includes(each))) {
    issue.assignees = issue.assignees.filter((each) => each !== assignee);
    assignmentChanged(world, issue, { action: 'unassigned', by, assignee });
  }
}

function assignmentChanged(world: WorldState, issue: Issue, { action, by, assignee }: { action: 'assigned' | 'unassigned'; by: Account; assignee: Account }): void {
  touch(world, issue);
  enterEvent(world, issue, action, { actor: by, assignee });
  tellOfIssue(world, issue, { action, by, details: { assignee: presentAccount(world, assignee) } });
}
