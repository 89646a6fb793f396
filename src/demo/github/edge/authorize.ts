/** Who is let in where: GitHub's refusals for tokens that do not reach a repository or lack a permission. */
import type { Permissions } from '../apps/app.ts';
import type { InstallationBook } from '../apps/installation-book.ts';
import type { InstallationToken } from '../apps/tokens.ts';
import type { Caller, Route } from '../route.ts';
import { isSameName } from '../state/world-state.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../world.ts';
import type { Asker } from './authenticate.ts';
import { Refusal } from './refusal.ts';
import type { Match } from './router.ts';

/** A route that only some kinds of tokens may use. */
export interface GuardedRoute extends Route {
  callers: readonly Caller['kind'][];
  /** It cuts its list itself, by a cursor. */
  hasOwnPages?: boolean;
}

export interface Gate {
  world: World;
  installations: InstallationBook;
}

const levels = ['read', 'write', 'admin'];
const publicCallers: readonly Caller['kind'][] = ['installation', 'user', 'anonymous'];

/** Throws GitHub's refusal, or gives the permission that let the caller in; null where none was needed. */
export function authorize({ route, params }: Match<Route | GuardedRoute>, { caller, rights }: Asker, gate: Gate): string | null {
  checkKind(route, caller);
  const repository = gate.world.findRepository(params.owner ?? '', params.repo ?? '');
  if (rights) {
    if (!reaches(rights, { params, repository }, gate)) throw new Refusal(404, 'Not Found');
    return checkPermission(route, rights);
  }
  if (repository && !mayRead(caller, repository, gate)) throw new Refusal(404, 'Not Found');
  if (caller.kind === 'anonymous' && route.method !== 'GET' && !('callers' in route)) throw new Refusal(401, 'Requires authentication');
  return null;
}

function checkKind(route: Route | GuardedRoute, caller: Caller): void {
  const callers = 'callers' in route ? route.callers : publicCallers;
  if (callers.includes(caller.kind)) return;
  if (callers.includes('app')) throw new Refusal(401, 'A JSON web token could not be decoded');
  if (caller.kind === 'anonymous') throw new Refusal(401, 'Requires authentication');
  throw new Refusal(403, caller.kind === 'app' ? 'Resource not accessible by integration' : 'You must authenticate with an installation access token in order to list repositories for an installation.');
}

/** An App's own token reads no repository; it only asks where it is installed. */
function mayRead(caller: Caller, repository: Repository, { world }: Gate): boolean {
  if (caller.kind === 'app') return true;
  return caller.kind === 'user' ? world.roleOf(world.account(caller.login), repository) !== null : !repository.isPrivate;
}

/** An unknown repository is left to the route, which answers 404 or leads to its new name. */
function reaches({ installation, repositoryIds }: InstallationToken, asked: { params: Readonly<Record<string, string>>; repository: Repository | undefined }, { installations }: Gate): boolean {
  const { params, repository } = asked;
  if (params.org !== undefined && !isSameName(params.org, installation.account.login)) return false;
  if (!repository) return true;
  return installations.reaches(installation, repository) && (repositoryIds?.has(repository.id) ?? true);
}

function checkPermission({ permissions: wanted }: Route, { permissions }: InstallationToken): string | null {
  if (wanted.length === 0) return null;
  const used = wanted.find((permission) => holds(permissions, permission));
  if (used !== undefined) return used;
  const accepted = wanted.map((permission) => permission.replace(':', '=')).join('; ');
  throw new Refusal(403, 'Resource not accessible by integration', { headers: { 'x-accepted-github-permissions': accepted } });
}

/** Whoever may write may read. */
export function holds(permissions: Permissions, wanted: string): boolean {
  const [name = '', level = 'read'] = wanted.split(':');
  return levels.indexOf(permissions[name] ?? '') >= levels.indexOf(level);
}
