/** The queue of looks: what the webhooks, the clock and the sweeps add to, and the workers take from. */
import { PgBoss } from 'pg-boss';
import type { Connection } from './connection.ts';
import { countDeadLetters } from './dead-letters.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Log } from './log.ts';
import { addedChannel, countJobs, createLookQueue, insertLooks, sortByKey, type JobTools, type Look } from './look-jobs.ts';
import { startWorker, type LookWorker, type WorkOptions } from './look-worker.ts';
import type { QueueTimes } from './queue-times.ts';
import { queueSchemaName } from './schema-names.ts';
import { recoverLost } from './settle-looks.ts';

export interface QueueCounts {
  /** Waiting, those that wait for another attempt included. */
  queued: number;
  /** Under way, in any process. */
  active: number;
  /** Dead letters. */
  failed: number;
}

export interface LookQueue {
  /** Answers once the looks are kept; rejects if they are not. */
  add(looks: readonly Look[]): Promise<void>;
  /** Begins to work, once in a process. */
  work(options: WorkOptions): Promise<void>;
  /** Accepts and takes nothing new, finishes the looks in hand, and closes. */
  stop(): Promise<void>;
  counts(): Promise<QueueCounts>;
}

interface Listening {
  close(): Promise<void>;
}

/** PostgreSQL refuses to index a key of more than about 2,700 bytes. */
const longestKey = 1000;
/** In one statement: others wait for it meanwhile. */
const largestInsert = 500;

export async function openLookQueue(connection: Connection, { times, log }: { times: QueueTimes; log: Log }): Promise<LookQueue> {
  const boss = new PgBoss({ ...connection.boss, schema: queueSchemaName, schedule: false, supervise: false });
  boss.on('error', (error) => {
    log.error({ err: error }, 'the queue reports an error');
  });
  await boss.start();
  const tools: JobTools = { boss, database: connection.database, times };
  await createLookQueue(tools);
  // Whoever has the embedded database is alone with it: what is under way there was cut off.
  if (connection.kind === 'pglite') {
    const { recovered, dead } = await recoverLost(tools, 0);
    if (recovered + dead.length > 0) log.info({ looks: recovered, dead: dead.map(({ key }) => key) }, 'looks that were cut off go on');
  }
  return createQueue(tools, log);
}

function createQueue(tools: JobTools, log: Log): LookQueue {
  const commit = createGroupCommit<Required<Look>>(async (looks) => {
    await insertLooks(tools, meltTogether(looks));
    worker?.wake();
  });
  let worker: LookWorker | null = null;
  let listening: Promise<Listening | undefined> | null = null;
  let stopping: Promise<void> | null = null;
  const adding = new Set<Promise<void>>();

  async function addAll(looks: readonly Required<Look>[]): Promise<void> {
    for (let start = 0; start < looks.length; start += largestInsert) await commit(looks.slice(start, start + largestInsert));
  }

  async function stop(): Promise<void> {
    await Promise.allSettled(adding);
    await worker?.stop();
    await (await listening)?.close();
    await tools.boss.stop({ graceful: false });
  }

  return {
    async add(looks) {
      if (stopping !== null) throw new Error('The queue is being stopped and accepts nothing new.');
      const added = addAll(looks.map(checkLook));
      adding.add(added);
      await added.finally(() => adding.delete(added));
    },
    async work(options) {
      if (worker !== null || stopping !== null) throw new Error('The queue is worked on already, or is being stopped.');
      const started = startWorker({ ...tools, log }, options);
      worker = started;
      listening = listen({ ...tools, log }, started);
      await listening;
    },
    async stop() {
      stopping ??= stop();
      await stopping;
    },
    async counts() {
      const [jobs, failed] = await Promise.all([countJobs(tools), countDeadLetters(tools.database)]);
      return { ...jobs, failed };
    },
  };
}

/** Has a worker hear of what other processes add. Once it listens, pg-boss sees to it after every broken connection. */
async function listen({ boss, log }: JobTools & { log: Log }, worker: LookWorker): Promise<Listening | undefined> {
  const wake = (): void => {
    worker.wake();
  };
  try {
    return await boss.getDb().listen?.(addedChannel, wake, wake);
  } catch (error) {
    // A pooler may stand in between; looks are found all the same, when the queue is asked the next time.
    log.warn({ err: error }, 'the database cannot say when looks are added; those of other processes begin a second late');
    return undefined;
  }
}

/** One look that cannot be kept must not take down those it would be written with. */
function checkLook({ key, data, priority = 0 }: Look): Required<Look> {
  if (key === '' || Buffer.byteLength(key) > longestKey) throw new RangeError(`A look's key has 1 to ${longestKey} bytes, not ${Buffer.byteLength(key)}.`);
  if (JSON.stringify([key, data]).includes('\\u0000')) throw new RangeError('A look holds the character U+0000, which the database cannot keep.');
  return { key, data, priority };
}

/** The last data of each key, with the highest priority. */
function meltTogether(looks: readonly Required<Look>[]): Required<Look>[] {
  const melted = new Map<string, Required<Look>>();
  for (const look of looks) melted.set(look.key, { ...look, priority: Math.max(look.priority, melted.get(look.key)?.priority ?? look.priority) });
  return sortByKey([...melted.values()]);
}
