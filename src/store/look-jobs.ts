/**
 * Looks as pg-boss's jobs. The queue's policy is `stately`: of one key there is at most one job that waits, one that
 * waits for another attempt, and one that is active, which the database itself enforces. Added again, a look melts
 * into the one that waits; while one is active, the next waits for it.
 *
 * Jobs are fetched and settled here, not by pg-boss's own workers. Those end a job that takes too long while its
 * handler may still be running, learn of active keys up to minutes late, take the next batch only when the slowest of
 * this one is done, and say of a failed job neither why nor that it was the last attempt.
 */
import { AbortedTransactionError, sql } from 'kysely';
import { fromKysely, type Job, type JobInsert, type JobWithMetadata, type PgBoss } from 'pg-boss';
import type { QueueTimes } from './queue-times.ts';
import { queueSchemaName } from './schema-names.ts';
import type { Database } from './tables.ts';

/** Something to look at. */
export interface Look {
  /** Looks with the same key melt into one, and are never under way twice at once. */
  key: string;
  data: unknown;
  /** Higher ones go first; 0 where it is not said. */
  priority?: number;
}

/** A look that is ours to do, until it is settled or its claim is lost. */
export interface Claim extends Required<Look> {
  id: string;
  /** Which attempt at the job this is, from 0: a claim that was lost settles nothing. */
  retryCount: number;
  retryLimit: number;
}

export interface JobTools {
  boss: PgBoss;
  database: Database;
  times: QueueTimes;
}

export const queueName = 'look';
/** Where PostgreSQL tells every process that something was added. */
export const addedChannel = 'unpause_look_added';

/** pg-boss's table, for what it has no call for. */
export const jobs = sql.table(`${queueSchemaName}.job`);

/** A job that is kept waits for ever: nothing that was acknowledged is dropped for its age. */
const forEver = 10 * 365 * 24 * 3600;

export async function createLookQueue({ boss, times }: JobTools): Promise<void> {
  await boss.createQueue(queueName, { policy: 'stately', expireInSeconds: Math.ceil(times.lookLimit / 1000), retentionSeconds: forEver });
  // Has pg-boss learn of the queue now. It would ask when it first needs to know, on a connection of its own: inside
  // our transaction that is too late, as an embedded database has but one.
  await boss.insert(queueName, []);
}

/** Adds looks, all or none; the keys are different. One that waits already keeps its place, or gets a better one. */
export async function insertLooks({ boss, database, times }: JobTools, looks: readonly Required<Look>[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const rows = looks.map((look) => toJob(look, times.attempts - 1, times));
    const added = await boss.insert(queueName, rows, { db: fromKysely(transaction), returnId: true });
    const count = added?.length ?? 0;
    if (count < looks.length) await raisePriorities(transaction, looks);
    // Of a look that waits already, everybody was told when it was added.
    if (count > 0) await sql`select pg_notify(${addedChannel}, '')`.execute(transaction);
  });
}

/** A statement for each priority: joined with a list of keys and priorities, it would read every job that waits. */
async function raisePriorities(database: Database, looks: readonly Required<Look>[]): Promise<void> {
  for (const priority of new Set(looks.map((look) => look.priority))) {
    const keys = looks.filter((look) => look.priority === priority).map(({ key }) => key);
    await sql`
      update ${jobs} set priority = ${priority}
      where name = ${queueName} and state = 'created' and policy = 'stately'
        and coalesce(singleton_key, '') = any(${keys}::text[]) and priority < ${priority}
    `.execute(database);
  }
}

/** The order in which looks are inserted: two processes that add the same ones in two orders would deadlock. */
export function sortByKey<Keyed extends { key: string }>(looks: readonly Keyed[]): Keyed[] {
  return [...looks].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

/** A job that may be tried `retryLimit` times more after the first. */
export function toJob({ key, data, priority, startAfter }: Required<Look> & { startAfter?: Date }, retryLimit: number, times: QueueTimes): JobInsert {
  return {
    singletonKey: key,
    // What a fetch goes by to leave keys alone that are active; the policy alone would make it fail on one of them.
    group: { id: key },
    data: { data },
    priority,
    ...(startAfter && { startAfter }),
    retryLimit,
    retryDelay: times.retryDelaySeconds,
    retryBackoff: times.retryDelaySeconds > 0,
    retryDelayMax: times.retryDelayMaxSeconds,
    retentionSeconds: forEver,
  };
}

/**
 * Takes up to `limit` looks, none of them at a key that somebody is looking at. Two processes that reach for the same
 * key at once may get nothing, though there is something.
 *
 * There is an index in the order in which looks are taken. While the statistics still say that the queue is empty, as
 * it mostly is, the planner would rather sort all of it for each fetch: 41 ms at 15,000 looks in place of 2.
 */
export async function fetchClaims({ boss, database }: JobTools, limit: number): Promise<Claim[]> {
  try {
    return await database.transaction().execute(async (transaction) => {
      await sql`set local enable_sort = off`.execute(transaction);
      const options = { batchSize: limit, includeMetadata: true as const, groupConcurrency: 1, db: fromKysely(transaction) };
      const fetched = await boss.fetch<{ data: unknown }>(queueName, options);
      return fetched.map(toClaim);
    });
  } catch (error) {
    // pg-boss takes the database's refusal of a second active job for an empty queue; the transaction is lost with it.
    if (error instanceof AbortedTransactionError) return [];
    throw error;
  }
}

export function toClaim({ id, retryCount, retryLimit, singletonKey, priority, data }: JobWithMetadata<{ data: unknown }>): Claim {
  return { id, retryCount, retryLimit, key: singletonKey ?? '', priority, data: data.data };
}

/** Says that we are still at it. Answers with the claims that are still ours. */
export async function renewClaims({ boss }: JobTools, claims: readonly Claim[]): Promise<Set<string>> {
  return claims.length === 0 ? new Set() : settledIds(await boss.touch(queueName, claims.map(attemptOf)));
}

/** How many wait (another attempt's time not yet come included), and how many are under way anywhere. */
export async function countJobs({ database }: JobTools): Promise<{ queued: number; active: number }> {
  const { rows } = await sql<{ queued: number; active: number }>`
    select count(*) filter (where state < 'active') as queued, count(*) filter (where state = 'active') as active
    from ${jobs} where name = ${queueName}
  `.execute(database);
  return rows[0] ?? { queued: 0, active: 0 };
}

/** What a job is settled by: a claim that was lost is an attempt of long ago, and settles nothing. */
export function attemptOf({ id, retryCount }: Claim): Pick<Job, 'id' | 'retryCount'> {
  return { id, retryCount };
}

/** pg-boss says which jobs a call found, but its types do not. */
export function settledIds(response: object): Set<string> {
  if (!('settled' in response) || !Array.isArray(response.settled)) throw new TypeError('pg-boss did not say which jobs it settled: is it another version than 12.35.0?');
  return new Set(response.settled as string[]);
}
