/** `POST /app/installations/{installation_id}/access_tokens`: a token for everything the installation may do, or for less. */
import { holds } from '../edge/authorize.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentRepository } from '../present/repository.ts';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import type { Repository } from '../state/repository.ts';
import type { Installation, Permissions } from './app.ts';
import type { InstallationBook } from './installation-book.ts';
import type { Tokens } from './tokens.ts';

export interface TokenOptions {
  installations: InstallationBook;
  tokens: Tokens;
}

export function createToken({ body, world }: RouteRequest, installation: Installation, { installations, tokens }: TokenOptions): RouteAnswer {
  if (installation.suspension) throw new Refusal(403, 'This installation has been suspended');
  const permissions = wantedPermissions(body.permissions, installation);
  const repositories = wantedRepositories(body, installations.repositoriesOf(installation));
  const { token, expiresAt } = tokens.issue({ installation, permissions, repositoryIds: repositories && new Set(repositories.map(({ id }) => id)) });
  const chosen = repositories ? { repositories: repositories.map((each) => presentRepository(world, each)) } : {};
  const selection = repositories ? 'selected' : installation.selection;
  return { status: 201, body: { token, expires_at: expiresAt.toISOString(), permissions, repository_selection: selection, ...chosen } };
}

function wantedPermissions(wanted: unknown, { app }: Installation): Permissions {
  if (wanted === undefined) return app.permissions;
  const permissions = wanted as Permissions;
  const tooMuch = Object.entries(permissions).some(([name, level]) => !holds(app.permissions, `${name}:${level}`));
  if (tooMuch) throw new Refusal(422, 'The permissions requested are not granted to this installation.');
  return { metadata: 'read', ...permissions };
}

/** Null where nothing was chosen: the token reaches all of them. */
function wantedRepositories({ repositories, repository_ids: ids }: Readonly<Record<string, unknown>>, reached: readonly Repository[]): Repository[] | null {
  if (repositories === undefined && ids === undefined) return null;
  const names = Array.isArray(repositories) ? repositories.map((name) => String(name).toLowerCase()) : [];
  const numbers = Array.isArray(ids) ? ids.map(Number) : [];
  const chosen = reached.filter(({ id, name }) => numbers.includes(id) || names.includes(name.toLowerCase()));
  if (chosen.length < new Set([...names, ...numbers]).size) {
    throw new Refusal(422, 'There is at least one repository that does not exist or is not accessible to the parent installation.');
  }
  return chosen;
}
