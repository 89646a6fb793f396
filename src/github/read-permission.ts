import type { Permission } from '../decision/people.ts';
import type { Account } from '../decision/snapshot.ts';
import type { GitHub, Repository } from './client.ts';
import { orNull } from './github-error.ts';
import { readAccount } from './read-account.ts';
import { unlessDenied } from './unless-denied.ts';

export interface PermissionAnswer {
  /** Null where GitHub does not say. */
  permission: Permission | null;
  /** Whose it is; null where GitHub names nobody. */
  account: Account | null;
}

/** What somebody may do in a repository. For whom GitHub does not know there, it is `none`. */
export async function readPermission(github: GitHub, { owner, name }: Repository, login: string): Promise<PermissionAnswer> {
  const asked = github.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { owner, repo: name, username: login });
  const answer = await unlessDenied(orNull(asked.then(({ data: { user } }) => ({ user }))).then((found) => found ?? 'nobody'));
  if (answer === null) return { permission: null, account: null };
  if (answer === 'nobody') return { permission: 'none', account: null };
  const { user } = answer;
  return { permission: user?.permissions ? highestOf(user.permissions) : null, account: user && readAccount(user) };
}

type Rights = Partial<Record<'pull' | 'triage' | 'push' | 'maintain' | 'admin', boolean>>;

/** GitHub's other names for it, `permission` and `role_name`, fold roles together and know no custom ones. */
function highestOf({ pull, triage, push, maintain, admin }: Rights): Permission {
  if (admin === true) return 'admin';
  if (maintain === true) return 'maintain';
  if (push === true) return 'write';
  if (triage === true) return 'triage';
  return pull === true ? 'read' : 'none';
}
