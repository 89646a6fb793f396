/** The whole product on one machine: a GitHub stand-in with example RFCs, and the App beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../app/log.ts';
import { createActivity, type Activity } from './activity.ts';
import { createClock } from './github/clock.ts';
import { startStandIn, type StandIn } from './github/stand-in.ts';
import { createJournal, type Journal } from './journal.ts';
import { appSlug, runApp, type RunningApp } from './run-app.ts';
import { organization, seedsBegin, seedWorld } from './seed/seed-world.ts';

export interface Demo {
  standIn: StandIn;
  app: RunningApp;
  activity: Activity;
  journal: Journal;
  /** Ends everything; nothing is left on the disk. */
  close: () => Promise<void>;
}

/** Starts everything, and installs the App; it has seen every thread once `activity.settled()` resolves. */
export async function startDemo({ log }: { log: Logger }): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'unpause-demo-'));
  const ends: (() => Promise<void> | void)[] = [
    () => {
      rmSync(dataDir, { recursive: true, force: true });
    },
  ];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const clock = createClock(seedsBegin(new Date()));
    const journal = createJournal(clock);
    const standIn = await startStandIn({ clock, tokenClock: createClock(new Date()), onExchange: journal.add });
    ends.push(standIn.close);
    seedWorld(standIn.world, clock);
    const app = await runApp({ standIn, owner: organization, dataDir, log });
    ends.push(app.close);
    const activity = createActivity({ standIn, service: app.service });
    ends.push(activity.close);
    standIn.world.onEvent(activity.note);
    journal.watch(standIn.world, activity.note);
    standIn.apps.install({ slug: appSlug, account: organization, repositories: 'all', by: 'alice' });
    return { standIn, app, activity, journal, close };
  } catch (error) {
    await close();
    throw error;
  }
}
