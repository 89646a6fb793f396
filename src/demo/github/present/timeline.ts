import type { Issue, TimelineEvent, TimelineItem } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentAccount, presentActingApp, presentTeam } from './accounts.ts';
import { presentCommittedEvent } from './commit.ts';
import { presentComment } from './issue.ts';
import { nodeId } from './node-id.ts';
import { presentReview } from './pull-request.ts';
import { apiUrl } from './urls.ts';

/** One entry of `timeline-issue-events`. */
export function presentTimelineItem(world: WorldState, issue: Issue, item: TimelineItem): Record<string, unknown> {
  switch (item.kind) {
    case 'comment':
      return { event: 'commented', actor: presentAccount(world, item.comment.author), ...presentComment(world, item.comment) };
    case 'review':
      return { event: 'reviewed', ...presentReview(world, item.review), state: item.review.state.toLowerCase() };
    case 'commit':
      return presentCommittedEvent(world, issue.repository, world.git.commit(item.sha));
    case 'event':
      return presentEvent(world, issue, item);
  }
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
function presentDetails(world: WorldState, { actor, label, assignee, rename, requestedReviewer, requestedTeam }: TimelineEvent): Record<string, unknown> {
  return {
    ...(label && { label: { name: label.name, color: label.color } }),
    ...(assignee && { assignee: presentAccount(world, assignee) }),
    ...(rename && { rename }),
    ...((requestedReviewer ?? requestedTeam) && { review_requester: presentAccount(world, actor) }),
    ...(requestedReviewer && { requested_reviewer: presentAccount(world, requestedReviewer) }),
    ...(requestedTeam && { requested_team: presentTeam(world, requestedTeam) }),
  };
}
