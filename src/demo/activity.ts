/** Whether the App still has something to do, and a word to everybody who watches whenever something changes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '../app/serve.ts';
import type { StandIn } from './github/stand-in.ts';

export interface Activity {
  /** The App has something in hand, or on its way. */
  isBusy: () => boolean;
  /** How often something has changed so far. */
  version: () => number;
  /** Something has changed. */
  note: () => void;
  /** Tells of every change, until the function it gives back is called. */
  onChange: (listener: () => void) => () => void;
  /** Resolves once every delivery is answered, nothing is due by the clock, and every look is done. Throws where that takes too long, or one was given up. */
  settled: () => Promise<void>;
  close: () => void;
}

export interface ActivityParts {
  standIn: { deliveries: Pick<StandIn['deliveries'], 'log' | 'settled'> };
  service: Pick<Service, 'queueCounts' | 'wake'>;
  /** How long `settled` waits, in milliseconds. */
  patience?: number;
}

/** Between two questions to the queue, in milliseconds. */
const pause = 40;

export function createActivity({ standIn: { deliveries }, service, patience = 60_000 }: ActivityParts): Activity {
  const changes = createChanges();
  let isClosed = false;
  let watching: Promise<void> | null = null;

  const isIdle = async (): Promise<boolean> => {
    const before = deliveries.log.length;
    await deliveries.settled();
    const { queued, active } = await service.queueCounts();
    // Time may have brought something about: the App looks at its clock every few seconds, which is long to wait at a page.
    return queued + active === 0 && deliveries.log.length === before && (await service.wake()) === 0;
  };
  const watch = async (): Promise<void> => {
    const until = Date.now() + patience;
    while (!isClosed && !(await isIdle())) {
      if (Date.now() > until) throw new Error(`The App is still busy after ${patience / 1000} seconds, expected it to come to rest`);
      await sleep(pause);
    }
  };
  const begin = async (): Promise<void> => {
    watching ??= watch().finally(() => {
      watching = null;
      changes.note();
    });
    await watching;
  };

  return {
    ...changes,
    isBusy: () => watching !== null,
    note() {
      // Whoever waits for it is told of a failure; a page goes on without.
      if (!isClosed) begin().catch(() => undefined);
      changes.note();
    },
    async settled() {
      await begin();
      // What came in while that one ended.
      await watch();
      const { failed } = await service.queueCounts();
      if (failed > 0) throw new Error(`The App gave up ${failed} of its looks, expected none; LOG_LEVEL=warn says why`);
    },
    close() {
      isClosed = true;
    },
  };
}

function createChanges(): Pick<Activity, 'version' | 'note' | 'onChange'> {
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    version: () => version,
    note() {
      version += 1;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
