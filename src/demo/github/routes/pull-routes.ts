import * as z from 'zod';
import { closeIssue, editIssue, reopenIssue } from '../acts/edit.ts';
import { findTeam } from '../acts/people.ts';
import { requestReviewers, unrequestReviewers } from '../acts/reviews.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentAccount, presentTeam } from '../present/accounts.ts';
import { presentCommit } from '../present/commit.ts';
import { presentChangedFile } from '../present/files.ts';
import { presentPullRequest, presentSimplePullRequest } from '../present/pull-request.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import { filesOfPull } from '../state/changed-files.ts';
import { commitsBetween } from '../state/history.ts';
import { isPullRequest, type Issue, type PullRequest } from '../state/repository.ts';
import { actorOf, actorWith, created, ok, onDemand, pullOf, repositoryOf, sorted } from './asked.ts';
import { accountsOf } from './issue-routes.ts';
import { checkIssueTexts, readBody } from './read-body.ts';

const read = ['pull_requests:read'];
const write = ['pull_requests:write'];
const pull = '/repos/{owner}/{repo}/pulls/{pull_number}';
const requested = `${pull}/requested_reviewers`;

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/pulls', permissions: read, handle: list },
  { method: 'GET', path: pull, permissions: read, handle: (request) => ok(presentPullRequest(request.world, pullOf(request))) },
  { method: 'PATCH', path: pull, permissions: write, handle: patch },
  { method: 'GET', path: `${pull}/files`, permissions: read, handle: files },
  { method: 'GET', path: `${pull}/commits`, permissions: read, handle: commits },
  { method: 'GET', path: requested, permissions: read, handle: asked },
  { method: 'POST', path: requested, permissions: write, handle: ask },
  { method: 'DELETE', path: requested, permissions: write, handle: unask },
];

function list(request: RouteRequest): RouteAnswer {
  const { world, query } = request;
  const [state, base, head] = [query.get('state') ?? 'open', query.get('base'), query.get('head')];
  const isListed = (issue: Issue | null): issue is PullRequest =>
    issue !== null &&
    isPullRequest(issue) &&
    (state === 'all' || issue.state === state) &&
    (base ?? issue.pull.base.ref) === issue.pull.base.ref &&
    (head === null || head === `${issue.pull.head.owner.login}:${issue.pull.head.ref}`);
  const pulls = [...repositoryOf(request).issues.values()].filter(isListed);
  return ok(onDemand(sorted(pulls, query, query.has('sort') && query.get('sort') !== 'created' ? 'asc' : 'desc'), (issue) => presentSimplePullRequest(world, issue)));
}

const PullChange = z.object({ title: z.string().optional(), body: z.string().nullish(), state: z.enum(['open', 'closed']).optional() });

function patch(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const by = actorOf(request) === issue.author ? issue.author : actorWith('write', request);
  const { title, body, state } = readBody(request, PullChange);
  checkIssueTexts({ title, body });
  editIssue(world, issue, { by, ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) });
  if (state === 'closed') closeIssue(world, issue, { by });
  if (state === 'open' && issue.pull.mergedAt === null) reopenIssue(world, issue, by);
  return ok(presentPullRequest(world, issue));
}

/** GitHub lists no more of a pull request's files, and no more of its commits. */
const fileLimit = 3000;
const commitLimit = 250;

function files(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const { sha } = issue.pull.head;
  const all = filesOfPull(world, issue).slice(0, fileLimit);
  return ok(onDemand(all, (file) => presentChangedFile(world, { repository: issue.repository, ref: sha }, file)));
}

function commits(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const { repository, pull: { base, head } } = pullOf(request);
  const all = commitsBetween(world.git, base.sha, head.sha).slice(0, commitLimit);
  return ok(onDemand(all, (commit) => presentCommit(world, repository, commit)));
}

function asked(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const { requestedReviewers, requestedTeams } = pullOf(request).pull;
  return ok({ users: requestedReviewers.map((each) => presentAccount(world, each)), teams: requestedTeams.map((each) => presentTeam(world, each)) });
}

const Reviewers = z.object({ reviewers: z.array(z.string()).default([]), team_reviewers: z.array(z.string()).default([]) });
const requestLimit = 15;

function ask(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const by = actorWith('write', request);
  const { reviewers, team_reviewers: slugs } = readBody(request, Reviewers);
  if (reviewers.length + slugs.length > requestLimit) throw new Refusal(422, `You can request up to ${requestLimit} reviewers at a time.`);
  if (accountsOf(world, reviewers).includes(issue.author)) throw new Refusal(422, 'Review cannot be requested from pull request author.');
  const wanted = accountsOf(world, reviewers);
  if (wanted.length < reviewers.length || wanted.some((each) => !world.isAssignable(each, issue.repository))) {
    throw new Refusal(422, 'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator.');
  }
  requestReviewers(world, issue, { by, reviewers: wanted, teams: teamsOf(request, slugs) });
  return created(presentSimplePullRequest(world, issue));
}

function unask(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = pullOf(request);
  const by = actorWith('write', request);
  const { reviewers, team_reviewers: slugs } = readBody(request, Reviewers);
  unrequestReviewers(world, issue, { by, reviewers: accountsOf(world, reviewers), teams: teamsOf(request, slugs) });
  return ok(presentSimplePullRequest(world, issue));
}

function teamsOf(request: RouteRequest, slugs: readonly string[]) {
  const { owner } = repositoryOf(request);
  return slugs.flatMap((slug) => findTeam(request.world, owner.login, slug) ?? []);
}
