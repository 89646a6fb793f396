/** The server without its HTTP: what it holds, and what it answers with. `web/` and `index.ts` give it ears. */
import { UserError } from '../files/user-error.ts';
import { keepClick } from '../store/clicks.ts';
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts';
import { reasonOf } from '../store/reason-of.ts';
import type { Database } from '../store/tables.ts';
import { type Access, createAccess } from './access.ts';
import { chooseCredentials, type Credentials, keepCredentials, readCredentials } from './credentials.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Metrics, type QueueCounts } from './metrics.ts';
import type { Delivery } from './ports.ts';
import type { Settings } from './settings.ts';
import { createSetup, type Setup } from './setup.ts';
import { type DeliveryOutcome, takeDelivery } from './webhooks.ts';
import { startWork, type Pace, type Work, type WorkParts } from './work.ts';

/** What a part of the server lacks, by its name; a part that is well says null. */
export type Readiness = Readonly<Record<string, string | null>>;

export interface Service {
  metrics: Metrics;
  /** Null once the App has credentials, or where they do not come from here. */
  setup: Setup | null;
  /** The App's page on GitHub, where it is known; `isSetUp` once there are credentials. */
  facts: () => { isSetUp: boolean; appUrl: string | null };
  /** Who may see what on the web pages; null until the App is set up. */
  access: () => Access | null;
  /** What deliveries may be signed with; none until the App is set up. */
  secrets: () => readonly string[];
  /** Takes a delivery whose signature is right; see `takeDelivery`. */
  take: (delivery: Delivery) => Promise<DeliveryOutcome>;
  readiness: () => Promise<Readiness>;
  /** What the pages are read from. */
  database: Database;
  /** The clock that looks live by. */
  now: () => Date;
  /** How many looks wait, are under way, or were given up. */
  queueCounts: () => Promise<QueueCounts>;
  /** Has a look at what is due now, for whoever turned the clock; gives at how many RFCs. */
  wake: () => Promise<number>;
  /** Finishes the looks in hand, and closes the store. */
  stop: () => Promise<void>;
}

export interface ServiceParts extends Pace {
  settings: Settings;
  log: Logger;
  createLook: WorkParts['createLook'];
  /** The queue's times where they are not the usual ones. */
  times?: NonNullable<StoreOptions['times']>;
  /** By which sessions and answers about access grow old, in milliseconds since 1970; real time, unless given. */
  accessNow?: () => number;
}

/** Opens the store and begins to work, or waits to be set up. Mistakes of the person who starts it are `UserError`s. */
export async function startService({ settings, log, createLook, times = {}, accessNow = Date.now, ...pace }: ServiceParts): Promise<Service> {
  const { role, dataDir } = settings;
  let credentials = chooseCredentials(settings.credentials, readCredentials(dataDir));
  if (credentials === null && role === 'worker') {
    throw new UserError('Missing APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, expected with UNPAUSE_ROLE=worker: an App is set up from the start page of another process');
  }
  const store = await openOrExplain({ databaseUrl: settings.databaseUrl, dataDir, log, times });
  const metrics = createMetrics(async () => await store.queue.counts());
  let work: Work | null = null;
  let access: Access | null = null;
  const begin = async (known: Credentials): Promise<void> => {
    if (role !== 'web') work = await startWork({ store, metrics, credentials: known, apiUrl: settings.apiUrl, chatWebhook: settings.chatWebhook, log, createLook, ...pace });
    const { apiUrl, githubUrl, isPublic } = settings;
    if (role !== 'worker') access = createAccess({ database: store.database, credentials: known, apiUrl, githubUrl, isPublic, metrics, log, now: accessNow });
    credentials = known;
  };
  if (credentials !== null) await closingOnFailure(store, begin(credentials));
  const onRegistered = async (registered: Credentials): Promise<void> => {
    keepCredentials(dataDir, registered);
    await begin(registered);
    log.info({ appId: registered.appId }, 'the App is set up');
  };
  return {
    metrics,
    setup: credentials === null ? createSetup({ apiUrl: settings.apiUrl, onRegistered }) : null,
    facts: () => ({ isSetUp: credentials !== null, appUrl: credentials?.url ?? null }),
    access: () => access,
    secrets: () => (credentials === null ? [] : [credentials.webhookSecret, settings.previousWebhookSecret].filter((secret) => secret !== null)),
    take: async (delivery) => await takeDelivery(deliveryParts(store, log), delivery),
    readiness: async () => ({
      app: credentials === null ? 'is not set up yet' : null,
      database: await lackOf(store),
      ...(role !== 'web' && { worker: work === null ? 'does not run' : null }),
    }),
    database: store.database,
    now: pace.now ?? (() => new Date()),
    queueCounts: async () => await store.queue.counts(),
    wake: async () => (await work?.wake()) ?? 0,
    async stop() {
      await work?.stop();
      work = null;
      await store.close();
    },
  };
}

/** What keeps a store from opening is the operator's to mend: an address, a password, another process that has the folder. */
async function openOrExplain(options: StoreOptions): Promise<Store> {
  try {
    return await openStore(options);
  } catch (error) {
    // The reason is made of messages alone: an error of `pg` also carries the address, with its password.
    throw new UserError(reasonOf(error), { cause: error });
  }
}

function deliveryParts({ database, queue }: Store, log: Logger): Parameters<typeof takeDelivery>[0] {
  return {
    log,
    addLooks: async (looks) => {
      await queue.add(looks);
    },
    keepClicks: async (clicks) => {
      const createdAt = new Date();
      for (const { owner, repo, number, ...click } of clicks) await keepClick(database, { owner, repo, number }, { ...click, createdAt });
    },
  };
}

/** A database that hangs is as bad as one that is gone. In milliseconds. */
const patience = 5_000;

async function lackOf(store: Store): Promise<string | null> {
  const limit = AbortSignal.timeout(patience);
  const tooLate = new Promise<string>((resolve) => {
    limit.addEventListener('abort', () => {
      resolve('does not answer');
    });
  });
  const answer = store.ping().then(
    () => null,
    () => 'does not answer',
  );
  return await Promise.race([answer, tooLate]);
}

async function closingOnFailure(store: Store, beginning: Promise<void>): Promise<void> {
  try {
    await beginning;
  } catch (error) {
    await store.close();
    throw error;
  }
}
