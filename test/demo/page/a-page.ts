/** The demo's page over a seeded world in which nobody is at work: what it shows and does by itself. */
import { setImmediate as turn } from 'node:timers/promises';
import { createActivity, type Activity } from '../../../src/demo/activity.ts';
import { createClock } from '../../../src/demo/github/clock.ts';
import { startStandIn, type StandIn } from '../../../src/demo/github/stand-in.ts';
import type { World } from '../../../src/demo/github/world.ts';
import { createJournal } from '../../../src/demo/journal.ts';
import { createPageApp } from '../../../src/demo/page/page-app.ts';
import { seedWorld } from '../../../src/demo/seed/seed-world.ts';

export const host = '127.0.0.1:4000';
export const bot = 'unpause[bot]';

export interface APage {
  standIn: StandIn;
  world: World;
  activity: Activity;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  /** A cookie that says who looks at the page. */
  as: (login: string) => Record<string, string>;
  text: (path: string, headers?: Record<string, string>) => Promise<string>;
  close: () => Promise<void>;
}

export async function aPage(): Promise<APage> {
  const clock = createClock(new Date('2026-11-12T10:00:00Z'), { frozen: true });
  const journal = createJournal(clock);
  const standIn = await startStandIn({ clock, onExchange: journal.add });
  const { world } = standIn;
  seedWorld(world, clock);
  world.addApp({ slug: 'unpause', permissions: { checks: 'write' }, events: [] });
  const activity = createActivity({ standIn, service: { queueCounts: async () => await turn({ queued: 0, active: 0, failed: 0 }), wake: async () => await turn(0) } });
  journal.watch(world, activity.note);
  const closing = new AbortController();
  const app = createPageApp({ world, clock, activity, journal, siteUrl: 'http://127.0.0.1:3000', closing: closing.signal, log: { debug: none, info: none, warn: none, error: none } });
  const send = async (path: string, init: RequestInit) => await app.request(`http://${host}${path}`, init);
  const get: APage['get'] = async (path, headers = {}) => await send(path, { headers: { host, ...headers } });
  return {
    standIn,
    world,
    activity,
    get,
    post: async (path, fields, headers = {}) => await send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { host, origin: `http://${host}`, ...headers } }),
    as: (login) => ({ cookie: `unpause_demo_person=${login}` }),
    text: async (path, headers) => await (await get(path, headers)).text(),
    async close() {
      closing.abort();
      activity.close();
      await standIn.close();
    },
  };
}

function none(): void {
  // Nobody reads this log.
}
