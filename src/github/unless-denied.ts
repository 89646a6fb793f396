import { GitHubError } from './github-error.ts';

/** The answer, or null where GitHub refuses it: what it does not show is not known, and never an answer. */
export async function unlessDenied<T>(answer: Promise<T>): Promise<T | null> {
  return await answer.catch((error: unknown) => {
    if (error instanceof GitHubError && error.kind === 'denied') return null;
    throw error;
  });
}
