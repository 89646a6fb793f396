import { presentAccount, presentTeam } from '../present/accounts.ts';
import { presentReviewComment, presentSimplePullRequest } from '../present/pull-request.ts';
import type { Account, Team } from '../state/accounts.ts';
import type { PullRequest, Repository, Review, ReviewComment } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { tellOfReview } from './change-review.ts';
import type { DiffPlace } from './diff-place.ts';
import { enterEvent, tell, tellOfIssue, touch } from './tell.ts';

export interface NewReview {
  by: Account;
  state: Review['state'];
  body?: string;
}

/** A review takes its author off the list of those who were asked. */
export function addReview(world: WorldState, issue: PullRequest, { by, state, body = '' }: NewReview): Review {
  const { pull } = issue;
  const now = world.now();
  const review: Review = { id: world.nextId(), issue, author: by, state, isDismissed: false, body, commit: pull.head.sha, submittedAt: now, updatedAt: now };
  pull.reviews.push(review);
  pull.requestedReviewers = pull.requestedReviewers.filter((each) => each !== by);
  issue.timeline = [...issue.timeline, { kind: 'review', review }];
  touch(world, issue);
  tellOfReview(world, review, { action: 'submitted', by });
  return review;
}

export interface NewReviewComment {
  by: Account;
  body: string;
  place: DiffPlace;
  /** The id of the comment that it answers. */
  inReplyTo?: number;
}

/** A comment on lines of the diff; it stands in a review of its own, as GitHub makes one for it. */
export function addReviewComment(world: WorldState, issue: PullRequest, { by, body, place, inReplyTo }: NewReviewComment): ReviewComment {
  const review = addReview(world, issue, { by, state: 'COMMENTED' });
  const now = world.now();
  const comment: ReviewComment = {
    id: world.nextId(),
    issue,
    review,
    author: by,
    body,
    ...place,
    commit: issue.pull.head.sha,
    createdAt: now,
    updatedAt: now,
    reactions: [],
    inReplyTo: inReplyTo ?? null,
    isResolved: false,
  };
  issue.pull.reviewComments.push(comment);
  tell(world, issue.repository, {
    name: 'pull_request_review_comment',
    by,
    details: { action: 'created', comment: presentReviewComment(world, comment), pull_request: presentSimplePullRequest(world, issue) },
  });
  return comment;
}

/** Marks a thread, by any of its comments, as resolved or as open again. */
export function setResolved({ pull }: PullRequest, comment: ReviewComment, isResolved: boolean): void {
  const root = pull.reviewComments.find(({ id }) => id === (comment.inReplyTo ?? comment.id));
  if (root !== undefined) root.isResolved = isResolved;
}

export function findReviewComment({ issues }: Repository, id: number): ReviewComment | undefined {
  return [...issues.values()].flatMap((issue) => issue?.pull?.reviewComments ?? []).find((comment) => comment.id === id);
}

interface Asked {
  by: Account;
  reviewers?: readonly Account[];
  teams?: readonly Team[];
}

export function requestReviewers(world: WorldState, issue: PullRequest, { by, reviewers = [], teams = [] }: Asked): void {
  const { pull } = issue;
  for (const requestedReviewer of reviewers.filter((each) => !pull.requestedReviewers.includes(each) && each !== issue.author)) {
    pull.requestedReviewers = [...pull.requestedReviewers, requestedReviewer];
    askedChanged(world, issue, { action: 'review_requested', by, requestedReviewer });
  }
  for (const requestedTeam of teams.filter((each) => !pull.requestedTeams.includes(each))) {
    pull.requestedTeams = [...pull.requestedTeams, requestedTeam];
    askedChanged(world, issue, { action: 'review_requested', by, requestedTeam });
  }
}

export function unrequestReviewers(world: WorldState, issue: PullRequest, { by, reviewers = [], teams = [] }: Asked): void {
  const { pull } = issue;
  for (const requestedReviewer of reviewers.filter((each) => pull.requestedReviewers.includes(each))) {
    pull.requestedReviewers = pull.requestedReviewers.filter((each) => each !== requestedReviewer);
    askedChanged(world, issue, { action: 'review_request_removed', by, requestedReviewer });
  }
  for (const requestedTeam of teams.filter((each) => pull.requestedTeams.includes(each))) {
    pull.requestedTeams = pull.requestedTeams.filter((each) => each !== requestedTeam);
    askedChanged(world, issue, { action: 'review_request_removed', by, requestedTeam });
  }
}

interface AskedChange {
  action: 'review_requested' | 'review_request_removed';
  by: Account;
  requestedReviewer?: Account;
  requestedTeam?: Team;
}

function askedChanged(world: WorldState, issue: PullRequest, { action, by, ...asked }: AskedChange): void {
  const { requestedReviewer, requestedTeam } = asked;
  touch(world, issue);
  enterEvent(world, issue, action, { actor: by, ...asked });
  const details = {
    ...(requestedReviewer && { requested_reviewer: presentAccount(world, requestedReviewer) }),
    ...(requestedTeam && { requested_team: presentTeam(world, requestedTeam) }),
  };
  tellOfIssue(world, issue, { action, by, details });
}
