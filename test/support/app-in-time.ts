/** The App in a town whose clock stands still until it is turned: looks judge and wake by it, over real HTTP. */
import type { SendToChat } from '../../src/app/chat.ts';
import type { ServiceParts } from '../../src/app/serve.ts';
import { createClock } from '../../src/demo/github/clock.ts';
import { impatient, installationOf, sendSigned } from './app-in-town.ts';
import type { TestDatabase } from './databases.ts';
import { aTown, runApp, runWorker, type RunningApp, type Town } from './running-app.ts';

export interface AppInTime {
  town: Town;
  app: () => RunningApp;
  now: () => Date;
  /** Turns the clock on, and lets the App do all that is due by then. In milliseconds. */
  pass: (milliseconds: number) => Promise<void>;
  /** Turns it to a moment of 2026 in UTC, such as `03-05T10:00`. */
  until: (moment: string) => Promise<void>;
  /** Turns it to ten in the morning of the next working day. */
  morning: () => Promise<void>;
  /** A sweep of one repository, as it comes every hour. */
  sweep: (repo: string) => Promise<void>;
  /** Lets the App do all that there is to do at this moment. */
  settle: () => Promise<void>;
  /** The App ends, and starts again on this database. */
  moveTo: (database: TestDatabase) => Promise<void>;
  close: () => Promise<void>;
}

/** A Monday morning. */
const start = '2026-03-02T10:00:00Z';
const day = 24 * 3_600_000;
/** More rounds than any story needs at one moment. */
const mostRounds = 20;

/** Nobody waits in real time for what GitHub allows in a minute. */
const unlimited = { content: [], points: [] };

export async function anAppInTime(database: TestDatabase, { helpers = 0, sendToChat }: { /** Workers on the same database beside it. */ helpers?: number; sendToChat?: SendToChat } = {}): Promise<AppInTime> {
  const clock = createClock(new Date(start), { frozen: true });
  const town = await aTown({ clock, tokenClock: createClock(new Date()) });
  town.newRepository({});
  const { standIn } = town;
  const alarm = createAlarm();
  const run = async (on: TestDatabase): Promise<RunningApp> => await runApp(town, on, { times: impatient, now: clock.now, waitToWake: alarm.wait, budgetLimits: unlimited, ...(sendToChat && { sendToChat }) });
  let app = await run(database);
  const others = await Promise.all(Array.from({ length: helpers }, async () => await runWorker(town, database, { times: impatient, now: clock.now, waitToWake: untilAborted, budgetLimits: unlimited })));

  const settle = async (): Promise<void> => {
    await app.idle();
    for (let round = 0; round < mostRounds; round += 1) {
      const before = standIn.requests.length;
      await alarm.ring();
      await app.idle();
      if (standIn.requests.length === before) return;
    }
    throw new Error(`The App did something in each of ${mostRounds} rounds, expected it to come to rest`);
  };
  const pass = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await settle();
  };
  return {
    town,
    app: () => app,
    now: clock.now,
    pass,
    settle,
    sweep: async (repo) => {
      await sendSigned(town, { event: 'installation', payload: { action: 'new_permissions_accepted', installation: { id: installationOf(town, repo) } } });
      await settle();
    },
    until: async (moment) => {
      await pass(Date.parse(`2026-${moment}:00Z`) - clock.now().getTime());
    },
    morning: async () => {
      await pass(nextMorning(clock.now()).getTime() - clock.now().getTime());
    },
    moveTo: async (to) => {
      await app.stop();
      app = await run(to);
      await settle();
    },
    close: async () => {
      await Promise.all(others.map(async ({ stop }) => {
        await stop();
      }));
      await app.stop();
      await town.close();
    },
  };
}

async function untilAborted(_: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

function nextMorning(now: Date): Date {
  const at = new Date(now.getTime() + day);
  at.setUTCHours(10, 0, 0, 0);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setTime(at.getTime() + day);
  return at;
}

interface Alarm {
  wait: NonNullable<ServiceParts['waitToWake']>;
  /** Has the App ask what is due; resolves once all of that is in the queue. */
  ring: () => Promise<void>;
}

/** In place of the seconds between two questions, so that nobody waits in a test. */
function createAlarm(): Alarm {
  let go: (() => void) | null = null;
  const watchers: (() => void)[] = [];
  const paused = async (): Promise<void> => {
    if (go === null) await new Promise<void>((resolve) => watchers.push(resolve));
  };
  return {
    wait: async (_, signal) => {
      await new Promise<void>((resolve) => {
        go = resolve;
        signal.addEventListener('abort', () => {
          go = null;
          resolve();
        });
        for (const tell of watchers.splice(0)) tell();
      });
    },
    ring: async () => {
      await paused();
      const next = go;
      go = null;
      next?.();
      await paused();
    },
  };
}
