import type { LabelContent } from '../decision/write.ts';
import type { GitHub, Repository, RfcAddress } from './client.ts';
import { GitHubError, orNull, readFailure } from './github-error.ts';

/** Adds a label to an RFC; one that the repository does not have is made first, with its own look. */
export async function addLabel(github: GitHub, { owner, name, number }: RfcAddress, label: LabelContent): Promise<void> {
  const known = await orNull(github.request('GET /repos/{owner}/{repo}/labels/{name}', { owner, repo: name, name: label.name }));
  if (known === null) await createLabel(github, { owner, name }, label);
  await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { owner, repo: name, issue_number: number, labels: [label.name] });
}

async function createLabel(github: GitHub, { owner, name }: Repository, label: LabelContent): Promise<void> {
  try {
    await github.request('POST /repos/{owner}/{repo}/labels', { owner, repo: name, ...label });
  } catch (error) {
    // Somebody else made it in the meantime; which look it has is theirs to say.
    if (!isAlreadyThere(error)) throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'unexpected' && readFailure(error.cause).message.includes('already_exists');
}

/** Takes a label off an RFC; one that is not there is as it should be. */
export async function removeLabel(github: GitHub, { owner, name, number }: RfcAddress, label: string): Promise<void> {
  await orNull(github.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { owner, repo: name, issue_number: number, name: label }));
}
