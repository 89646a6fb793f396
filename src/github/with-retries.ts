import { GitHubError, readFailure, toGitHubError } from './github-error.ts';

/** Before the second and the third attempt, in milliseconds. */
const backoff = [300, 1200] as const;
/** No job should wait longer than this for a limit, in milliseconds: better to say so and let people go on. */
const patience = 60_000;

export interface SendOptions {
  /** What was asked, for the error: `GET /repos/acme/rfcs`. */
  asked: string;
  /** The time, for limits that name the moment of their reset. */
  now: () => number;
  /** Told of every refusal, also of those after which it is asked again. */
  onRefusal?: (refusal: GitHubError) => void;
}

export interface RetryOptions extends SendOptions {
  wait: (milliseconds: number) => Promise<void>;
  /** The longest wait for a limit, in milliseconds; a minute where it is left out. */
  longestWait?: number;
}

/**
 * Sends a question, and again where that can help: after an outage, a time-out, or a limit that ends soon. Only for
 * what reads: sending it twice changes nothing.
 */
export async function withRetries<T>(send: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (const delay of [...backoff, null]) {
    try {
      return await send();
    } catch (error) {
      if (explainsItself(error)) throw error;
      const at = options.now();
      const refusal = refusalOf(error, options, at);
      const pause = delay === null ? null : pauseBefore(refusal, { delay, at, longestWait: options.longestWait ?? patience });
      if (pause === null) throw refusal;
      await options.wait(pause);
    }
  }
  throw new Error(`${options.asked}: no attempt was made`);
}

/**
 * Sends a write once. Where no answer says what became of it, it may have been made: only the next look at GitHub can
 * tell, and sending it again could make it twice.
 */
export async function sendOnce<T>(send: () => Promise<T>, options: SendOptions): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (explainsItself(error)) throw error;
    const refusal = refusalOf(error, options, options.now());
    if (refusal.kind !== 'unavailable') throw refusal;
    throw new GitHubError('unavailable', `${refusal.seen}, and may have been done all the same`, { cause: error });
  }
}

/** A token that could not be had, or a budget that is spent: nothing was asked yet, and they were waited for already. */
function explainsItself(error: unknown): error is GitHubError {
  return error instanceof GitHubError;
}

function refusalOf(error: unknown, { asked, onRefusal }: SendOptions, at: number): GitHubError {
  const refusal = toGitHubError(asked, readFailure(error), error, at);
  onRefusal?.(refusal);
  return refusal;
}

/** Milliseconds to wait before asking again, or null where asking again would not help. */
function pauseBefore({ kind, retryAt }: GitHubError, { delay, at, longestWait }: { delay: number; at: number; longestWait: number }): number | null {
  if (kind === 'unavailable') return delay;
  if (kind !== 'limited' || retryAt === null) return null;
  const rest = retryAt.getTime() - at;
  return rest <= longestWait ? Math.max(rest, delay) : null;
}
