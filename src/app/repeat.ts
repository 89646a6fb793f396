import { setTimeout as sleep } from 'node:timers/promises';

export interface RepeatOptions {
  /** Milliseconds until the next time, after one that went well or did not. */
  pauseAfter: (wentWell: boolean) => number;
  /** What a failure was; the next time comes all the same. */
  onError: (error: unknown) => void;
  /** Ends early, without an error, when the signal is given. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Repetition {
  /** Resolves when what is under way is done; nothing is begun after it. */
  stop: () => Promise<void>;
}

/** Does something at once, and again and again, one time after the other. */
export function repeat(task: () => Promise<void>, { pauseAfter, onError, wait = waitFor }: RepeatOptions): Repetition {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      const wentWell = await task().then(
        () => true,
        (error: unknown) => {
          onError(error);
          return false;
        },
      );
      if (!signal.aborted) await wait(pauseAfter(wentWell), signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
