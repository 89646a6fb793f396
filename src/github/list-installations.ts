import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

export interface Installation {
  id: number;
}

export interface InstalledRepository extends Repository {
  id: number;
}

/** Where the App is installed, and not suspended; asked as the App itself. */
export async function listInstallations(github: GitHub): Promise<Installation[]> {
  const installations = await github.paginate('GET /app/installations', { per_page: 100 });
  return installations.filter(({ suspended_at }) => suspended_at === null).map(({ id }) => ({ id }));
}

/** What an installation may see; asked as that installation. Archived repositories take no writes and are left out. */
export async function listRepositories(github: GitHub): Promise<InstalledRepository[]> {
  const repositories = await github.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories.filter(({ archived }) => !archived).map(({ id, owner, name }) => ({ id: readId(id), owner: owner.login, name }));
}

/** The ids of those that everybody may see; asked as that installation. What only a whole enterprise sees counts as private. */
export async function listPublicRepositories(github: GitHub): Promise<number[]> {
  const repositories = await github.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories.filter((repository) => !repository.private && (repository.visibility ?? 'public') === 'public').map(({ id }) => readId(id));
}
