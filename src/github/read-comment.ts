import type { GitHub, Repository } from './client.ts';
import { orNull } from './github-error.ts';

/** What a comment on an issue or a pull request says now; null where it is gone. */
export async function readComment(github: GitHub, { owner, name }: Repository, id: number): Promise<string | null> {
  const found = await orNull(github.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo: name, comment_id: id }));
  return found === null ? null : (found.data.body ?? '');
}
