import type { Write } from '../decision/write.ts';
import { applyWrite } from '../github/apply.ts';
import { GitHubError } from '../github/github-error.ts';
import type { Place } from './open-place.ts';

/**
 * One after the other. What GitHub will not have (a locked conversation, a permission that was not granted) is no
 * reason to keep back the rest, nor to try again at once: the next look asks again. Gives what was refused.
 */
export async function applyWrites(writes: readonly Write[], { github, repository, log }: Place, { number, signal }: { number: number; signal: AbortSignal }): Promise<Write[]> {
  const refused: Write[] = [];
  for (const write of writes) {
    signal.throwIfAborted();
    try {
      await applyWrite(github, { owner: repository.owner, name: repository.name, number }, write);
    } catch (error) {
      if (!(error instanceof GitHubError) || (error.kind !== 'locked' && error.kind !== 'denied')) throw error;
      refused.push(write);
      log.warn({ rfc: `${repository.owner}/${repository.name}#${number}`, write: write.kind, reason: error.message }, 'GitHub refused a write');
    }
  }
  return refused;
}
