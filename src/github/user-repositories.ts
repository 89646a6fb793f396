/** What GitHub lets one person see, asked with that person's own token. */
import type { Person } from '../decision/people.ts';
import type { GitHub } from './client.ts';
import { GitHubError, orNull } from './github-error.ts';
import { inParallel } from './in-parallel.ts';
import { readId } from './read-id.ts';
import { unlessDenied } from './unless-denied.ts';

/** Installations that are asked about at once. */
const atOnce = 4;

/** Whose token it is. An installation's is nobody's: GitHub refuses it, as `denied`. */
export async function readTokenPerson(github: GitHub): Promise<Person> {
  const { data } = await github.request('GET /user');
  if (data.type !== 'User') throw new GitHubError('denied', 'GET /user was answered with an account that is no person');
  return { id: readId(data.id), login: data.login };
}

/**
 * For a token that was issued to the App itself: the repositories that both this App and the person reach. Not those of
 * another App, whose token may be here by mistake or on purpose.
 */
export async function listReachedThroughApp(github: GitHub, appId: number): Promise<number[]> {
  const installations = await github.paginate('GET /user/installations', { per_page: 100 });
  const ours = installations.filter(({ app_id, suspended_at }) => app_id === appId && suspended_at === null);
  const lists = await inParallel(ours, atOnce, async ({ id }) => await listAt(github, id));
  return [...new Set(lists.flat())];
}

/** An organisation can withdraw an installation in between, or demand a sign-in of its own: then nothing of it is seen. */
async function listAt(github: GitHub, installation: number): Promise<number[]> {
  const asked = github.paginate('GET /user/installations/{installation_id}/repositories', { installation_id: installation, per_page: 100 });
  const repositories = await orNull(unlessDenied(asked));
  return (repositories ?? []).map(({ id }) => readId(id));
}

/** For any other token of a person: the repositories in which they have a part, not everything that is public. */
export async function listOwnRepositories(github: GitHub): Promise<number[]> {
  const repositories = await github.paginate('GET /user/repos', { affiliation: 'owner,collaborator,organization_member', per_page: 100 });
  return repositories.map(({ id }) => readId(id));
}
