import * as z from 'zod';
import { assign, unassign } from '../acts/assignees.ts';
import { presentAccount } from '../present/accounts.ts';
import { presentIssue } from '../present/issue.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import { actorWith, created, issueOf, noContent, ok, orNotFound, repositoryOf } from './asked.ts';
import { accountsOf } from './issue-routes.ts';
import { readBody } from './read-body.ts';

const read = ['issues:read', 'pull_requests:read'];
const write = ['issues:write', 'pull_requests:write'];
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/assignees';

export const assigneeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/assignees',
    permissions: read,
    handle(request) {
      const { world } = request;
      const repository = repositoryOf(request);
      return ok(world.accounts.filter((account) => world.isAssignable(account, repository)).map((account) => presentAccount(world, account)));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/assignees/{assignee}',
    permissions: read,
    handle(request) {
      const { world, params } = request;
      const account = world.findAccount(params.assignee ?? '');
      return orNotFound(account && world.isAssignable(account, repositoryOf(request)) ? noContent : undefined);
    },
  },
  {
    method: 'GET',
    path: `${ofIssue}/{assignee}`,
    permissions: read,
    handle(request) {
      const { world, params } = request;
      const account = world.findAccount(params.assignee ?? '');
      return orNotFound(account && world.isAssignable(account, repositoryOf(request), issueOf(request)) ? noContent : undefined);
    },
  },
  { method: 'POST', path: ofIssue, permissions: write, handle: (request) => created(change(request, assign)) },
  { method: 'DELETE', path: ofIssue, permissions: write, handle: (request) => ok(change(request, unassign)) },
];

const Assignees = z.object({ assignees: z.union([z.array(z.string()), z.string().transform((login) => [login])]).default([]) });

function change(request: RouteRequest, act: typeof assign): RouteAnswer['body'] {
  const { world } = request;
  const issue = issueOf(request);
  const by = actorWith('triage', request);
  act(world, issue, { by, assignees: accountsOf(world, readBody(request, Assignees).assignees) });
  return presentIssue(world, issue);
}
