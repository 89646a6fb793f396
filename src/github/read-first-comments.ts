import type { Account, OwnComment } from '../decision/snapshot.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { readAccount, type User } from './read-account.ts';
import { readId } from './read-id.ts';

/** A comment, and who wrote it. */
export interface FirstComment {
  /** As GitHub names the author. */
  user: User | null;
  account: Account;
  isEdited: boolean;
  updatedAt: string;
  words: OwnComment;
}

/** The first hundred comments of an issue or a pull request, for one request: a status comment is among them. */
export async function readFirstComments(github: GitHub, { owner, name, number }: RfcAddress): Promise<FirstComment[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo: name, issue_number: number, per_page: 100 });
  return data.map(({ id, user, body, html_url: url, created_at: createdAt, updated_at: updatedAt }) => ({
    user,
    account: readAccount(user),
    isEdited: Date.parse(updatedAt) > Date.parse(createdAt),
    updatedAt,
    words: { id: readId(id), body: body ?? '', createdAt, url },
  }));
}
