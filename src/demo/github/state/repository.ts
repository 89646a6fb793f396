/** What a repository holds; the parts know what they are part of, which is why they stand in one file. */
import type { Account, App, Role, Team } from './accounts.ts';
import type { CheckAction, CheckAnnotation, CheckConclusion, CheckStatus } from './check-fields.ts';
import type { Label } from './label.ts';
import type { Reaction } from './reaction.ts';

export interface Repository {
  readonly id: number;
  owner: Account;
  name: string;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  /** What it was forked from. */
  readonly parent: Repository | null;
  readonly collaborators: Map<Account, Role>;
  /** The commit at the tip of each branch; a merge queue's groups are branches too. */
  readonly branches: Map<string, string>;
  readonly labels: Label[];
  /** Issues and pull requests by number; null where one was deleted. */
  readonly issues: Map<number, Issue | null>;
  readonly suites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  /** What waits to be merged, next one first. */
  readonly mergeQueue: MergeGroup[];
  /** The status with which the API refuses it; null while all is well. */
  blocked: 403 | 404 | 451 | null;
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string;
}

export interface MergeGroup {
  readonly issue: Issue;
  readonly base: string;
  readonly head: string;
  /** `gh-readonly-queue/main/pr-7-<base>`. */
  readonly branch: string;
  readonly baseBranch: string;
}

/** An issue; with `pull`, a pull request. */
export interface Issue {
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: Account;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null;
  isLocked: boolean;
  labels: readonly Label[];
  assignees: readonly Account[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Account | null;
  readonly comments: Comment[];
  readonly reactions: Reaction[];
  timeline: readonly TimelineItem[];
  readonly pull: PullPart | null;
}

export interface PullRequest extends Issue {
  readonly pull: PullPart;
}

/** What a pull request has and an issue lacks. */
export interface PullPart {
  readonly id: number;
  isDraft: boolean;
  /** The base's commit: follows the branch while the pull request is open. */
  readonly base: { readonly ref: string; sha: string };
  /** The repository is null when the fork has been deleted. */
  readonly head: { repository: Repository | null; readonly owner: Account; readonly ref: string; sha: string };
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommit: string | null;
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  requestedReviewers: readonly Account[];
  requestedTeams: readonly Team[];
}

export interface Comment {
  readonly id: number;
  readonly issue: Issue;
  readonly author: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: Reaction[];
}

export interface Review {
  readonly id: number;
  readonly issue: Issue;
  readonly author: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  /** From then on its state is shown as `DISMISSED`. */
  isDismissed: boolean;
  body: string;
  readonly commit: string;
  readonly submittedAt: string;
  updatedAt: string;
}

export interface ReviewComment extends Comment {
  readonly review: Review;
  readonly path: string;
  readonly commit: string;
  readonly line: number;
  readonly side: 'LEFT' | 'RIGHT';
  readonly startLine: number | null;
  readonly startSide: 'LEFT' | 'RIGHT' | null;
  readonly hunk: string;
  readonly inReplyTo: number | null;
  /** Of the first comment of a thread: whether somebody resolved it. */
  isResolved: boolean;
}

/** What happened to an issue or pull request, besides comments, reviews and commits. */
export interface TimelineEvent {
  readonly kind: 'event';
  readonly id: number;
  readonly event: string;
  readonly actor: Account;
  readonly createdAt: string;
  readonly commit: string | null;
  readonly label?: Label;
  readonly assignee?: Account;
  readonly rename?: { from: string; to: string };
  readonly requestedReviewer?: Account;
  readonly requestedTeam?: Team;
  readonly dismissed?: Review;
}

export type TimelineItem =
  | TimelineEvent
  | { readonly kind: 'comment'; readonly comment: Comment }
  | { readonly kind: 'review'; readonly review: Review }
  | { readonly kind: 'commit'; readonly sha: string };

export interface CheckSuite {
  readonly id: number;
  readonly repository: Repository;
  readonly app: App;
  readonly headSha: string;
  /** Null for a commit that lies in a fork. */
  readonly headBranch: string | null;
  readonly before: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly repository: Repository;
  readonly suite: CheckSuite;
  name: string;
  readonly headSha: string;
  externalId: string;
  detailsUrl: string | null;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: CheckAnnotation[];
  actions: readonly CheckAction[];
}

export function isPullRequest(issue: Issue): issue is PullRequest {
  return issue.pull !== null;
}

/** `acme/rfcs` */
export function fullName({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner.login}/${name}`;
}
