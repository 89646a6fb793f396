import { presentAccount, presentOrganization } from '../present/accounts.ts';
import { presentIssue } from '../present/issue.ts';
import { presentPullRequest } from '../present/pull-request.ts';
import { presentRepository } from '../present/repository.ts';
import type { Account } from '../state/accounts.ts';
import { fullName, isPullRequest, type Issue, type Repository, type TimelineEvent } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';

export interface Happening {
  /** GitHub's name of the event: `issue_comment`. */
  name: string;
  by: Account;
  /** What the payload has besides repository, organisation and sender; `action` first. */
  details: Readonly<Record<string, unknown>>;
}

/** Tells the world's listeners what happened in a repository, as a webhook would. */
export function tell(world: WorldState, repository: Repository, { name, by, details }: Happening): void {
  const { owner } = repository;
  const payload = {
    ...details,
    repository: presentRepository(world, repository),
    ...(owner.type === 'Organization' ? { organization: presentOrganization(world, owner) } : {}),
    sender: presentAccount(world, by),
  };
  world.emit({ name, repository: fullName(repository), payload });
}

interface IssueHappening {
  action: string;
  by: Account;
  details?: Readonly<Record<string, unknown>>;
}

/** An `issues` event, or `pull_request` where it is one. */
export function tellOfIssue(world: WorldState, issue: Issue, { action, by, details = {} }: IssueHappening): void {
  const isPull = isPullRequest(issue);
  const subject = isPull ? { number: issue.number, pull_request: presentPullRequest(world, issue) } : { issue: presentIssue(world, issue) };
  tell(world, issue.repository, { name: isPull ? 'pull_request' : 'issues', by, details: { action, ...subject, ...details } });
}

/** The issue has changed at this moment. */
export function touch(world: WorldState, issue: Issue): void {
  issue.updatedAt = world.now();
}

interface Entry extends Pick<TimelineEvent, 'label' | 'assignee' | 'rename' | 'requestedReviewer' | 'requestedTeam' | 'dismissed'> {
  actor: Account;
  commit?: string;
}

/** Writes an event into the timeline. */
export function enterEvent(world: WorldState, issue: Issue, event: string, { commit, ...entry }: Entry): void {
  issue.timeline = [...issue.timeline, { kind: 'event', id: world.nextId(), event, createdAt: world.now(), commit: commit ?? null, ...entry }];
}
