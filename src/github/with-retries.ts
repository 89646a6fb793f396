import { readFailure, toGitHubError, type Failure, type GitHubError } from './github-error.ts';

/** Before the second and the third attempt, in milliseconds. */
const backoff = [300, 1200] as const;
/** No job should wait longer than this for a limit, in seconds: better to say so and let people go on. */
const longestWait = 60;

export interface RetryOptions {
  /** What was asked, for the error: `GET /repos/acme/rfcs`. */
  asked: string;
  wait: (milliseconds: number) => Promise<void>;
  /** The time, for limits that name the moment of their reset. */
  now: () => number;
}

/**
 * Sends a request, and again where that can help: after an outage, a time-out, or a limit that ends soon.
 * Every request of ours only reads, so sending it twice changes nothing.
 */
export async function withRetries<T>(send: () => Promise<T>, { asked, wait, now }: RetryOptions): Promise<T> {
  for (const delay of [...backoff, null]) {
    try {
      return await send();
    } catch (error) {
      const failure = readFailure(error);
      const refusal = toGitHubError(asked, failure, error);
      const pause = delay === null ? null : pauseBefore(refusal, failure, { delay, now });
      if (pause === null) throw refusal;
      await wait(pause);
    }
  }
  throw new Error(`${asked}: no attempt was made`);
}

/** Milliseconds to wait before asking again, or null where asking again would not help. */
function pauseBefore({ kind }: GitHubError, { headers }: Failure, { delay, now }: { delay: number; now: () => number }): number | null {
  if (kind === 'unavailable') return delay;
  if (kind !== 'limited') return null;
  const seconds = secondsToReset(headers, now());
  return seconds <= longestWait ? Math.max(seconds * 1000, delay) : null;
}

/** GitHub asks for a minute where it names no time. */
function secondsToReset(headers: Record<string, string>, now: number): number {
  const after = headers['retry-after'];
  if (after !== undefined && /^\d+$/.test(after)) return Number(after);
  const reset = headers['x-ratelimit-reset'];
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) return Math.max(0, Number(reset) - now / 1000);
  return longestWait;
}
