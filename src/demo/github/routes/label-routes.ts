import * as z from 'zod';
import { addLabels, createLabel, editLabel, findLabel, removeLabel, setLabels } from '../acts/labels.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentLabel } from '../present/issue.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Label } from '../state/label.ts';
import type { Issue } from '../state/repository.ts';
import { isSameName } from '../state/world-state.ts';
import { actorWith, created, issueOf, noContent, ok, orNotFound, repositoryOf, validationFailed } from './asked.ts';
import { readBody } from './read-body.ts';

const read = ['issues:read', 'pull_requests:read'];
const write = ['issues:write', 'pull_requests:write'];
const labels = '/repos/{owner}/{repo}/labels';
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/labels';

export const labelRoutes: readonly Route[] = [
  { method: 'GET', path: labels, permissions: read, handle: (request) => ok(present(request, repositoryOf(request).labels)) },
  { method: 'POST', path: labels, permissions: write, handle: post },
  { method: 'GET', path: `${labels}/{name}`, permissions: read, handle: (request) => ok(presentLabel(request.world, repositoryOf(request), labelOf(request))) },
  { method: 'PATCH', path: `${labels}/{name}`, permissions: write, handle: patch },
  { method: 'GET', path: ofIssue, permissions: read, handle: (request) => ok(present(request, issueOf(request).labels)) },
  { method: 'POST', path: ofIssue, permissions: write, handle: (request) => change(request, addLabels) },
  { method: 'PUT', path: ofIssue, permissions: write, handle: (request) => change(request, setLabels) },
  {
    method: 'DELETE',
    path: ofIssue,
    permissions: write,
    handle(request) {
      setLabels(request.world, issueOf(request), { by: actorWith('triage', request), names: [] });
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: `${ofIssue}/{name}`,
    permissions: write,
    handle(request) {
      const issue = issueOf(request);
      const name = request.params.name ?? '';
      if (!issue.labels.some((label) => isSameName(label.name, name))) throw new Refusal(404, 'Label does not exist');
      removeLabel(request.world, issue, { by: actorWith('triage', request), name });
      return ok(present(request, issue.labels));
    },
  },
];

function labelOf(request: RouteRequest): Label {
  return orNotFound(findLabel(repositoryOf(request), request.params.name ?? ''));
}

function present(request: RouteRequest, list: readonly Label[]): Record<string, unknown>[] {
  return list.map((label) => presentLabel(request.world, repositoryOf(request), label));
}

const nameLimit = 50;
const descriptionLimit = 100;
const NewLabel = z.object({ name: z.string().optional(), new_name: z.string().optional(), color: z.string().optional(), description: z.string().nullish() });

function post(request: RouteRequest): RouteAnswer {
  const repository = repositoryOf(request);
  const by = actorWith('write', request);
  const { name, color, description = null } = readBody(request, NewLabel);
  if (name === undefined) throw validationFailed({ resource: 'Label', code: 'missing_field', field: 'name' });
  checkLabel({ name, color, description });
  if (findLabel(repository, name) !== undefined) throw validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });
  const label = createLabel(request.world, repository, { by, name, description, ...(color === undefined ? {} : { color }) });
  return created(presentLabel(request.world, repository, label));
}

function patch(request: RouteRequest): RouteAnswer {
  const repository = repositoryOf(request);
  const by = actorWith('write', request);
  const label = labelOf(request);
  const { new_name: name = label.name, color = label.color, description = label.description } = readBody(request, NewLabel);
  checkLabel({ name, color, description });
  const taken = findLabel(repository, name);
  if (taken !== undefined && taken !== label) throw validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });
  editLabel(request.world, repository, { by, label, name, color, description });
  return ok(presentLabel(request.world, repository, label));
}

function checkLabel({ name, color = 'ededed', description }: { name: string; color: string | undefined; description: string | null }): void {
  if (name.trim() === '' || name.length > nameLimit) throw validationFailed({ resource: 'Label', code: 'invalid', field: 'name' });
  if (!/^[0-9a-f]{6}$/i.test(color)) throw validationFailed({ resource: 'Label', code: 'invalid', field: 'color' });
  if ((description ?? '').length > descriptionLimit) {
    const message = `description is too long (maximum is ${descriptionLimit} characters)`;
    throw validationFailed({ resource: 'Label', code: 'custom', field: 'description', message });
  }
}

const LabelNames = z.union([
  z.array(z.string()),
  z.object({ labels: z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])) }).transform(({ labels: names }) => names),
]);

function change(request: RouteRequest, act: typeof addLabels): RouteAnswer {
  const issue: Issue = issueOf(request);
  const by = actorWith('triage', request);
  const names = readBody(request, LabelNames);
  for (const name of names) checkLabel({ name, color: undefined, description: null });
  act(request.world, issue, { by, names });
  return ok(present(request, issue.labels));
}
