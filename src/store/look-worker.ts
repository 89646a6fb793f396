/** Takes looks from the queue, a number at a time, and sees each to its end. */
import { keepClaims } from './claim-keeper.ts';
import type { DeadLetter } from './dead-letters.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Log } from './log.ts';
import { attemptLook, Interruption, type LookAt, type Outcome } from './look-attempt.ts';
import { fetchClaims, type Claim, type JobTools } from './look-jobs.ts';
import { reasonOf } from './reason-of.ts';
import { runAgain } from './run-again.ts';
import { giveBack, settleDone, settleFailed } from './settle-looks.ts';

export interface WorkOptions {
  /** How many looks are under way at once in this process. */
  concurrency: number;
  look: LookAt;
  /** A look was given up on; it is among the dead letters already. */
  onDead: (letter: DeadLetter) => void;
}

export interface LookWorker {
  /** There may be something to do. */
  wake(): void;
  /** Takes nothing new, and answers once every look in hand has ended and is settled. */
  stop(): Promise<void>;
}

/** Starts to work at once. */
export function startWorker(tools: JobTools & { log: Log }, options: WorkOptions): LookWorker {
  const { times, log } = tools;
  const settle = createSettler(tools, options.onDead);
  const keeper = keepClaims(tools, { onRecovered: wake, onDead: options.onDead });
  const { held } = keeper;
  let isStopped = false;

  const fill = runAgain(async () => {
    const free = options.concurrency - held.size;
    if (free <= 0 || isStopped) return;
    const askedAt = Date.now();
    try {
      for (const claim of await fetchClaims(tools, free)) start(claim, askedAt);
    } catch (error) {
      log.error({ err: error }, 'the queue could not be read; it is asked again');
    }
  });

  function start(claim: Claim, heldAt: number): void {
    const abort = new AbortController();
    const ended = attemptLook(options.look, { data: claim.data, abort, times })
      .then(async (outcome) => {
        await settle(claim, outcome);
      })
      .then(() => {
        held.delete(claim.id);
        wake();
      });
    held.set(claim.id, { claim, abort, heldAt, ended });
  }

  function wake(): void {
    if (!isStopped) void fill();
  }

  const timer = setInterval(wake, times.askEvery);
  wake();

  async function stop(): Promise<void> {
    isStopped = true;
    clearInterval(timer);
    await fill();
    const limit = setTimeout(() => {
      for (const { abort } of held.values()) abort.abort(new Interruption('Unpause is being stopped.', { kind: 'interrupted' }));
    }, times.stopLimit);
    await Promise.all([...held.values()].map(({ ended }) => ended));
    clearTimeout(limit);
    await keeper.stop();
  }

  return { wake, stop };
}

/** Never rejects: a look that cannot be settled keeps its claim, which nobody renews, and is done again. */
function createSettler(tools: JobTools & { log: Log }, onDead: WorkOptions['onDead']): (claim: Claim, outcome: Outcome) => Promise<void> {
  const { log } = tools;
  const commitDone = createGroupCommit<Claim>(async (claims) => {
    await settleDone(tools, claims);
  });

  async function settle(claim: Claim, outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'done':
        await commitDone([claim]);
        return;
      case 'failed': {
        const reason = reasonOf(outcome.error);
        const letter = await settleFailed(tools, claim, reason);
        log.warn({ look: claim.key, reason, isLast: letter !== null }, 'a look failed');
        if (letter !== null) onDead(letter);
        return;
      }
      case 'postponed':
        await giveBack(tools, [claim], outcome.until);
        return;
      case 'interrupted':
        await giveBack(tools, [claim]);
        return;
      case 'lost':
        log.warn({ look: claim.key }, 'a look was lost to another process: this one was silent too long');
    }
  }

  return async (claim, outcome) => {
    try {
      await settle(claim, outcome);
    } catch (error) {
      log.error({ err: error, look: claim.key }, 'a look could not be settled; it is done again');
    }
  };
}
