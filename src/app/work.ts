/** What an App with credentials does all the time: takes looks from the queue, wakes what is due, sweeps. */
import type { BudgetLimits } from '../github/write-budget.ts';
import { claimDue } from '../store/rfc-index.ts';
import type { Store } from '../store/open-store.ts';
import { type AppIdentity, readAppIdentity } from '../github/app-identity.ts';
import { createAnswerCache } from './answer-cache.ts';
import { sendToChat, type SendToChat } from './chat.ts';
import { createHolidayLookUp } from './country-holidays.ts';
import type { Credentials } from './credentials.ts';
import type { Chat } from './database-chat.ts';
import { createGitHubApp, type GitHubApp } from './github-app.ts';
import type { Logger } from './log.ts';
import type { LookParts } from './look.ts';
import type { Metrics } from './metrics.ts';
import type { AddLooks, Look } from './ports.ts';
import { createSeals } from './record-seal.ts';
import { createMemory } from './remember.ts';
import { scheduleSweeps } from './schedule-sweeps.ts';
import { listSwept } from './sweep.ts';
import { startTidying } from './tidy.ts';
import { startWaking, type WakeParts } from './wake.ts';
import { startWorker } from './worker.ts';

/** What may be otherwise than usual: the clocks, and how patient it is with GitHub. */
export interface Pace {
  /** The time by which looks judge and wake; real time, unless given. */
  now?: () => Date;
  /** How it waits before it asks again what is due; a few seconds of real time, unless given. */
  waitToWake?: WakeParts['wait'];
  /** How much may be asked of GitHub in real time: its documented limits, unless given. */
  budgetLimits?: BudgetLimits;
  /** For one request to GitHub, in milliseconds; the client's own, unless given. */
  requestTimeout?: number | undefined;
  /** How a message reaches the chat that the operator set: over HTTPS, unless given. */
  sendToChat?: SendToChat;
}

export interface WorkParts extends Pace {
  store: Store;
  credentials: Credentials;
  apiUrl: string;
  /** A secret: where the digests go besides; null: nowhere. */
  chatWebhook: string | null;
  metrics: Metrics;
  log: Logger;
  createLook: (parts: LookParts) => Look;
}

export interface Work {
  /** Has a look at what is due now; gives at how many. */
  wake: () => Promise<number>;
  /** Begins nothing new; resolves once the looks in hand are done. */
  stop: () => Promise<void>;
}

/** Templates and `CODEOWNERS` change seldom, and every look at a repository needs them. In milliseconds. */
const sharedFilesKeptFor = 5 * 60_000;
const mostRepositories = 200;

/** Begins to work. */
export async function startWork(parts: WorkParts): Promise<Work> {
  const { store, credentials, metrics, log, createLook, now = realTime, waitToWake } = parts;
  const { database, queue } = store;
  const github = connectApp(parts);
  const addLooks: AddLooks = async (looks) => {
    await queue.add(looks);
  };
  const identity = createMemory<AppIdentity>({ keepFor: Infinity, most: 1, now: Date.now });
  const look = createLook({
    connect: github.asInstallation,
    identify: async () => await identity.get('this App', async () => await readAppIdentity(await github.asApp())),
    database,
    sealFor: createSeals(credentials.privateKey),
    now,
    sharedFiles: createMemory({ keepFor: sharedFilesKeptFor, most: mostRepositories, now: Date.now }),
    holidaysOf: createHolidayLookUp(),
    addLooks,
    chat: chatOf(parts),
    log,
  });
  await startWorker({ queue, look, metrics, log });
  const waking = startWaking({ claimDue: async (claim) => await claimDue(database, claim), addLooks, log, now, ...(waitToWake && { wait: waitToWake }) });
  const repetitions = [
    waking,
    startTidying(database, { log, now }),
    scheduleSweeps({ listInstallations: async () => await listSwept({ github: await github.asApp(), database, log, now }), addLooks, log, random: Math.random }),
  ];
  return {
    wake: waking.wake,
    async stop() {
      await Promise.all(repetitions.map(async (repetition) => {
        await repetition.stop();
      }));
      await queue.stop();
    },
  };
}

function chatOf({ chatWebhook, sendToChat: send = sendToChat }: WorkParts): Chat | null {
  return chatWebhook === null ? null : { address: chatWebhook, send };
}

function realTime(): Date {
  return new Date();
}

function connectApp({ store: { database }, credentials, apiUrl, requestTimeout, metrics, log, budgetLimits }: WorkParts): GitHubApp {
  return createGitHubApp({
    credentials,
    apiUrl,
    timeout: requestTimeout,
    log,
    ...(budgetLimits && { budgetLimits }),
    cacheFor: (installation) => createAnswerCache(database, installation),
    onRequest: ({ method, status }) => {
      metrics.requested(method, status);
    },
    onWait: (milliseconds) => {
      metrics.waited(milliseconds / 1000);
    },
  });
}
