import { findRenamed } from '../acts/repositories.ts';
import { Refusal } from '../edge/refusal.ts';
import { escapePath } from '../present/urls.ts';
import type { Route, RouteRequest } from '../route.ts';
import type { Repository } from '../state/repository.ts';

/** A route below a repository leads on where it was renamed, and answers nothing where it is blocked. */
export function guardRepository(route: Route): Route {
  if (!route.path.startsWith('/repos/{owner}/{repo}')) return route;
  return {
    ...route,
    handle(request) {
      const { world, params } = request;
      const repository = world.findRepository(params.owner ?? '', params.repo ?? '');
      if (repository === undefined) redirect(route, request);
      else refuseBlocked(repository);
      return route.handle(request);
    },
  };
}

function redirect({ method, path }: Route, { world, params, query }: RouteRequest): void {
  const repository = findRenamed(world, params.owner ?? '', params.repo ?? '');
  if (repository === undefined) return;
  const current: Record<string, string> = { ...params, owner: repository.owner.login, repo: repository.name };
  const expanded = path.replace(/\{(\w+)\}/g, (_, name: string) => escapePath(current[name] ?? ''));
  const location = `${world.baseUrl}${expanded}${query.size === 0 ? '' : `?${query.toString()}`}`;
  const [status, message] = method === 'GET' ? [301, 'Moved Permanently'] : [307, 'Temporary Redirect'];
  throw new Refusal(status, message, { headers: { location }, more: { url: location } });
}

function refuseBlocked({ blocked }: Repository): void {
  if (blocked === null) return;
  if (blocked === 404) throw new Refusal(404, 'Not Found');
  const reason = blocked === 451 ? 'dmca' : 'unavailable';
  throw new Refusal(blocked, 'Repository access blocked', { more: { block: { reason, created_at: '2026-01-01T00:00:00Z', html_url: null } } });
}
