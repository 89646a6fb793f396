import { filesOfPullRequest, filesOfRange } from '../src/github/changed-files.ts';
import type { GitHub } from '../src/github/client.ts';
import type { GitFile } from '../src/github/files.ts';
import { GitHubError } from '../src/github/github-error.ts';
import type { Job } from './event.ts';

/** Files at the head, and of a pull request all paths that it changes; or why GitHub could not say which they are. */
export type ChangedFiles = { ok: true; files: GitFile[]; paths: readonly string[] | null } | { ok: false; reason: string };

/** The files that the event changed; null where it is not about a change. */
export async function listChangedFiles({ trigger, repository }: Job, github: GitHub | null): Promise<ChangedFiles | null> {
  if (trigger.kind !== 'pull-request' && trigger.kind !== 'range') return null;
  if (!github) return { ok: false, reason: 'there is no token to ask with' };
  try {
    if (trigger.kind === 'pull-request') return { ok: true, ...(await filesOfPullRequest(github, { ...repository, ...trigger })) };
    return { ok: true, files: await filesSince(trigger.bases, { github, job: repository, head: trigger.head }), paths: null };
  } catch (error) {
    if (error instanceof GitHubError) return { ok: false, reason: error.seen };
    throw new Error('while listing the changed files', { cause: error });
  }
}

interface Since {
  github: GitHub;
  job: Job['repository'];
  head: string;
}

/** After a push with force, the commit before may be gone: then the next base is asked for. */
async function filesSince([base = '', ...others]: readonly string[], { github, job, head }: Since): Promise<GitFile[]> {
  try {
    return await filesOfRange(github, { ...job, base, head });
  } catch (error) {
    if (others.length === 0 || !(error instanceof GitHubError) || error.kind !== 'missing') throw error;
    return await filesSince(others, { github, job, head });
  }
}
