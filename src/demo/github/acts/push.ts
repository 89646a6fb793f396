import { presentSimpleCommit } from '../present/commit.ts';
import { pageUrl } from '../present/urls.ts';
import type { Account } from '../state/accounts.ts';
import { changedFiles } from '../state/changed-files.ts';
import type { Commit } from '../state/git-objects.ts';
import { commitsBetween } from '../state/history.ts';
import { fullName, isPullRequest, type PullRequest, type Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { requestSuites } from './check-suites.ts';
import { changeFiles, type FileTexts } from './repositories.ts';
import { enterEvent, tell, tellOfIssue, touch } from './tell.ts';

export interface Push {
  branch: string;
  by: Account;
  files: FileTexts;
  message?: string;
  /** The commit takes the place of the branch's last one, as after `git commit --amend`. */
  force?: boolean;
}

export const noCommit = '0'.repeat(40);

/** Commits to a branch, which is made from the default branch when it is new. */
export function push(world: WorldState, repository: Repository, { branch, by, files, message = 'Update', force = false }: Push): Commit {
  const tip = repository.branches.get(branch) ?? repository.branches.get(repository.defaultBranch);
  if (tip === undefined) throw new Error(`Unexpected ${fullName(repository)} without a branch, expected one to start from`);
  const tree = world.git.addTree(changeFiles(world, world.git.filesOf(tip), files));
  const parents = force ? world.git.commit(tip).parents : [tip];
  const commit = world.git.addCommit({ tree, parents, message, author: by, at: world.now() });
  moveBranch(world, repository, { branch, sha: commit.sha, by, isForced: force && repository.branches.has(branch) });
  return commit;
}

export interface Move {
  branch: string;
  sha: string;
  by: Account;
  isForced?: boolean;
}

/** Lets a branch point elsewhere; the pull requests from it and to it follow. */
export function moveBranch(world: WorldState, repository: Repository, { branch, sha, by, isForced = false }: Move): void {
  const before = repository.branches.get(branch) ?? noCommit;
  if (before === sha) return;
  repository.branches.set(branch, sha);
  repository.pushedAt = world.now();
  repository.updatedAt = world.now();
  for (const pull of openPulls(world, repository)) {
    if (pull.repository === repository && pull.pull.base.ref === branch) pull.pull.base.sha = sha;
  }
  tellOfPush(world, repository, { branch, sha, by, isForced, before });
  for (const pull of openPulls(world, repository)) {
    if (pull.pull.head.repository === repository && pull.pull.head.ref === branch) moveHead(world, pull, { sha, by, isForced, before });
  }
  requestSuites(world, repository, { branch, sha, before, by });
}

function moveHead(world: WorldState, issue: PullRequest, { sha, by, isForced, before }: Omit<Move, 'branch'> & { before: string }): void {
  issue.pull.head.sha = sha;
  touch(world, issue);
  enterCommits(world, issue);
  if (isForced === true) enterEvent(world, issue, 'head_ref_force_pushed', { actor: by, commit: sha });
  tellOfIssue(world, issue, { action: 'synchronize', by, details: { before, after: sha } });
}

/** Brings the timeline's commits up to date; those that are no longer there vanish from it. */
export function enterCommits(world: WorldState, issue: PullRequest): void {
  const shas = commitsBetween(world.git, issue.pull.base.sha, issue.pull.head.sha).map(({ sha }) => sha);
  const kept = issue.timeline.filter((item) => item.kind !== 'commit' || shas.includes(item.sha));
  const entered = new Set(kept.flatMap((item) => (item.kind === 'commit' ? [item.sha] : [])));
  const fresh = shas.filter((sha) => !entered.has(sha)).map((sha) => ({ kind: 'commit' as const, sha }));
  issue.timeline = [...kept, ...fresh];
}

/** Open pull requests that a branch of this repository can matter to: its own, and those of what it was forked from. */
function openPulls(world: WorldState, repository: Repository): PullRequest[] {
  const { parent } = repository;
  const homes = parent !== null && world.repositories.includes(parent) ? [repository, parent] : [repository];
  return homes
    .flatMap(({ issues }) => [...issues.values()])
    .filter((issue): issue is PullRequest => issue !== null && isPullRequest(issue) && issue.state === 'open');
}

/** GitHub lists no more of a push's commits. */
const pushedCommits = 2048;

function tellOfPush(world: WorldState, repository: Repository, { branch, sha, by, isForced = false, before }: Move & { before: string }): void {
  const base = before === noCommit ? (repository.branches.get(repository.defaultBranch) ?? sha) : before;
  const commits = commitsBetween(world.git, base, sha).slice(-pushedCommits).map((commit) => presentPushedCommit(world, repository, commit));
  const head = presentPushedCommit(world, repository, world.git.commit(sha));
  const compare = `${pageUrl(world, repository)}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`;
  tell(world, repository, {
    name: 'push',
    by,
    details: {
      ref: `refs/heads/${branch}`,
      before,
      after: sha,
      base_ref: null,
      created: before === noCommit,
      deleted: false,
      forced: isForced,
      compare,
      commits,
      head_commit: head,
      pusher: { name: by.login, email: null },
    },
  });
}

function presentPushedCommit(world: WorldState, repository: Repository, commit: Commit): Record<string, unknown> {
  const [parent] = commit.parents;
  const changes = parent === undefined ? [] : changedFiles(world.git, parent, commit.sha);
  const pathsOf = (...statuses: string[]): string[] => changes.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  return {
    ...presentSimpleCommit(commit),
    distinct: true,
    url: `${pageUrl(world, repository)}/commit/${commit.sha}`,
    added: pathsOf('added', 'renamed'),
    removed: [...pathsOf('removed'), ...changes.flatMap(({ previousPath }) => previousPath ?? [])],
    modified: pathsOf('modified'),
  };
}
