import type { OwnComment } from '../decision/snapshot.ts';
import { isBy, type AppIdentity } from './app-identity.ts';
import type { GitHub, Repository } from './client.ts';
import type { User } from './read-account.ts';
import { readId } from './read-id.ts';

export interface CommentOf extends OwnComment {
  /** Of the issue or pull request it stands at. */
  number: number;
  /** As GitHub names the author. */
  user: User | null;
  updatedAt: string;
}

export interface ListedComments extends Repository {
  /** So many hundreds of comments are gone through at most, the newest first. */
  mostPages?: number;
}

/** Every comment of a repository, a hundred for one request, the newest first. */
export async function* listComments(github: GitHub, { owner, name, mostPages = Infinity }: ListedComments): AsyncGenerator<CommentOf, void, undefined> {
  let pages = 0;
  for await (const { data } of github.paginate.iterator('GET /repos/{owner}/{repo}/issues/comments', { owner, repo: name, sort: 'created', direction: 'desc', per_page: 100 })) {
    for (const { id, user, body, html_url: url, issue_url: issue, created_at: createdAt, updated_at: updatedAt } of data) {
      const number = Number(/\/(\d+)$/.exec(issue)?.[1]);
      if (!Number.isNaN(number)) yield { id: readId(id), user, body: body ?? '', createdAt, updatedAt, url, number };
    }
    pages += 1;
    if (pages >= mostPages) return;
  }
}

/** Those that the App wrote. */
export async function* listOwnComments(github: GitHub, listed: ListedComments, app: AppIdentity): AsyncGenerator<CommentOf, void, undefined> {
  for await (const comment of listComments(github, listed)) {
    if (isBy(app, comment.user)) yield comment;
  }
}
