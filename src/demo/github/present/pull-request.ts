import { filesOfPull } from '../state/changed-files.ts';
import { commitsBetween } from '../state/history.ts';
import type { PullRequest, Repository, Review, ReviewComment } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { associationOf, presentAccount, presentTeam } from './accounts.ts';
import { issueUrl, presentReactionCounts, presentSharedFields } from './issue.ts';
import { nodeId } from './node-id.ts';
import { presentRepository } from './repository.ts';
import { apiUrl } from './urls.ts';

/** GitHub's `pull-request-simple`: an entry of a list. */
export function presentSimplePullRequest(world: WorldState, issue: PullRequest): Record<string, unknown> {
  const { repository, number, pull } = issue;
  const html = issueUrl(world, issue);
  const links = linksOf(world, issue);
  return {
    url: links.self,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    number,
    ...presentSharedFields(world, issue),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    requested_reviewers: pull.requestedReviewers.map((each) => presentAccount(world, each)),
    requested_teams: pull.requestedTeams.map((each) => presentTeam(world, each)),
    draft: pull.isDraft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    head: presentEnd(world, pull.head),
    base: presentEnd(world, { ...pull.base, owner: repository.owner, repository }),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    auto_merge: null,
  };
}

/** GitHub's `pull-request`. */
export function presentPullRequest(world: WorldState, issue: PullRequest): Record<string, unknown> {
  const { pull } = issue;
  const files = filesOfPull(world, issue);
  const isMerged = pull.mergedAt !== null;
  return {
    ...presentSimplePullRequest(world, issue),
    merged: isMerged,
    mergeable: isMerged ? null : true,
    rebaseable: isMerged ? null : true,
    mergeable_state: isMerged ? 'unknown' : pull.isDraft ? 'draft' : 'clean',
    merged_by: pull.mergedBy && presentAccount(world, pull.mergedBy),
    comments: issue.comments.length,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: pull.head.repository !== issue.repository,
    commits: commitsBetween(world.git, pull.base.sha, pull.head.sha).length,
    additions: files.reduce((sum, { patch }) => sum + patch.additions, 0),
    deletions: files.reduce((sum, { patch }) => sum + patch.deletions, 0),
    changed_files: files.length,
  };
}

/** GitHub's `pull-request-minimal`, as check runs hold it. */
export function presentMinimalPullRequest(world: WorldState, { repository, number, pull }: PullRequest): Record<string, unknown> {
  const end = (ref: string, sha: string, of: Repository): Record<string, unknown> => ({
    ref,
    sha,
    repo: { id: of.id, url: apiUrl(world, of), name: of.name },
  });
  return {
    url: `${apiUrl(world, repository)}/pulls/${number}`,
    id: pull.id,
    number,
    head: end(pull.head.ref, pull.head.sha, pull.head.repository ?? repository),
    base: end(pull.base.ref, pull.base.sha, repository),
  };
}

function presentEnd(world: WorldState, { repository, owner, ref, sha }: PullRequest['pull']['head']): Record<string, unknown> {
  return {
    label: `${owner.login}:${ref}`,
    ref,
    sha,
    user: presentAccount(world, owner),
    repo: repository && presentRepository(world, repository),
  };
}

function linksOf(world: WorldState, issue: PullRequest): Record<'self' | 'html' | 'issue' | 'comments' | 'review_comments' | 'review_comment' | 'commits' | 'statuses', string> {
  const { repository, number, pull } = issue;
  const api = apiUrl(world, repository);
  return {
    self: `${api}/pulls/${number}`,
    html: issueUrl(world, issue),
    issue: `${api}/issues/${number}`,
    comments: `${api}/issues/${number}/comments`,
    review_comments: `${api}/pulls/${number}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${api}/pulls/${number}/commits`,
    statuses: `${api}/statuses/${pull.head.sha}`,
  };
}

/** GitHub's `pull-request-review`. Webhooks write its state in lower case. */
export function presentReview(world: WorldState, review: Review): { state: string } & Record<string, unknown> {
  const { id, issue, author, body, state, isDismissed, commit, submittedAt } = review;
  const html = `${issueUrl(world, issue)}#pullrequestreview-${id}`;
  const pull = `${apiUrl(world, issue.repository)}/pulls/${issue.number}`;
  return {
    id,
    node_id: nodeId('PullRequestReview', id),
    user: presentAccount(world, author),
    body,
    state: isDismissed ? 'DISMISSED' : state,
    html_url: html,
    pull_request_url: pull,
    author_association: associationOf(world, author, issue.repository),
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: submittedAt,
    commit_id: commit,
  };
}

/** GitHub's `pull-request-review-comment`. */
export function presentReviewComment(world: WorldState, comment: ReviewComment): Record<string, unknown> {
  const { id, issue, review, author } = comment;
  const api = apiUrl(world, issue.repository);
  const url = `${api}/pulls/comments/${id}`;
  const html = `${issueUrl(world, issue)}#discussion_r${id}`;
  const pull = `${api}/pulls/${issue.number}`;
  return {
    url,
    pull_request_review_id: review.id,
    id,
    node_id: nodeId('PullRequestReviewComment', id),
    diff_hunk: comment.hunk,
    path: comment.path,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    user: presentAccount(world, author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pull,
    author_association: associationOf(world, author, issue.repository),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
    reactions: presentReactionCounts(url, comment.reactions),
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startSide,
    line: comment.line,
    original_line: comment.line,
    side: comment.side,
    position: comment.line,
    original_position: comment.line,
    subject_type: 'line',
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
  };
}
