import type { Issue, Review, ReviewComment, TimelineEvent, TimelineItem } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentAccount, presentActingApp, presentTeam } from './accounts.ts';
import { presentCommittedEvent } from './commit.ts';
import { presentComment } from './issue.ts';
import { nodeId } from './node-id.ts';
import { presentReview, presentReviewComment } from './pull-request.ts';
import { apiUrl } from './urls.ts';

/** All of an issue's `timeline-issue-events`; a thread on a line stands after the review that began it. */
export function timelineOf(world: WorldState, issue: Issue): (() => Record<string, unknown>)[] {
  return issue.timeline.flatMap((item) => [
    () => presentTimelineItem(world, issue, item),
    ...(item.kind === 'review' ? threadsIn(issue, item.review).map((thread) => () => presentThread(world, thread)) : []),
  ]);
}

/** A comment and its answers. */
function threadsIn({ pull }: Issue, review: Review): (readonly [ReviewComment, ...ReviewComment[]])[] {
  const comments = pull?.reviewComments ?? [];
  const first = comments.filter((comment) => comment.review === review && comment.inReplyTo === null);
  return first.map((comment) => [comment, ...comments.filter(({ inReplyTo }) => inReplyTo === comment.id)] as const);
}

function presentThread(world: WorldState, thread: readonly [ReviewComment, ...ReviewComment[]]): Record<string, unknown> {
  return { event: 'line-commented', node_id: nodeId('PullRequestReviewThread', thread[0].id), comments: thread.map((comment) => presentReviewComment(world, comment)) };
}

function presentTimelineItem(world: WorldState, issue: Issue, item: TimelineItem): Record<string, unknown> {
  switch (item.kind) {
    case 'comment':
      return { event: 'commented', actor: presentAccount(world, item.comment.author), ...presentComment(world, item.comment) };
    case 'review':
      return presentReviewedEvent(world, item.review);
    case 'commit':
      return presentCommittedEvent(world, issue.repository, world.git.commit(item.sha));
    case 'event':
      return presentEvent(world, issue, item);
  }
}

function presentReviewedEvent(world: WorldState, review: Review): Record<string, unknown> {
  const shown = presentReview(world, review);
  return { event: 'reviewed', ...shown, state: shown.state.toLowerCase(), updated_at: review.updatedAt };
}

function presentEvent(world: WorldState, issue: Issue, item: TimelineEvent): Record<string, unknown> {
  const { id, event, actor, commit, createdAt } = item;
  const api = apiUrl(world, issue.repository);
  return {
    id,
    node_id: nodeId('IssueEvent', id),
    url: `${api}/issues/events/${id}`,
    actor: presentAccount(world, actor),
    event,
    commit_id: commit,
    commit_url: commit === null ? null : `${api}/commits/${commit}`,
    created_at: createdAt,
    performed_via_github_app: presentActingApp(world, actor),
    ...presentDetails(world, item),
    ...(event === 'closed' ? { state_reason: issue.pull === null ? issue.stateReason : null } : {}),
  };
}

/** What only some events have. */
function presentDetails(world: WorldState, { actor, label, assignee, rename, requestedReviewer, requestedTeam, dismissed }: TimelineEvent): Record<string, unknown> {
  return {
    ...(label && { label: { name: label.name, color: label.color } }),
    ...(assignee && { assignee: presentAccount(world, assignee) }),
    ...(rename && { rename }),
    ...((requestedReviewer ?? requestedTeam) && { review_requester: presentAccount(world, actor) }),
    ...(requestedReviewer && { requested_reviewer: presentAccount(world, requestedReviewer) }),
    ...(requestedTeam && { requested_team: presentTeam(world, requestedTeam) }),
    ...(dismissed && { dismissed_review: { state: dismissed.state.toLowerCase(), review_id: dismissed.id, dismissal_message: null } }),
  };
}
