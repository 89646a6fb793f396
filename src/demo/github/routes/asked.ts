/** What a request is about; throws GitHub's refusal where there is no such thing, or where the caller may not. */
import { botOf } from '../acts/people.ts';
import { Refusal } from '../edge/refusal.ts';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import type { Account, Role } from '../state/accounts.ts';
import type { Commit } from '../state/git-objects.ts';
import { isPullRequest, type Issue, type PullRequest, type Repository } from '../state/repository.ts';

export function repositoryOf({ world, params }: RouteRequest): Repository {
  return orNotFound(world.findRepository(params.owner ?? '', params.repo ?? ''));
}

export function issueOf(request: RouteRequest): Issue {
  const issue = repositoryOf(request).issues.get(numberParam(request, 'issue_number'));
  if (issue === null) throw new Refusal(410, 'This issue was deleted');
  return orNotFound(issue);
}

export function pullOf(request: RouteRequest): PullRequest {
  const issue = repositoryOf(request).issues.get(numberParam(request, 'pull_number')) ?? undefined;
  return orNotFound(issue && isPullRequest(issue) ? issue : undefined);
}

/** Who acts: a person, or an App's bot. */
export function actorOf({ world, caller }: RouteRequest): Account {
  if (caller.kind === 'installation') return botOf(world, caller);
  if (caller.kind === 'user') return world.account(caller.login);
  throw new Refusal(401, 'Requires authentication');
}

/** Who acts, where people need a role for it. What an App may do was settled by its permissions. */
export function actorWith(role: Role, request: RouteRequest, repository = repositoryOf(request)): Account {
  const actor = actorOf(request);
  if (request.caller.kind === 'user' && !request.world.may(actor, repository, role)) throw new Refusal(403, 'Must have admin rights to Repository.');
  return actor;
}

export function numberParam({ params }: RouteRequest, name: string): number {
  return Number(params[name]);
}

export function orNotFound<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Refusal(404, 'Not Found');
  return thing;
}

/** A branch, `heads/…`, `refs/heads/…`, a commit, or its beginning; the default branch where nothing is named. */
export function findCommit({ world }: RouteRequest, repository: Repository, ref: string | null): Commit | undefined {
  const name = (ref ?? repository.defaultBranch).replace(/^refs\//, '').replace(/^heads\//, '');
  const sha = repository.branches.get(name) ?? name;
  return world.git.findCommit(sha);
}

export function commitOf(request: RouteRequest, repository: Repository, ref: string): Commit {
  const commit = findCommit(request, repository, ref);
  if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return commit;
}

/** One mistake of a request, as GitHub names it. */
export interface FieldMistake {
  resource: string;
  code: 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  field: string;
  message?: string;
}

export function validationFailed(...errors: FieldMistake[]): Refusal {
  return new Refusal(422, 'Validation Failed', { more: { errors } });
}

export function ok(body: unknown): RouteAnswer {
  return { status: 200, body };
}

export function created(body: unknown): RouteAnswer {
  return { status: 201, body };
}

export const noContent: RouteAnswer = { status: 204 };

/** Of a long list only the page that is sent needs its objects: each is made when the answer is written. */
export function onDemand<Thing>(things: readonly Thing[], present: (thing: Thing) => unknown): object[] {
  return things.map((thing) => ({ toJSON: () => present(thing) }));
}

/** Cut by nobody: GitHub sends such a list whole. */
export const wholeList = { hasOwnPages: true } as const;

/** `sort` and `direction` as GitHub understands them; newest first unless said. */
export function sorted<Thing extends { id: number; createdAt: string; updatedAt: string }>(things: readonly Thing[], query: URLSearchParams, otherwise: 'asc' | 'desc' = 'desc'): Thing[] {
  const field = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = (query.get('direction') ?? otherwise) === 'asc' ? 1 : -1;
  return [...things].sort((a, b) => sign * (a[field] === b[field] ? a.id - b.id : a[field] < b[field] ? -1 : 1));
}

/** Those that changed at or after the query's `since`. */
export function changedSince<Thing extends { updatedAt: string }>(things: readonly Thing[], query: URLSearchParams): Thing[] {
  const since = query.get('since');
  return since === null ? [...things] : things.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(since));
}
