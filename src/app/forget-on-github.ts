/** Takes a person out of what Unpause itself wrote on GitHub. What other people wrote is theirs. */
import { forgetInComment } from '../decision/log/forget-comment.ts';
import type { Person } from '../decision/people.ts';
import type { AppIdentity } from '../github/app-identity.ts';
import { applyWrite } from '../github/apply.ts';
import type { GitHub, Repository } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';
import { listOwnComments } from '../github/list-comments.ts';
import { readRepository } from '../github/read-repository.ts';
import type { SealFor } from './record-seal.ts';

export interface ForgetPlace extends Repository {
  github: GitHub;
  /** Whose comments they are. */
  app: AppIdentity;
  sealFor: SealFor;
}

/** The addresses of comments: those that named them, and those that could not be rewritten, with the reason. */
export interface ForgottenOnGitHub {
  repository: string;
  rewritten: string[];
  left: { url: string; reason: string }[];
}

/** With `isDryRun` nothing is written. */
export async function forgetOnGitHub({ github, app, sealFor, ...address }: ForgetPlace, person: Person, isDryRun: boolean): Promise<ForgottenOnGitHub> {
  const { id, owner, name } = await readRepository(github, address);
  const result: ForgottenOnGitHub = { repository: `${owner}/${name}`, rewritten: [], left: [] };
  for await (const comment of listOwnComments(github, { owner, name }, app)) {
    const { number, url } = comment;
    const body = forgetInComment(comment.body, person, sealFor(id, number));
    if (body === null) result.left.push({ url, reason: 'its record was not written by this Unpause, or by a newer version of it' });
    else if (body !== comment.body) {
      const refusal = isDryRun ? null : await refusalOf(applyWrite(github, { owner, name, number }, { kind: 'update-comment', id: comment.id, body }));
      if (refusal === null) result.rewritten.push(url);
      else result.left.push({ url, reason: refusal });
    }
  }
  return result;
}

/** What GitHub will not have rewritten is no reason to keep the rest. */
async function refusalOf(write: Promise<void>): Promise<string | null> {
  try {
    await write;
    return null;
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'locked' || error.kind === 'denied')) return error.message;
    throw error;
  }
}
