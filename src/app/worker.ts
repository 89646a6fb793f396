/** From the queue to the look. */
import { GitHubError } from '../github/github-error.ts';
import { PostponedLook } from '../store/postponed-look.ts';
import { LookKey, renderLookKey } from './look-key.ts';
import type { Metrics } from './metrics.ts';
import type { Look } from './ports.ts';
import type { Log } from '../store/log.ts';

/** The receiving end of the queue. A look that throws is tried again later; one that does so for good is dead. */
export interface WorkQueue {
  work: (options: {
    concurrency: number;
    look: (data: unknown, signal: AbortSignal) => Promise<void>;
    onDead: (dead: { key: string; reason: string }) => void;
  }) => Promise<void>;
}

export interface WorkerParts {
  queue: WorkQueue;
  look: Look;
  metrics: Metrics;
  log: Log;
}

/** Looks wait for GitHub most of the time, so there may be more of them than processors. */
const concurrency = 8;

/** Begins to take looks from the queue; the queue's own `stop` ends it. */
export async function startWorker({ queue, look, metrics, log }: WorkerParts): Promise<void> {
  await queue.work({
    concurrency,
    look: async (data, signal) => {
      const key = LookKey.parse(data);
      const text = renderLookKey(key);
      const began = performance.now();
      const took = () => (performance.now() - began) / 1000;
      try {
        await look(key, signal);
      } catch (error) {
        const postponed = postponementOf(error);
        metrics.looked(key.kind, postponed === null ? 'failed' : 'postponed', took());
        if (postponed !== null) {
          log.info({ key: text, until: postponed.until.toISOString() }, 'look postponed, as GitHub sets a limit');
          throw postponed;
        }
        log.warn({ key: text, err: error }, 'look failed');
        throw new Error(`look at ${text}`, { cause: error });
      }
      metrics.looked(key.kind, 'done', took());
      log.debug({ key: text, seconds: took() }, 'looked');
    },
    onDead: ({ key, reason }) => {
      metrics.lookGivenUp();
      log.error({ key, reason }, 'look given up; it is counted as a dead letter until a later one succeeds');
    },
  });
}

/** GitHub asks for a minute where it names no time. */
const unnamedLimit = 60_000;

/** A look that ran into a limit, wherever it was met, is made when the limit is over. */
function postponementOf(error: unknown): PostponedLook | null {
  if (error instanceof GitHubError && error.kind === 'limited') return new PostponedLook(error.retryAt ?? new Date(Date.now() + unnamedLimit), { cause: error });
  return error instanceof Error && error.cause !== undefined ? postponementOf(error.cause) : null;
}
