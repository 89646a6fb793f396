/** The looks that a process has in hand: renews its claims on them, and lets go of what it has lost. */
import type { DeadLetter } from './dead-letters.ts';
import type { Log } from './log.ts';
import { Interruption } from './look-attempt.ts';
import { renewClaims, type Claim, type JobTools } from './look-jobs.ts';
import { runAgain } from './run-again.ts';
import { recoverLost } from './settle-looks.ts';

export interface Held {
  claim: Claim;
  abort: AbortController;
  /** When the database last heard that it is ours, in milliseconds: no later than that. */
  heldAt: number;
  /** Settles when the look has ended and is settled. */
  ended: Promise<void>;
}

export interface ClaimKeeper {
  /** By the job's id. */
  held: Map<string, Held>;
  /** Stops renewing, once a renewal under way is done. */
  stop(): Promise<void>;
}

export interface KeeperOptions {
  /** Looks of a process that is gone wait again. */
  onRecovered: () => void;
  /** A look was given up on that ended its process each time. */
  onDead: (letter: DeadLetter) => void;
}

export function keepClaims(tools: JobTools & { log: Log }, { onRecovered, onDead }: KeeperOptions): ClaimKeeper {
  const { times, log } = tools;
  const held = new Map<string, Held>();

  const renew = runAgain(async () => {
    const before = [...held.values()];
    const askedAt = Date.now();
    try {
      const ours = await renewClaims(tools, before.map(({ claim }) => claim));
      for (const look of before) {
        if (ours.has(look.claim.id)) look.heldAt = askedAt;
        else letGo(look);
      }
      const { recovered, dead } = await recoverLost(tools, times.claimLimit);
      dead.forEach(onDead);
      if (recovered === 0) return;
      log.info({ looks: recovered }, 'looks of a process that is gone go on');
      onRecovered();
    } catch (error) {
      log.error({ err: error }, 'claims could not be renewed');
    }
  });

  const timer = setInterval(() => {
    // Not in `renew`, which may be waiting for a database that does not answer.
    const oldest = Date.now() - times.claimLimit + times.renewEvery;
    for (const look of held.values()) if (look.heldAt <= oldest) letGo(look);
    void renew();
  }, times.renewEvery);

  return {
    held,
    stop: async () => {
      clearInterval(timer);
      await renew();
    },
  };
}

/** Ends a look that somebody else has, or will have before this process hears of it. */
function letGo({ abort }: Held): void {
  abort.abort(new Interruption('The look belongs to another process by now.', { kind: 'lost' }));
}
