import type { Account } from '../state/accounts.ts';
import { changedFiles } from '../state/changed-files.ts';
import { mergeBase } from '../state/history.ts';
import type { Issue, PullRequest } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentIssue } from '../present/issue.ts';
import { moveBranch } from './push.ts';
import { enterEvent, tell, tellOfIssue, touch } from './tell.ts';

/** Changes the title, the body, or both. */
export function editIssue(world: WorldState, issue: Issue, { by, title = issue.title, body = issue.body }: { by: Account; title?: string; body?: string | null }): void {
  const changes = {
    ...(title === issue.title ? {} : { title: { from: issue.title } }),
    ...(body === issue.body ? {} : { body: { from: issue.body ?? '' } }),
  };
  if (Object.keys(changes).length === 0) return;
  if (title !== issue.title) enterEvent(world, issue, 'renamed', { actor: by, rename: { from: issue.title, to: title } });
  Object.assign(issue, { title, body });
  touch(world, issue);
  tellOfIssue(world, issue, { action: 'edited', by, details: { changes } });
}

export function setDraft(world: WorldState, issue: PullRequest, { by, isDraft }: { by: Account; isDraft: boolean }): void {
  if (issue.pull.isDraft === isDraft) return;
  issue.pull.isDraft = isDraft;
  touch(world, issue);
  enterEvent(world, issue, isDraft ? 'convert_to_draft' : 'ready_for_review', { actor: by });
  tellOfIssue(world, issue, { action: isDraft ? 'converted_to_draft' : 'ready_for_review', by });
}

export function closeIssue(world: WorldState, issue: Issue, { by, reason = 'completed' }: { by: Account; reason?: Issue['stateReason'] }): void {
  if (issue.state === 'closed') return;
  issue.state = 'closed';
  issue.stateReason = issue.pull === null ? reason : null;
  issue.closedAt = world.now();
  issue.closedBy = by;
  touch(world, issue);
  enterEvent(world, issue, 'closed', { actor: by, ...(issue.pull?.mergeCommit ? { commit: issue.pull.mergeCommit } : {}) });
  tellOfIssue(world, issue, { action: 'closed', by });
}

export function reopenIssue(world: WorldState, issue: Issue, by: Account): void {
  if (issue.state === 'open') return;
  if (issue.pull !== null && issue.pull.mergedAt !== null) throw new Error(`Unexpected reopening of #${issue.number}, expected one that is not merged`);
  issue.state = 'open';
  issue.stateReason = issue.pull === null ? 'reopened' : null;
  issue.closedAt = null;
  issue.closedBy = null;
  touch(world, issue);
  enterEvent(world, issue, 'reopened', { actor: by });
  tellOfIssue(world, issue, { action: 'reopened', by });
}

export function setLocked(world: WorldState, issue: Issue, { by, isLocked }: { by: Account; isLocked: boolean }): void {
  issue.isLocked = isLocked;
  touch(world, issue);
  enterEvent(world, issue, isLocked ? 'locked' : 'unlocked', { actor: by });
  tellOfIssue(world, issue, { action: isLocked ? 'locked' : 'unlocked', by });
}

/** Its number is not given again. Pull requests cannot be deleted on GitHub. */
export function deleteIssue(world: WorldState, issue: Issue, by: Account): void {
  issue.repository.issues.set(issue.number, null);
  tell(world, issue.repository, { name: 'issues', by, details: { action: 'deleted', issue: presentIssue(world, issue) } });
}

/** Merges into the base branch by a merge commit. Where both sides changed a file, the pull request's wins. */
export function mergePullRequest(world: WorldState, issue: PullRequest, by: Account): void {
  const { number, pull } = issue;
  if (issue.state === 'closed') throw new Error(`Unexpected merge of #${number}, expected one that is open`);
  const sha = mergeCommit(world, { base: pull.base.sha, head: pull.head.sha, by, message: `Merge pull request #${number}` });
  completeMerge(world, issue, { by, sha });
}

/** The pull request is in `sha`, to which its base branch moves now. */
export function completeMerge(world: WorldState, issue: PullRequest, { by, sha }: { by: Account; sha: string }): void {
  const { pull, repository } = issue;
  const base = pull.base.sha;
  Object.assign(pull, { mergedAt: world.now(), mergedBy: by, mergeCommit: sha });
  moveBranch(world, repository, { branch: pull.base.ref, sha, by });
  pull.base.sha = base;
  enterEvent(world, issue, 'merged', { actor: by, commit: sha });
  closeIssue(world, issue, { by });
}

interface Merge {
  base: string;
  head: string;
  by: Account;
  message: string;
}

/** A commit with two parents that brings what `head` changed to `base`. */
export function mergeCommit(world: WorldState, { base, head, by, message }: Merge): string {
  const { git } = world;
  const files = new Map(git.filesOf(base));
  for (const { path, previousPath, status, blob } of changedFiles(git, mergeBase(git, base, head) ?? base, head)) {
    if (previousPath !== null) files.delete(previousPath);
    if (status === 'removed') files.delete(path);
    else files.set(path, blob);
  }
  return git.addCommit({ tree: git.addTree(files), parents: [base, head], message, author: by, at: world.now() }).sha;
}
