import type { Account } from '../state/accounts.ts';
import { fullName, type Issue, type PullPart, type PullRequest, type Repository } from '../state/repository.ts';
import { isSameName, type WorldState } from '../state/world-state.ts';
import { enterCommits } from './push.ts';
import { tellOfIssue } from './tell.ts';

export interface NewIssue {
  by: Account;
  title: string;
  body?: string | null;
}

export function openIssue(world: WorldState, repository: Repository, issue: NewIssue): Issue {
  const opened = addIssue(world, repository, issue, null);
  tellOfIssue(world, opened, { action: 'opened', by: issue.by });
  return opened;
}

export interface NewPullRequest extends NewIssue {
  /** `branch`, or `carol:branch` in somebody's fork. */
  head: string;
  /** The default branch, unless said. */
  base?: string;
  draft?: boolean;
}

export function openPullRequest(world: WorldState, repository: Repository, { head, base = repository.defaultBranch, draft = false, ...issue }: NewPullRequest): PullRequest {
  const from = headOf(world, repository, head);
  const baseSha = repository.branches.get(base);
  if (baseSha === undefined) throw new Error(`Unexpected base ${base}, expected a branch of ${fullName(repository)}`);
  const pull: PullPart = {
    id: world.nextId(),
    isDraft: draft,
    base: { ref: base, sha: baseSha },
    head: from,
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    reviews: [],
    reviewComments: [],
    requestedReviewers: [],
    requestedTeams: [],
  };
  const opened: PullRequest = { ...addIssue(world, repository, issue, pull), pull };
  repository.issues.set(opened.number, opened);
  enterCommits(world, opened);
  tellOfIssue(world, opened, { action: 'opened', by: issue.by });
  return opened;
}

/** Where a pull request's head lies; throws where there is no such branch. */
function headOf(world: WorldState, repository: Repository, head: string): PullPart['head'] {
  const [, login, ref = head] = /^([^:]+):(.+)$/.exec(head) ?? [];
  const owner = login === undefined ? repository.owner : world.account(login);
  const home = world.repositories.find((each) => isSameName(each.owner.login, owner.login) && (each === repository || each.parent === repository));
  const sha = home?.branches.get(ref);
  if (home === undefined || sha === undefined) throw new Error(`Unexpected head ${head}, expected a branch of ${fullName(repository)} or of a fork of it`);
  return { repository: home, owner, ref, sha };
}

function addIssue(world: WorldState, repository: Repository, { by, title, body = null }: NewIssue, pull: PullPart | null): Issue {
  const now = world.now();
  const issue: Issue = {
    id: world.nextId(),
    repository,
    number: repository.issues.size + 1,
    title,
    body,
    author: by,
    state: 'open',
    stateReason: null,
    isLocked: false,
    labels: [],
    assignees: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
    comments: [],
    reactions: [],
    timeline: [],
    pull,
  };
  repository.issues.set(issue.number, issue);
  return issue;
}
