import type { RepositoryFacts } from '../decision/snapshot.ts';
import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

/** What a repository is, by the name that it has now: GitHub follows renames. */
export async function readRepository(github: GitHub, { owner, name }: Repository): Promise<RepositoryFacts> {
  const { data } = await github.request('GET /repos/{owner}/{repo}', { owner, repo: name });
  return {
    id: readId(data.id),
    owner: data.owner.login,
    name: data.name,
    isPrivate: data.private,
    defaultBranch: data.default_branch,
    url: data.html_url,
  };
}
