import { presentSimpleCommit } from '../present/commit.ts';
import type { Account } from '../state/accounts.ts';
import { isPullRequest, type Issue, type MergeGroup, type PullRequest, type Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { completeMerge, mergeCommit } from './edit.ts';
import { enterEvent, tell, tellOfIssue } from './tell.ts';
import { requestSuites } from './check-suites.ts';

/** Puts a pull request at the end of the queue, on top of what waits there, and asks for the group's checks. */
export function enqueue(world: WorldState, issue: PullRequest, by: Account): MergeGroup {
  if (issue.state === 'closed') throw new Error(`Unexpected #${issue.number} in the merge queue, expected one that is open`);
  enterEvent(world, issue, 'added_to_merge_queue', { actor: by });
  tellOfIssue(world, issue, { action: 'enqueued', by });
  return addGroup(world, issue, by);
}

/** Takes a pull request out; what waited behind it is built again. */
export function dequeue(world: WorldState, issue: Issue, by: Account): void {
  const queue = issue.repository.mergeQueue;
  const index = queue.findIndex((group) => group.issue === issue);
  const [taken, ...behind] = index === -1 ? [] : queue.splice(index);
  if (taken === undefined) throw new Error(`Unexpected #${issue.number}, expected one that is in the merge queue`);
  destroy(world, taken, { by, reason: 'dequeued' });
  enterEvent(world, issue, 'removed_from_merge_queue', { actor: by });
  tellOfIssue(world, issue, { action: 'dequeued', by, details: { reason: 'MANUAL' } });
  for (const group of behind) {
    destroy(world, group, { by, reason: 'invalidated' });
    if (isPullRequest(group.issue)) addGroup(world, group.issue, by);
  }
}

/** The first group has passed: its branch moves there, and its pull request is merged. */
export function mergeQueueHead(world: WorldState, repository: Repository, by: Account): void {
  const group = repository.mergeQueue.shift();
  if (group === undefined || !isPullRequest(group.issue)) throw new Error(`Unexpected empty merge queue of ${repository.name}, expected a group to merge`);
  completeMerge(world, group.issue, { by, sha: group.head });
  destroy(world, group, { by, reason: 'merged' });
}

function addGroup(world: WorldState, issue: PullRequest, by: Account): MergeGroup {
  const { repository, number, pull } = issue;
  const base = repository.mergeQueue.findLast(({ baseBranch }) => baseBranch === pull.base.ref)?.head ?? pull.base.sha;
  const head = mergeCommit(world, { base, head: pull.head.sha, by, message: `Merge pull request #${number}` });
  const branch = `gh-readonly-queue/${pull.base.ref}/pr-${number}-${base}`;
  const group: MergeGroup = { issue, base, head, branch, baseBranch: pull.base.ref };
  repository.mergeQueue.push(group);
  repository.branches.set(branch, head);
  requestSuites(world, repository, { branch, sha: head, before: base, by });
  tellOfGroup(world, group, { action: 'checks_requested', by });
  return group;
}

function destroy(world: WorldState, group: MergeGroup, { by, reason }: { by: Account; reason: string }): void {
  group.issue.repository.branches.delete(group.branch);
  tellOfGroup(world, group, { action: 'destroyed', by, details: { reason } });
}

function tellOfGroup(world: WorldState, { issue, base, head, branch, baseBranch }: MergeGroup, { action, by, details = {} }: { action: string; by: Account; details?: object }): void {
  const group = {
    head_sha: head,
    head_ref: `refs/heads/${branch}`,
    base_sha: base,
    base_ref: `refs/heads/${baseBranch}`,
    head_commit: presentSimpleCommit(world.git.commit(head)),
  };
  tell(world, issue.repository, { name: 'merge_group', by, details: { action, ...details, merge_group: group } });
}
