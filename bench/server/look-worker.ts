/** The App's worker: looks from the queue, or one at a time. Without the budget for writes, which is there to wait. */
import { Probot, ProbotOctokit } from 'probot';
import { createAnswerCache } from '../../src/app/answer-cache.ts';
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import type { LookKey } from '../../src/app/look-key.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import type { Look } from '../../src/app/ports.ts';
import { createSeals } from '../../src/app/record-seal.ts';
import { createHolidayLookUp } from '../../src/app/country-holidays.ts';
import { createMemory } from '../../src/app/remember.ts';
import { queuedLook } from '../../src/app/webhooks.ts';
import { startWorker } from '../../src/app/worker.ts';
import { readAppIdentity, type AppIdentity } from '../../src/github/app-identity.ts';
import { equipClient, type GitHub } from '../../src/github/client.ts';
import { openStore } from '../../src/store/open-store.ts';
import { answerParent, readOptions } from './answer-parent.ts';
import type { GitHubPlace } from './github.ts';
import type { Place } from './stores.ts';

export type LookQuestion = { about: 'one'; key: LookKey } | { about: 'queued'; keys: LookKey[] } | { about: 'cold caches' };

export interface LookWorkerOptions extends Place {
  github: GitHubPlace;
}

const { databaseUrl, dataDir, github: place } = readOptions() as LookWorkerOptions;
const log = await createLogger({ level: 'error', format: 'json' });
const store = await openStore({ databaseUrl, dataDir, log });
const QuietOctokit = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false }, retry: { enabled: false } }));
const metrics = createMetrics(async () => await store.queue.counts());
const unending = new AbortController().signal;
let look = newLook();
let ended = 0;
let added = 0;

/** With nothing in memory. */
function newLook(): Look {
  const probot = new Probot({ appId: place.appId, privateKey: place.privateKey, baseUrl: place.apiUrl, log, Octokit: QuietOctokit });
  const client = createMemory<GitHub>({ keepFor: Infinity, most: 2, now: Date.now });
  const identity = createMemory<AppIdentity>({ keepFor: Infinity, most: 1, now: Date.now });
  const asApp = async () => await client.get('app', async () => equipClient(await probot.auth(), { apiUrl: place.apiUrl }));
  return createLook({
    connect: async (installation) =>
      await client.get('installation', async () => equipClient(await probot.auth(installation), { apiUrl: place.apiUrl, cache: createAnswerCache(store.database, installation) })),
    identify: async () => await identity.get('app', async () => await readAppIdentity(await asApp())),
    database: store.database,
    sealFor: createSeals(place.privateKey),
    now: () => new Date(),
    sharedFiles: createMemory({ keepFor: Infinity, most: 1, now: Date.now }),
    holidaysOf: createHolidayLookUp(),
    addLooks: async (looks) => {
      // What a sweep would have looked at is counted, and not looked at: it would be measured with it.
      added += looks.length;
      await Promise.resolve();
    },
    chat: null,
    log,
  });
}

/** Milliseconds until all of them have ended. */
async function lookAtAll(keys: readonly LookKey[]): Promise<number> {
  const began = performance.now();
  const goal = ended + keys.length;
  await store.queue.add(keys.map(queuedLook));
  while (ended < goal) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - began;
}

/** Of one: how many further looks it asked for. Of those from the queue: how long they took. */
async function answer(question: LookQuestion): Promise<number> {
  switch (question.about) {
    case 'one':
      added = 0;
      await look(question.key, unending);
      return added;
    case 'queued':
      return await lookAtAll(question.keys);
    case 'cold caches':
      await store.database.deleteFrom('etag').execute();
      look = newLook();
      return 0;
  }
}

await startWorker({
  queue: store.queue,
  metrics,
  log,
  look: async (key, signal) => {
    await look(key, signal);
    ended += 1;
  },
});
answerParent(answer, async () => {
  await store.close();
});
