import * as z from 'zod';
import { assign, unassign } from '../acts/assignees.ts';
import { closeIssue, editIssue, reopenIssue } from '../acts/edit.ts';
import { setLabels } from '../acts/labels.ts';
import { openIssue } from '../acts/open.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentIssue } from '../present/issue.ts';
import { timelineOf } from '../present/timeline.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Account } from '../state/accounts.ts';
import type { Issue } from '../state/repository.ts';
import { isSameName, type WorldState } from '../state/world-state.ts';
import { actorOf, changedSince, created, issueOf, ok, onDemand, repositoryOf, sorted, validationFailed } from './asked.ts';
import { checkIssueTexts, readBody } from './read-body.ts';

const read = ['issues:read', 'pull_requests:read'];
const write = ['issues:write', 'pull_requests:write'];

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/issues', permissions: read, handle: listIssues },
  { method: 'POST', path: '/repos/{owner}/{repo}/issues', permissions: ['issues:write'], handle: postIssue },
  { method: 'GET', path: '/repos/{owner}/{repo}/issues/{issue_number}', permissions: read, handle: (request) => ok(presentIssue(request.world, issueOf(request))) },
  { method: 'PATCH', path: '/repos/{owner}/{repo}/issues/{issue_number}', permissions: write, handle: patchIssue },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/timeline',
    permissions: read,
    handle(request) {
      const issue = issueOf(request);
      return ok(onDemand(timelineOf(request.world, issue), (present) => present()));
    },
  },
];

function listIssues(request: RouteRequest): RouteAnswer {
  const { world, query } = request;
  const issues = [...repositoryOf(request).issues.values()].filter((issue): issue is Issue => issue !== null && isListed(issue, query));
  return ok(onDemand(sortedIssues(changedSince(issues, query), query), (issue) => presentIssue(world, issue)));
}

function isListed(issue: Issue, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open';
  const labels = query.get('labels')?.split(',').filter((name) => name !== '') ?? [];
  return (
    (state === 'all' || issue.state === state) &&
    labels.every((name) => issue.labels.some((label) => isSameName(label.name, name.trim()))) &&
    isAssignedAs(issue, query.get('assignee')) &&
    isSameName(issue.author.login, query.get('creator') ?? issue.author.login)
  );
}

/** `*` asks for anybody, `none` for nobody. */
function isAssignedAs({ assignees }: Issue, wanted: string | null): boolean {
  if (wanted === null) return true;
  if (wanted === 'none') return assignees.length === 0;
  return wanted === '*' ? assignees.length > 0 : assignees.some(({ login }) => isSameName(login, wanted));
}

function sortedIssues(issues: readonly Issue[], query: URLSearchParams): Issue[] {
  if (query.get('sort') !== 'comments') return sorted(issues, query);
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return [...issues].sort((a, b) => sign * (a.comments.length - b.comments.length || a.id - b.id));
}

const NewIssue = z.object({
  title: z.union([z.string(), z.number().transform(String)]),
  body: z.string().nullish(),
  labels: z.array(z.string()).default([]),
  assignees: z.array(z.string()).default([]),
});

function postIssue(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const { title, body = null, labels, assignees } = readBody(request, NewIssue);
  checkIssueTexts({ title, body });
  const repository = repositoryOf(request);
  const by = actorOf(request);
  const issue = openIssue(world, repository, { by, title, body });
  if (mayManage(request, by, issue)) {
    setLabels(world, issue, { by, names: labels });
    assign(world, issue, { by, assignees: accountsOf(world, assignees) });
  }
  return created(presentIssue(world, issue));
}

const IssueChange = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])).optional(),
  assignees: z.array(z.string()).optional(),
});

function patchIssue(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const issue = issueOf(request);
  const by = actorOf(request);
  const { title, body, state, state_reason: reason, labels, assignees } = readBody(request, IssueChange);
  if (!mayManage(request, by, issue) && by !== issue.author) throw new Refusal(403, 'Must have admin rights to Repository.');
  checkIssueTexts({ title, body });
  editIssue(world, issue, { by, ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) });
  if (labels !== undefined) setLabels(world, issue, { by, names: labels });
  if (assignees !== undefined) setAssignees(world, issue, { by, assignees: accountsOf(world, assignees) });
  if (state === 'closed') closeIssue(world, issue, { by, reason: reason ?? 'completed' });
  if (state === 'open') reopen(world, issue, by);
  return ok(presentIssue(world, issue));
}

function reopen(world: WorldState, issue: Issue, by: Account): void {
  if (issue.pull !== null && issue.pull.mergedAt !== null) throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'state' });
  reopenIssue(world, issue, by);
}

function setAssignees(world: WorldState, issue: Issue, { by, assignees }: { by: Account; assignees: readonly Account[] }): void {
  unassign(world, issue, { by, assignees: issue.assignees.filter((each) => !assignees.includes(each)) });
  assign(world, issue, { by, assignees });
}

function mayManage({ world, caller }: RouteRequest, by: Account, issue: Issue): boolean {
  return caller.kind === 'installation' || world.may(by, issue.repository, 'triage');
}

/** Logins that nobody has are passed over. */
export function accountsOf(world: WorldState, logins: readonly string[]): Account[] {
  return logins.flatMap((login) => world.findAccount(login) ?? []);
}
