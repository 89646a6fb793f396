import type { Label } from '../state/label.ts';
import { type Reaction, reactionContents } from '../state/reaction.ts';
import type { Comment, Issue, Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { associationOf, presentAccount, presentActingApp } from './accounts.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, pageUrl } from './urls.ts';

/** GitHub's `issue`; a pull request, seen as an issue, has the key `pull_request`. */
export function presentIssue(world: WorldState, issue: Issue): Record<string, unknown> {
  const { id, repository, number, pull } = issue;
  const url = `${apiUrl(world, repository)}/issues/${number}`;
  return {
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issueUrl(world, issue),
    timeline_url: `${url}/timeline`,
    id,
    node_id: nodeId(pull === null ? 'Issue' : 'PullRequest', id),
    number,
    ...presentSharedFields(world, issue),
    comments: issue.comments.length,
    closed_by: issue.closedBy && presentAccount(world, issue.closedBy),
    state_reason: issue.stateReason,
    ...(pull === null ? {} : { draft: pull.isDraft, pull_request: { ...pullUrls(world, issue), merged_at: pull.mergedAt } }),
    reactions: presentReactionCounts(url, issue.reactions),
    performed_via_github_app: presentActingApp(world, issue.author),
  };
}

/** What an issue and a pull request show alike. */
export function presentSharedFields(world: WorldState, issue: Issue): Record<string, unknown> {
  const assignees = issue.assignees.map((each) => presentAccount(world, each));
  return {
    title: issue.title,
    body: issue.body,
    user: presentAccount(world, issue.author),
    labels: issue.labels.map((label) => presentLabel(world, issue.repository, label)),
    state: issue.state,
    locked: issue.isLocked,
    active_lock_reason: null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    author_association: associationOf(world, issue.author, issue.repository),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
  };
}

/** Where people read it. */
export function issueUrl(world: WorldState, { repository, number, pull }: Issue): string {
  return `${pageUrl(world, repository)}/${pull === null ? 'issues' : 'pull'}/${number}`;
}

function pullUrls(world: WorldState, issue: Issue): Record<string, string> {
  const html = issueUrl(world, issue);
  return { url: `${apiUrl(world, issue.repository)}/pulls/${issue.number}`, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` };
}

export function presentLabel(world: WorldState, repository: Repository, { id, name, color, description }: Label): Record<string, unknown> {
  const url = `${apiUrl(world, repository)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId('Label', id), url, name, color, default: false, description };
}

/** GitHub's `issue-comment`. */
export function presentComment(world: WorldState, comment: Comment): Record<string, unknown> {
  const { id, issue, author, body, createdAt, updatedAt } = comment;
  const api = apiUrl(world, issue.repository);
  const url = `${api}/issues/comments/${id}`;
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url,
    html_url: `${issueUrl(world, issue)}#issuecomment-${id}`,
    issue_url: `${api}/issues/${issue.number}`,
    body,
    user: presentAccount(world, author),
    author_association: associationOf(world, author, issue.repository),
    created_at: createdAt,
    updated_at: updatedAt,
    reactions: presentReactionCounts(url, comment.reactions),
    performed_via_github_app: presentActingApp(world, author),
  };
}

export function presentReaction(world: WorldState, { id, content, by, createdAt }: Reaction): Record<string, unknown> {
  return { id, node_id: nodeId('Reaction', id), user: presentAccount(world, by), content, created_at: createdAt };
}

/** GitHub's `reaction-rollup`, of what lies at an API address. */
export function presentReactionCounts(url: string, reactions: readonly Reaction[]): Record<string, unknown> {
  const countOf = (content: string): number => reactions.filter((reaction) => reaction.content === content).length;
  const counts = Object.fromEntries(reactionContents.map((content) => [content, countOf(content)]));
  return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}
