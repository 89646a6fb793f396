import type { StewardWrite } from '../decision/stewards/steward-write.ts';
import type { GitHub, Repository } from './client.ts';
import { rewriteIssue } from './own-issues.ts';

export type IssueWrite = Exclude<StewardWrite, { kind: 'post-to-chat' }>;

/** Sends it once. Fails with a `GitHubError`; after `unavailable` it may have been made, and the next look shows it. */
export async function applyIssueWrite(github: GitHub, { owner, name }: Repository, write: IssueWrite): Promise<void> {
  const repository = { owner, repo: name };
  switch (write.kind) {
    case 'open-issue':
      await github.request('POST /repos/{owner}/{repo}/issues', { ...repository, title: write.title, body: write.body, assignees: [...write.assignees] });
      return;
    case 'create-comment':
      await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...repository, issue_number: write.on, body: write.body });
      return;
    case 'close-issue':
      await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...repository, issue_number: write.number, body: write.body, state: 'closed', state_reason: 'completed' });
      return;
    case 'mark-issue':
      await rewriteIssue(github, { owner, name }, write);
  }
}
