import type { OwnComment } from '../decision/snapshot.ts';
import { isBy, type AppIdentity } from './app-identity.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { readId } from './read-id.ts';

/** What the App itself wrote at lines of a pull request's diff. */
export async function readOwnReviewComments(github: GitHub, { owner, name, number }: RfcAddress, app: AppIdentity): Promise<OwnComment[]> {
  const list = { owner, repo: name, pull_number: number, per_page: 100 };
  const comments = await github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', list);
  return comments
    .filter(({ user }) => isBy(app, user))
    .map(({ id, body, created_at, html_url }) => ({ id: readId(id), body, createdAt: created_at, url: html_url }));
}
