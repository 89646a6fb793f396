import type { OwnComment } from '../decision/snapshot.ts';
import { isBy, type AppIdentity } from './app-identity.ts';
import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

export interface OwnCommentOf extends OwnComment {
  /** Of the issue or pull request it stands at. */
  number: number;
}

export interface ListedComments extends Repository {
  /** So many hundreds of comments are gone through at most, the newest first. */
  mostPages?: number;
}

/** Every comment of a repository that the App wrote, a hundred of all comments for one request, the newest first. */
export async function* listOwnComments(github: GitHub, { owner, name, mostPages = Infinity }: ListedComments, app: AppIdentity): AsyncGenerator<OwnCommentOf, void, undefined> {
  let pages = 0;
  for await (const { data } of github.paginate.iterator('GET /repos/{owner}/{repo}/issues/comments', { owner, repo: name, sort: 'created', direction: 'desc', per_page: 100 })) {
    for (const { id, user, body, html_url: url, issue_url: issue, created_at: createdAt } of data) {
      const number = Number(/\/(\d+)$/.exec(issue)?.[1]);
      if (isBy(app, user) && !Number.isNaN(number)) yield { id: readId(id), body: body ?? '', createdAt, url, number };
    }
    pages += 1;
    if (pages >= mostPages) return;
  }
}
