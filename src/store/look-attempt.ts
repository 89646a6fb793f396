/** One attempt at a look: with a limit in time, and a signal that ends it. */
import { PostponedLook } from './postponed-look.ts';
import type { QueueTimes } from './queue-times.ts';

/** Looks at `data`; ends soon after the signal is aborted, in whatever way. */
export type LookAt = (data: unknown, signal: AbortSignal) => Promise<void>;

export type Outcome =
  | { kind: 'done' }
  | { kind: 'failed'; error: unknown }
  /** Through no fault of its own: the queue is being stopped. */
  | { kind: 'interrupted' }
  /** It asked for it: not before then. */
  | { kind: 'postponed'; until: Date }
  /** Somebody else has the look by now: there is nothing to settle. */
  | { kind: 'lost' };

/** Why a signal was aborted: what becomes of the look depends on it. */
export class Interruption extends Error {
  readonly outcome: Outcome;

  constructor(message: string, outcome: Outcome) {
    super(message);
    this.outcome = outcome;
  }
}

/** Never rejects. A look that does not end though it was aborted is left behind, as its place is needed. */
export async function attemptLook(look: LookAt, { data, abort, times }: { data: unknown; abort: AbortController; times: QueueTimes }): Promise<Outcome> {
  const limit = setTimeout(() => {
    abort.abort(new Error(`The look was aborted: it took longer than ${times.lookLimit / 1000} seconds.`));
  }, times.lookLimit);
  const over = new AbortController();
  let abandon: NodeJS.Timeout | undefined;
  const abandoned = new Promise<never>((_resolve, reject) => {
    const leaveBehind = (): void => {
      abandon = setTimeout(() => {
        reject(new Error('The look went on after it was aborted, and was left behind.'));
      }, times.abortLimit);
    };
    abort.signal.addEventListener('abort', leaveBehind, { signal: over.signal });
  });
  try {
    await Promise.race([look(data, abort.signal), abandoned]);
    return { kind: 'done' };
  } catch (error) {
    return outcomeOf(error, abort.signal);
  } finally {
    clearTimeout(limit);
    clearTimeout(abandon);
    over.abort();
  }
}

/** Whatever an aborted look says of itself, the reason for its abort is why it failed. */
function outcomeOf(error: unknown, signal: AbortSignal): Outcome {
  if (!signal.aborted) return error instanceof PostponedLook ? { kind: 'postponed', until: error.until } : { kind: 'failed', error };
  return signal.reason instanceof Interruption ? signal.reason.outcome : { kind: 'failed', error: signal.reason };
}
