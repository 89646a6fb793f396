/** What GitHub tells a person of themselves, and of what they reach: through an App, or on their own. */
import type { GuardedRoute } from '../edge/authorize.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentPermissions, presentPublicAccount } from '../present/accounts.ts';
import { presentRepository } from '../present/repository.ts';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import type { Account } from '../state/accounts.ts';
import type { Repository } from '../state/repository.ts';
import type { Installation } from './app.ts';
import type { InstallationBook } from './installation-book.ts';
import { presentInstallation } from './present-installation.ts';

export interface UserRouteOptions {
  installations: InstallationBook;
}

type Handle = (request: RouteRequest) => RouteAnswer;

export function userRoutes({ installations }: UserRouteOptions): readonly GuardedRoute[] {
  return [
    forPeople('/user', (request) => ({ status: 200, body: presentPublicAccount(request.world, personOf(request)) })),
    forPeople('/user/repos', (request) => ({ status: 200, body: ownRepositories(request).map((each) => presentFor(request, each)) })),
    forPeople('/user/installations', (request) => {
      const seen = ofCallersApp(request, installations).filter((each) => seenThrough(request, each, installations).length > 0);
      return { status: 200, body: { total_count: seen.length, installations: seen.map((each) => presentInstallation(request.world, each)) }, pagedKey: 'installations' };
    }),
    forPeople('/user/installations/{installation_id}/repositories', (request) => {
      const installation = ofCallersApp(request, installations).find(({ id }) => id === Number(request.params.installation_id));
      if (installation === undefined) throw new Refusal(404, 'Not Found');
      if (installation.suspension) throw new Refusal(403, 'This installation has been suspended');
      const repositories = seenThrough(request, installation, installations);
      return { status: 200, body: { total_count: repositories.length, repositories: repositories.map((each) => presentFor(request, each)) }, pagedKey: 'repositories' };
    }),
  ];
}

/** GitHub lets installations in nowhere here: they are nobody. */
function forPeople(path: string, handle: Handle): GuardedRoute {
  return {
    method: 'GET',
    path,
    permissions: [],
    callers: ['user', 'installation', 'anonymous'],
    handle(request) {
      if (request.caller.kind === 'anonymous') throw new Refusal(401, 'Requires authentication');
      if (request.caller.kind !== 'user') throw new Refusal(403, 'Resource not accessible by integration');
      return handle(request);
    },
  };
}

function personOf({ world, caller }: RouteRequest): Account {
  if (caller.kind !== 'user') throw new Refusal(401, 'Requires authentication');
  return world.account(caller.login);
}

/** A token that no App has is refused: it can list no App's installations. */
function ofCallersApp({ caller }: RouteRequest, installations: InstallationBook): Installation[] {
  if (caller.kind !== 'user' || caller.appId === undefined) throw new Refusal(403, 'You must authenticate with an access token authorized to a GitHub App in order to list installations');
  return installations.ofApp({ id: caller.appId });
}

function seenThrough(request: RouteRequest, installation: Installation, installations: InstallationBook): Repository[] {
  return installations.repositoriesOf(installation).filter((repository) => hasPartIn(request, repository));
}

function ownRepositories(request: RouteRequest): Repository[] {
  return request.world.repositories.filter((repository) => hasPartIn(request, repository));
}

/** By a role of their own or their organisation's, not only because everybody may see it. */
function hasPartIn(request: RouteRequest, repository: Repository): boolean {
  const person = personOf(request);
  return repository.owner === person || repository.collaborators.has(person) || request.world.isMemberOf(repository.owner, person);
}

function presentFor(request: RouteRequest, repository: Repository): Record<string, unknown> {
  return { ...presentRepository(request.world, repository), permissions: presentPermissions(request.world.roleOf(personOf(request), repository)) };
}
