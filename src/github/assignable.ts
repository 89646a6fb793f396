/** Whom GitHub lets be assigned: those whom a repository lists, and on one issue also who wrote there. */
import type { Account } from '../decision/snapshot.ts';
import type { GitHub, Repository, RfcAddress } from './client.ts';
import { orNull } from './github-error.ts';
import { readAccount } from './read-account.ts';
import { unlessDenied } from './unless-denied.ts';

/** The beginning of a repository's list of those who can be assigned. */
export interface AssignableList {
  accounts: readonly Account[];
  /** Whether that is all of them: then who is not on it cannot be assigned, but for who wrote on the issue itself. */
  isWhole: boolean;
}

/** One page, which is everybody in most repositories; null where GitHub does not show it. */
export async function listAssignable(github: GitHub, { owner, name }: Repository): Promise<AssignableList | null> {
  const asked = github.request('GET /repos/{owner}/{repo}/assignees', { owner, repo: name, per_page: 100 });
  const answer = await orNull(unlessDenied(asked));
  if (answer === null) return null;
  const { data, headers } = answer;
  return { accounts: data.map(readAccount), isWhole: !(headers.link ?? '').includes('rel="next"') };
}

/** Whether GitHub lets somebody be assigned to an RFC who is not on the list; null where it does not say. */
export async function canBeAssigned(github: GitHub, { owner, name, number }: RfcAddress, { login, list }: { login: string; list: AssignableList | null }): Promise<boolean | null> {
  const person = { owner, repo: name, assignee: login };
  if (list?.isWhole !== true) {
    const isListed = await isThere(github.request('GET /repos/{owner}/{repo}/assignees/{assignee}', person));
    if (isListed !== false) return isListed;
  }
  return await isThere(github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}', { ...person, issue_number: number }));
}

async function isThere(asked: Promise<unknown>): Promise<boolean | null> {
  return await unlessDenied(orNull(asked).then((answer) => answer !== null));
}
