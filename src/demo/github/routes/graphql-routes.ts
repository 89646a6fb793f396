/**
 * GitHub's GraphQL, as far as it is asked: whose token it is, and the review threads of a pull request. Any other
 * question is refused, so that nobody takes a stand-in's silence for GitHub's answer.
 */
import * as z from 'zod';
import { Refusal } from '../edge/refusal.ts';
import { issueUrl } from '../present/issue.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { PullRequest, ReviewComment } from '../state/repository.ts';
import { answerViewer } from './answer-viewer.ts';
import { ok } from './asked.ts';
import { readBody } from './read-body.ts';

export const graphqlRoutes: readonly Route[] = [{ method: 'POST', path: '/graphql', permissions: [], handle: answerQuestion }];

const Question = z.object({
  query: z.string(),
  variables: z.object({ owner: z.string(), name: z.string(), number: z.int(), after: z.string().nullish() }),
});

const page = 100;

function answerQuestion(request: RouteRequest): RouteAnswer {
  const viewer = answerViewer(request);
  if (viewer !== null) return viewer;
  const { query, variables } = readBody(request, Question);
  if (!/\breviewThreads\(first: 100, after: \$after\)/.test(query)) throw new Refusal(501, 'This stand-in knows two questions in GraphQL, for the viewer and for reviewThreads: add others to src/demo/github/routes/graphql-routes.ts');
  const { owner, name, number, after } = variables;
  const repository = request.world.findRepository(owner, name);
  if (repository === undefined) return notFound('Repository', `${owner}/${name}`, ['repository']);
  const issue = repository.issues.get(number);
  if (!issue?.pull) return notFound('PullRequest', String(number), ['repository', 'pullRequest']);
  return ok({ data: { repository: { pullRequest: { reviewThreads: threadsOf(request, issue as PullRequest, Number(after ?? 0)) } } } });
}

/** GraphQL answers 200 also where there is no such thing. */
function notFound(kind: string, seen: string, path: readonly string[]): RouteAnswer {
  const message = kind === 'Repository' ? `Could not resolve to a Repository with the name '${seen}'.` : `Could not resolve to a PullRequest with the number of ${seen}.`;
  const data = path.length === 1 ? { repository: null } : { repository: { pullRequest: null } };
  return ok({ data, errors: [{ type: 'NOT_FOUND', path, locations: [{ line: 2, column: 3 }], message }] });
}

function threadsOf({ world }: RouteRequest, issue: PullRequest, from: number): unknown {
  const roots = issue.pull.reviewComments.filter(({ inReplyTo }) => inReplyTo === null);
  const until = from + page;
  return {
    pageInfo: { hasNextPage: roots.length > until, endCursor: roots.length === 0 ? null : String(Math.min(until, roots.length)) },
    nodes: roots.slice(from, until).map((root) => ({
      isResolved: root.isResolved,
      path: root.path,
      line: root.line,
      originalLine: root.line,
      comments: { nodes: [presentFirst(root, issueUrl(world, issue))] },
    })),
  };
}

/** Whoever deleted their account has no name in GraphQL. */
function presentFirst({ id, author, body, createdAt }: ReviewComment, url: string): unknown {
  return { url: `${url}#discussion_r${id}`, createdAt, body, author: author.isDeleted ? null : { login: author.login } };
}
