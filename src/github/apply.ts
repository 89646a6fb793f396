/** Carries out one write. Its words are in it already; what it fails with says what to do. */
import type { Write } from '../decision/write.ts';
import { cancelCheckRun, createCheckRun, finishCheckRun } from './apply-check-run.ts';
import { addLabel, removeLabel } from './apply-label.ts';
import { applyResponse } from './apply-response.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { orNull } from './github-error.ts';

type WriteOf<Kind extends Write['kind']> = Extract<Write, { kind: Kind }>;

/** Sends it once. Fails with a `GitHubError`; after `unavailable` it may have been made, and the next look shows it. */
export async function applyWrite(github: GitHub, target: RfcAddress, write: Write): Promise<void> {
  switch (write.kind) {
    case 'create-check-run':
      return await createCheckRun(github, target, write.content);
    case 'finish-check-run':
      return await finishCheckRun(github, target, write);
    case 'cancel-check-run':
      return await cancelCheckRun(github, target, write.id);
    case 'create-comment':
      return await createComment(github, target, write);
    case 'update-comment':
      return await updateComment(github, target, write);
    case 'delete-comment':
      return await deleteComment(github, target, write);
    case 'add-label':
      return await addLabel(github, target, write.label);
    case 'remove-label':
      return await removeLabel(github, target, write.name);
    case 'create-review-comment':
      return await createReviewComment(github, target, write);
    default:
      return await applyResponse(github, target, write);
  }
}

async function createComment(github: GitHub, { owner, name, number }: RfcAddress, { body }: WriteOf<'create-comment'>): Promise<void> {
  await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo: name, issue_number: number, body });
}

async function updateComment(github: GitHub, { owner, name }: RfcAddress, { id, body }: WriteOf<'update-comment'>): Promise<void> {
  await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo: name, comment_id: id, body });
}

/** One that is gone is as it should be. */
async function deleteComment(github: GitHub, { owner, name }: RfcAddress, { id }: WriteOf<'delete-comment'>): Promise<void> {
  await orNull(github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo: name, comment_id: id }));
}

async function createReviewComment(github: GitHub, { owner, name, number }: RfcAddress, write: WriteOf<'create-review-comment'>): Promise<void> {
  const { commit, path, startLine, line, body } = write;
  // GitHub refuses a range of one line.
  const start = startLine < line ? { start_line: startLine, start_side: 'RIGHT' as const } : {};
  await github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
    owner,
    repo: name,
    pull_number: number,
    commit_id: commit,
    path,
    line,
    side: 'RIGHT',
    ...start,
    body,
  });
}
