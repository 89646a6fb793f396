import type { OwnerLookUp } from '../rules/decision-owner-known.ts';
import type { GitHub, Repository } from './client.ts';
import { GitHubError, orNull } from './github-error.ts';

/** Where an owner has to be able to look: in a public repository, everybody can. */
export interface OwnersRepository extends Repository {
  isPrivate: boolean;
}

export type LookUp = (login: string) => Promise<OwnerLookUp>;

/**
 * Asks GitHub about logins, each one once. Whatever went wrong, a failed look-up is "not checked"; when GitHub
 * has had enough or is down, the rest is not asked for.
 */
export function createOwnerLookUp(github: GitHub, repository: OwnersRepository): LookUp {
  const answers = new Map<string, Promise<OwnerLookUp>>();
  let stopped: OwnerLookUp | null = null;
  const ask = async (login: string): Promise<OwnerLookUp> => {
    if (stopped) return stopped;
    try {
      return await lookUpOwner(github, repository, login);
    } catch (error) {
      const answer: OwnerLookUp = { kind: 'not-checked', reason: reasonOf(error) };
      if (error instanceof GitHubError && (error.kind === 'limited' || error.kind === 'unavailable')) stopped = answer;
      return answer;
    }
  };
  return async (login) => {
    const key = login.toLowerCase();
    const answer = answers.get(key) ?? ask(login);
    answers.set(key, answer);
    return await answer;
  };
}

async function lookUpOwner(github: GitHub, { owner, name, isPrivate }: OwnersRepository, login: string): Promise<OwnerLookUp> {
  const user = await orNull(github.request('GET /users/{username}', { username: login }));
  if (user === null) return { kind: 'unknown' };
  if (user.data.type === 'Organization') return { kind: 'organization' };
  if (!isPrivate) return { kind: 'known' };
  const access = await orNull(github.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { owner, repo: name, username: login }));
  if (access === null) return { kind: 'no-access' };
  // `permission` and `role_name` fold roles together and know no custom ones; what somebody may do is only said here.
  const pull = access.data.user?.permissions?.pull;
  if (pull === undefined) return { kind: 'not-checked', reason: `GitHub does not say what ${login} may do in ${owner}/${name}` };
  return { kind: pull ? 'known' : 'no-access' };
}

function reasonOf(error: unknown): string {
  if (error instanceof GitHubError) return error.seen;
  return error instanceof Error ? error.message : String(error);
}
