import * as z from 'zod';
import { addComment, deleteComment, editComment, findComment } from '../acts/comments.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentComment } from '../present/issue.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Account } from '../state/accounts.ts';
import type { Comment } from '../state/repository.ts';
import { actorOf, changedSince, created, issueOf, noContent, numberParam, ok, onDemand, orNotFound, repositoryOf, sorted } from './asked.ts';
import { checkText, readBody } from './read-body.ts';

const read = ['issues:read', 'pull_requests:read'];
const write = ['issues:write', 'pull_requests:write'];
const comments = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const comment = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: comments, permissions: read, handle: (request) => list(request, issueOf(request).comments) },
  { method: 'POST', path: comments, permissions: write, handle: post },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments',
    permissions: read,
    handle(request) {
      const all = [...repositoryOf(request).issues.values()].flatMap((issue) => issue?.comments ?? []);
      return list(request, request.query.has('sort') ? sorted(all, request.query) : all.sort((a, b) => a.id - b.id));
    },
  },
  { method: 'GET', path: comment, permissions: read, handle: (request) => ok(presentComment(request.world, commentOf(request))) },
  { method: 'PATCH', path: comment, permissions: write, handle: patch },
  {
    method: 'DELETE',
    path: comment,
    permissions: write,
    handle(request) {
      const found = commentOf(request);
      deleteComment(request.world, found, editorOf(request, found));
      return noContent;
    },
  },
];

export function commentOf(request: RouteRequest): Comment {
  return orNotFound(findComment(repositoryOf(request), numberParam(request, 'comment_id')));
}

const CommentBody = z.object({ body: z.string().optional() });

function list({ world, query }: RouteRequest, all: readonly Comment[]): RouteAnswer {
  return ok(onDemand(changedSince(all, query), (each) => presentComment(world, each)));
}

function post(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = issueOf(request);
  const by = actorOf(request);
  const body = checkText(readBody(request, CommentBody).body, 'IssueComment');
  const mayWrite = request.caller.kind === 'installation' || world.may(by, issue.repository, 'write');
  if (issue.isLocked && !mayWrite) throw new Refusal(403, 'Unable to create comment because issue is locked.');
  return created(presentComment(world, addComment(world, issue, { by, body })));
}

function patch(request: RouteRequest): RouteAnswer {
  const found = commentOf(request);
  const by = editorOf(request, found);
  editComment(request.world, found, { by, body: checkText(readBody(request, CommentBody).body, 'IssueComment') });
  return ok(presentComment(request.world, found));
}

/** People change their own comments; those who may write, everybody's. */
function editorOf(request: RouteRequest, { author, issue }: Comment): Account {
  const by = actorOf(request);
  const mayEdit = request.caller.kind === 'installation' || by === author || request.world.may(by, issue.repository, 'write');
  if (!mayEdit) throw new Refusal(403, 'Must have admin rights to Repository.');
  return by;
}
