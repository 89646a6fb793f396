/** Time as a trigger: what is due goes into the queue. Wake-ups wait in the index, where a million of them cost nothing. */
import type { AddLooks } from './ports.ts';
import type { Log } from '../store/log.ts';
import { repeat, type Repetition, type RepeatOptions } from './repeat.ts';
import { queuedLook } from './webhooks.ts';

/** Where an RFC is. */
export interface DueRfc {
  installation: number;
  owner: string;
  repo: string;
  number: number;
}

export interface WakeParts {
  /** Takes what is due, for so long: if its look never ends, it is due again. `leaseFor` in milliseconds. */
  claimDue: (claim: { now: Date; limit: number; leaseFor: number }) => Promise<readonly DueRfc[]>;
  addLooks: AddLooks;
  log: Log;
  now: () => Date;
  wait?: RepeatOptions['wait'];
}

const batch = 100;
const pause = 5_000;
const leaseFor = 10 * 60_000;
/** As a sweep: people's own acts go first. */
const priority = 1;

export interface Waking extends Repetition {
  /** Wakes what is due now, without waiting for the next time; gives how many. */
  wake: () => Promise<number>;
}

/** Wakes what is due, at once and every few seconds. */
export function startWaking({ claimDue, addLooks, log, now, wait }: WakeParts): Waking {
  const wake = async (): Promise<number> => {
    for (let count = 0; ; ) {
      const due = await claimDue({ now: now(), limit: batch, leaseFor });
      if (due.length > 0) {
        await addLooks(due.map(({ installation, owner, repo, number }) => ({ ...queuedLook({ kind: 'rfc', installation, owner, repo, number }), priority })));
        log.debug({ count: due.length }, 'woke what was due');
      }
      count += due.length;
      if (due.length < batch) return count;
    }
  };
  const wakeAll = async (): Promise<void> => {
    await wake();
  };
  const repetition = repeat(wakeAll, {
    pauseAfter: () => pause,
    onError: (error) => {
      log.error({ err: error }, 'could not wake what is due; it stays due');
    },
    ...(wait && { wait }),
  });
  return { ...repetition, wake };
}
