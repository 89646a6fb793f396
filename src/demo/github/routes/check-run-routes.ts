import { createCheckRun, rerequestCheckRun, updateCheckRun } from '../acts/check-runs.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentAnnotation, presentCheckRun } from '../present/check.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Account, App } from '../state/accounts.ts';
import type { CheckRun } from '../state/repository.ts';
import { actorOf, actorWith, created, numberParam, ok, orNotFound, repositoryOf } from './asked.ts';
import { changeFrom, CheckRunPatch, NewCheckRun } from './check-run-body.ts';
import { readBody } from './read-body.ts';

const read = ['checks:read'];
const write = ['checks:write'];
const run = '/repos/{owner}/{repo}/check-runs/{check_run_id}';

export const checkRunRoutes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/check-runs', permissions: write, handle: post },
  { method: 'GET', path: run, permissions: read, handle: (request) => ok(presentCheckRun(request.world, runOf(request))) },
  { method: 'PATCH', path: run, permissions: write, handle: patch },
  {
    method: 'GET',
    path: `${run}/annotations`,
    permissions: read,
    handle(request) {
      const found = runOf(request);
      return ok(found.annotations.map((annotation) => presentAnnotation(request.world, found, annotation)));
    },
  },
  {
    method: 'POST',
    path: `${run}/rerequest`,
    permissions: write,
    handle(request) {
      rerequestCheckRun(request.world, runOf(request), actorWith('write', request));
      return created({});
    },
  },
];

function runOf(request: RouteRequest): CheckRun {
  return orNotFound(repositoryOf(request).checkRuns.find(({ id }) => id === numberParam(request, 'check_run_id')));
}

/** Only Apps write check runs. */
function appOf(request: RouteRequest): { app: App; by: Account } {
  const by = actorOf(request);
  if (by.app === null) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  return { app: by.app, by };
}

function post(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const repository = repositoryOf(request);
  const { app, by } = appOf(request);
  const asked = readBody(request, NewCheckRun);
  if (world.git.findCommit(asked.head_sha) === undefined) throw new Refusal(422, `No commit found for SHA: ${asked.head_sha}`);
  return created(presentCheckRun(world, createCheckRun(world, repository, { app, by, headSha: asked.head_sha, change: changeFrom(asked) })));
}

function patch(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const found = runOf(request);
  const { app, by } = appOf(request);
  if (found.suite.app.id !== app.id) throw new Refusal(403, `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`);
  updateCheckRun(world, found, { by, change: changeFrom(readBody(request, CheckRunPatch)) });
  return ok(presentCheckRun(world, found));
}
