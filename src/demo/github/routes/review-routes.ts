import * as z from 'zod';
import { findDiffPlace } from '../acts/diff-place.ts';
import { addReview, addReviewComment, findReviewComment } from '../acts/reviews.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentReview, presentReviewComment } from '../present/pull-request.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import { commitsBetween } from '../state/history.ts';
import type { PullRequest, ReviewComment } from '../state/repository.ts';
import { actorOf, changedSince, created, numberParam, ok, onDemand, orNotFound, pullOf, repositoryOf, validationFailed } from './asked.ts';
import { checkText, readBody } from './read-body.ts';

const read = ['pull_requests:read'];
const write = ['pull_requests:write'];
const pull = '/repos/{owner}/{repo}/pulls/{pull_number}';

export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${pull}/reviews`,
    permissions: read,
    handle: (request) => ok(onDemand(pullOf(request).pull.reviews, (review) => presentReview(request.world, review))),
  },
  { method: 'POST', path: `${pull}/reviews`, permissions: write, handle: postReview },
  { method: 'GET', path: `${pull}/comments`, permissions: read, handle: (request) => list(request, pullOf(request).pull.reviewComments) },
  { method: 'POST', path: `${pull}/comments`, permissions: write, handle: postComment },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    permissions: read,
    handle: (request) => ok(presentReviewComment(request.world, orNotFound(findReviewComment(repositoryOf(request), numberParam(request, 'comment_id'))))),
  },
];

function list({ world, query }: RouteRequest, comments: readonly ReviewComment[]): RouteAnswer {
  return ok(onDemand(changedSince(comments, query), (comment) => presentReviewComment(world, comment)));
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;
const NewReview = z.object({ event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']), body: z.string().optional(), commit_id: z.string().optional() });

function postReview(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const by = actorOf(request);
  const { event, body } = readBody(request, NewReview);
  if (event !== 'APPROVE') checkText(body, 'PullRequestReview');
  if (event !== 'COMMENT' && by === issue.author) throw new Refusal(422, 'Unprocessable Entity', { more: { errors: [`Can not ${event === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`] } });
  return ok(presentReview(world, addReview(world, issue, { by, state: states[event], body: body ?? '' })));
}

const Side = z.enum(['LEFT', 'RIGHT']);
const NewComment = z.object({
  body: z.string().optional(),
  commit_id: z.string().optional(),
  path: z.string().optional(),
  line: z.int().optional(),
  side: Side.default('RIGHT'),
  start_line: z.int().nullish(),
  start_side: Side.nullish(),
  in_reply_to: z.int().optional(),
});
const resource = 'PullRequestReviewComment';

function postComment(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const by = actorOf(request);
  const asked = readBody(request, NewComment);
  const body = checkText(asked.body, resource);
  if (asked.in_reply_to !== undefined) {
    const parent = issue.pull.reviewComments.find(({ id }) => id === asked.in_reply_to);
    if (parent === undefined) throw validationFailed({ resource, code: 'invalid', field: 'in_reply_to' });
    const { path, line, side, startLine, startSide, hunk } = parent;
    return created(presentReviewComment(world, addReviewComment(world, issue, { by, body, place: { path, line, side, startLine, startSide, hunk }, inReplyTo: parent.id })));
  }
  return created(presentReviewComment(world, addReviewComment(world, issue, { by, body, place: placeOf(request, issue, asked) })));
}

/** GitHub refuses a comment that is not on the diff. */
function placeOf({ world }: RouteRequest, issue: PullRequest, asked: z.infer<typeof NewComment>) {
  const { path, line, commit_id: commit, side, start_line: startLine = null, start_side: startSide = null } = asked;
  const missing = Object.entries({ path, line, commit_id: commit }).filter(([, value]) => value === undefined);
  if (missing.length > 0) throw validationFailed(...missing.map(([field]) => ({ resource, code: 'missing_field' as const, field })));
  const { base, head } = issue.pull;
  if (!commitsBetween(world.git, base.sha, head.sha).some(({ sha }) => sha === commit)) {
    throw validationFailed({ resource, code: 'custom', field: 'commit_id', message: 'commit_id is not part of the pull request' });
  }
  const place = findDiffPlace(world, issue, { path: path ?? '', line: line ?? 0, side, startLine, startSide: startSide ?? side });
  if (!('wrong' in place)) return place;
  const field = `pull_request_review_thread.${place.wrong}`;
  throw validationFailed({ resource, code: place.wrong === 'path' ? 'invalid' : 'custom', field, message: `${field} must be part of the diff` });
}
