import type { Write } from '../decision/write.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { orNull } from './github-error.ts';

/** What answers people without words. */
export type ResponseWrite = Extract<Write, { kind: 'react' } | { login: string }>;

/** Sends it once; again, it changes nothing. */
export async function applyResponse(github: GitHub, target: RfcAddress, write: ResponseWrite): Promise<void> {
  if (write.kind === 'react') await react(github, target, write);
  else if (write.kind === 'assign') await assign(github, target, write.login);
  else await unassign(github, target, write.login);
}

type Reaction = Extract<Write, { kind: 'react' }>;

/** REST has no reactions to reviews: for one of these nothing is sent. A comment that is gone needs none. */
async function react(github: GitHub, { owner, name }: RfcAddress, { to, content }: Reaction): Promise<void> {
  if (to.in === 'review') return;
  await orNull(github.request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', { owner, repo: name, comment_id: to.id, content }));
}

/** Whom GitHub does not let be assigned it leaves out without a word; the next look shows it. */
async function assign(github: GitHub, { owner, name, number }: RfcAddress, login: string): Promise<void> {
  await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', { owner, repo: name, issue_number: number, assignees: [login] });
}

async function unassign(github: GitHub, { owner, name, number }: RfcAddress, login: string): Promise<void> {
  await github.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees', { owner, repo: name, issue_number: number, assignees: [login] });
}
