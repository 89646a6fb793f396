/** A look at everything, at the start and every hour or so: it heals what no delivery told of. */
import type { AddLooks } from './ports.ts';
import type { Log } from '../store/log.ts';
import { repeat, type Repetition, type RepeatOptions } from './repeat.ts';
import { queuedLook } from './webhooks.ts';

export interface SweepParts {
  /** The App's installations, by id. */
  listInstallations: () => Promise<readonly { id: number }[]>;
  addLooks: AddLooks;
  log: Log;
  /** From 0 to 1, drawn anew for each pause, so that several servers do not sweep in step. */
  random: () => number;
  wait?: RepeatOptions['wait'];
}

const hour = 3_600_000;
const afterFailure = 60_000;

/** Puts a sweep of every installation into the queue, again and again. */
export function scheduleSweeps({ listInstallations, addLooks, log, random, wait }: SweepParts): Repetition {
  const sweepAll = async () => {
    const installations = await listInstallations();
    await addLooks(installations.map(({ id }) => queuedLook({ kind: 'installation', installation: id, withRefused: false })));
    log.info({ installations: installations.length }, 'sweep queued');
  };
  return repeat(sweepAll, {
    pauseAfter: (wentWell) => (wentWell ? hour : afterFailure) * (0.75 + random() / 2),
    onError: (error) => {
      log.error({ err: error }, 'could not list the installations; the sweep is tried again soon');
    },
    ...(wait && { wait }),
  });
}
