/** Looks that were given up on, with the reason, until a look at the same thing succeeds. */
import type { Database } from './tables.ts';

export interface DeadLetter {
  /** What was to be looked at. */
  key: string;
  /** Why the last attempt failed. */
  reason: string;
  attempts: number;
  failedAt: Date;
  data: unknown;
}

/** Keeps a dead letter in place of an earlier one of the same key. */
export async function keepDeadLetter(database: Database, { key, reason, attempts, failedAt, data }: DeadLetter): Promise<void> {
  const columns = { reason, attempts, failed_at: failedAt, data: JSON.stringify(data) };
  await database
    .insertInto('dead_letter')
    .values({ key, ...columns })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
    .execute();
}

export async function countDeadLetters(database: Database): Promise<number> {
  const { count } = await database.selectFrom('dead_letter').select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return count;
}

/** The latest first. */
export async function listDeadLetters(database: Database, limit = 100): Promise<DeadLetter[]> {
  const rows = await database.selectFrom('dead_letter').selectAll().orderBy('failed_at', 'desc').orderBy('key').limit(limit).execute();
  return rows.map(({ key, reason, attempts, failed_at, data }) => ({ key, reason, attempts, failedAt: failed_at, data }));
}

/** Forgets what failed before and has now been looked at. */
export async function dropDeadLetters(database: Database, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await database.deleteFrom('dead_letter').where('key', 'in', keys).execute();
}
