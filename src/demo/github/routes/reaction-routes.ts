import * as z from 'zod';
import { react } from '../acts/comments.ts';
import { findReviewComment } from '../acts/reviews.ts';
import { presentReaction } from '../present/issue.ts';
import type { Route, RouteRequest } from '../route.ts';
import { type Reaction, reactionContents } from '../state/reaction.ts';
import { actorOf, issueOf, noContent, numberParam, ok, orNotFound, repositoryOf } from './asked.ts';
import { commentOf } from './comment-routes.ts';
import { readBody } from './read-body.ts';

interface Subject {
  path: string;
  permission: readonly string[];
  reactionsOf: (request: RouteRequest) => Reaction[];
}

const issuesOrPulls = ['issues', 'pull_requests'];

/** What can be reacted to. */
const subjects: readonly Subject[] = [
  { path: '/repos/{owner}/{repo}/issues/{issue_number}/reactions', permission: issuesOrPulls, reactionsOf: (request) => issueOf(request).reactions },
  { path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', permission: issuesOrPulls, reactionsOf: (request) => commentOf(request).reactions },
  {
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
    permission: ['pull_requests'],
    reactionsOf: (request) => orNotFound(findReviewComment(repositoryOf(request), numberParam(request, 'comment_id'))).reactions,
  },
];

export const reactionRoutes: readonly Route[] = subjects.flatMap(routesOf);

const NewReaction = z.object({ content: z.enum(reactionContents) });

function routesOf({ path, permission, reactionsOf }: Subject): Route[] {
  const write = permission.map((name) => `${name}:write`);
  return [
    {
      method: 'GET',
      path,
      permissions: permission.map((name) => `${name}:read`),
      handle(request) {
        const content = request.query.get('content');
        const chosen = reactionsOf(request).filter((each) => content === null || each.content === content);
        return ok(chosen.map((each) => presentReaction(request.world, each)));
      },
    },
    {
      method: 'POST',
      path,
      permissions: write,
      handle(request) {
        const { content } = readBody(request, NewReaction);
        const { reaction, isNew } = react(request.world, reactionsOf(request), { by: actorOf(request), content });
        return { status: isNew ? 201 : 200, body: presentReaction(request.world, reaction) };
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{reaction_id}`,
      permissions: write,
      handle(request) {
        const reactions = reactionsOf(request);
        const index = reactions.findIndex(({ id, by }) => id === numberParam(request, 'reaction_id') && by === actorOf(request));
        orNotFound(reactions[index]);
        reactions.splice(index, 1);
        return noContent;
      },
    },
  ];
}
