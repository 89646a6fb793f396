import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

export interface Installation {
  id: number;
  /** It may do nothing while it is. */
  isSuspended: boolean;
}

export interface InstalledRepository extends Repository {
  id: number;
  /** It takes no writes. */
  isArchived: boolean;
}

/** Where the App is installed; asked as the App itself. */
export async function listInstallations(github: GitHub): Promise<Installation[]> {
  const installations = await github.paginate('GET /app/installations', { per_page: 100 });
  return installations.map(({ id, suspended_at }) => ({ id, isSuspended: suspended_at !== null }));
}

/** What an installation may see; asked as that installation. */
export async function listRepositories(github: GitHub): Promise<InstalledRepository[]> {
  const repositories = await github.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories.map(({ id, owner, name, archived }) => ({ id: readId(id), owner: owner.login, name, isArchived: archived }));
}

/** The ids of those that everybody may see; asked as that installation. What only a whole enterprise sees counts as private. */
export async function listPublicRepositories(github: GitHub): Promise<number[]> {
  const repositories = await github.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories.filter((repository) => !repository.private && (repository.visibility ?? 'public') === 'public').map(({ id }) => readId(id));
}
