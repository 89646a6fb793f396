/** How a look's job ends: done, tried again, given up on, or handed to somebody else. */
import { sql } from 'kysely';
import { fromKysely, type JobWithMetadata } from 'pg-boss';
import { dropDeadLetters, keepDeadLetter, type DeadLetter } from './dead-letters.ts';
import { addedChannel, attemptOf, jobs, queueName, settledIds, sortByKey, toClaim, toJob, type Claim, type JobTools } from './look-jobs.ts';
import type { QueueTimes } from './queue-times.ts';
import type { Database } from './tables.ts';

/** Looks that succeeded: nothing of them stays, nor of earlier failures, nor another attempt that waits. */
export async function settleDone({ boss, database }: JobTools, claims: readonly Claim[]): Promise<void> {
  const keys = claims.map(({ key }) => key);
  await database.transaction().execute(async (transaction) => {
    await boss.deleteJob(queueName, claims.map(attemptOf), { db: fromKysely(transaction) });
    await sql`
      delete from ${jobs}
      where name = ${queueName} and state = 'retry' and policy = 'stately' and coalesce(singleton_key, '') = any(${keys}::text[])
    `.execute(transaction);
    await dropDeadLetters(transaction, keys);
  });
}

/**
 * A look that failed: it waits for another attempt, or becomes a dead letter, which is the answer. Where an attempt
 * waits already, that one is enough.
 */
export async function settleFailed({ boss, database, times }: JobTools, claim: Claim, reason: string): Promise<DeadLetter | null> {
  return await database.transaction().execute(async (transaction) => {
    const db = fromKysely(transaction);
    if (claim.retryCount >= claim.retryLimit) {
      const settled = settledIds(await boss.deleteJob(queueName, [attemptOf(claim)], { db }));
      return settled.has(claim.id) ? await bury(transaction, claim, { reason, times }) : null;
    }
    await boss.fail(queueName, [attemptOf(claim)], { reason }, { db });
    await sql`delete from ${jobs} where name = ${queueName} and id = ${claim.id}::uuid and state = 'failed'`.execute(transaction);
    return null;
  });
}

/** Looks that were cut short through no fault of their own: they wait again, at once or until `startAfter`, with the attempts they had. */
export async function giveBack(tools: JobTools, claims: readonly Claim[], startAfter?: Date): Promise<void> {
  if (claims.length === 0) return;
  await tools.database.transaction().execute(async (transaction) => {
    await reopen(tools, transaction, claims.map((claim) => ({ ...claim, ...(startAfter && { startAfter }), retryLimit: claim.retryLimit - claim.retryCount })));
  });
}

/**
 * Takes the looks of processes that are gone and has them wait again; the cut-off attempt counts, so that a look
 * that ends its process ends somewhere. `silentFor` is in milliseconds; with 0 every claim is one of a process gone.
 */
export async function recoverLost(tools: JobTools, silentFor: number): Promise<{ recovered: number; dead: DeadLetter[] }> {
  const reason = 'The process that looked ended, or lost its database, before it was done.';
  return await tools.database.transaction().execute(async (transaction) => {
    const { rows } = await sql<JobWithMetadata<{ data: unknown }>>`
      select id, data, priority, retry_count as "retryCount", retry_limit as "retryLimit", singleton_key as "singletonKey" from ${jobs}
      where name = ${queueName} and state = 'active' and group_id is not null
        and heartbeat_on <= now() - ${silentFor} * interval '1 millisecond'
      limit 1000 for update skip locked
    `.execute(transaction);
    const lost = rows.map(toClaim).map((claim) => ({ ...claim, retryLimit: claim.retryLimit - claim.retryCount - 1 }));
    const dead: DeadLetter[] = [];
    for (const claim of lost.filter(({ retryLimit }) => retryLimit < 0)) {
      await tools.boss.deleteJob(queueName, [attemptOf(claim)], { db: fromKysely(transaction) });
      dead.push(await bury(transaction, { ...claim, retryLimit: claim.retryCount }, { reason, times: tools.times }));
    }
    await reopen(tools, transaction, lost.filter(({ retryLimit }) => retryLimit >= 0));
    return { recovered: lost.length - dead.length, dead };
  });
}

/** Back among those that wait, with `retryLimit` attempts after the next; into one that waits already, if there is. */
async function reopen({ boss, times }: JobTools, transaction: Database, claims: readonly (Claim & { startAfter?: Date })[]): Promise<void> {
  if (claims.length === 0) return;
  const db = fromKysely(transaction);
  const settled = settledIds(await boss.deleteJob(queueName, claims.map(attemptOf), { db }));
  const ours = claims.filter(({ id }) => settled.has(id));
  await boss.insert(queueName, sortByKey(ours).map((claim) => toJob(claim, claim.retryLimit, times)), { db });
  await sql`select pg_notify(${addedChannel}, '')`.execute(transaction);
}

async function bury(transaction: Database, claim: Claim, { reason, times }: { reason: string; times: QueueTimes }): Promise<DeadLetter> {
  const attempts = times.attempts - (claim.retryLimit - claim.retryCount);
  const letter = { key: claim.key, reason, attempts, failedAt: new Date(), data: claim.data };
  await keepDeadLetter(transaction, letter);
  return letter;
}
