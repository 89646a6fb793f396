import { setImmediate } from 'node:timers/promises';

/**
 * Runs something at most once at a time; asked meanwhile, it runs once more afterwards, however often it was asked.
 * The answer comes when nothing is left to run. `run` must not reject.
 */
export function runAgain(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function runWhileAsked(): Promise<void> {
    while (isAsked) {
      // Work that never waits for anything outside would leave no turn to anybody else.
      await setImmediate();
      isAsked = false;
      await run();
    }
    running = null;
  }

  return async () => {
    isAsked = true;
    running ??= runWhileAsked();
    await running;
  };
}
