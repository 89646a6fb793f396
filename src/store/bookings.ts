/**
 * Calls that a look is about to make, and the terms that they begin. They count for looks at other RFCs from before
 * they are made until they are read back from GitHub; without them, looks at the same time would all ask one person.
 */
import { sql } from 'kysely';
import type { RfcId } from './rfc-index.ts';
import type { Database } from './tables.ts';

export interface Booking {
  calls: number;
  /** The term that begins with one of them; null where none does. */
  term: { holder: number; dueAt: string } | null;
}

/** A process that holds a turn and says nothing for so long has lost it; nobody waits longer than the second of these. */
const turnLimits = { idle: '10s', wait: '30s' };

/**
 * Runs `work` in a transaction while nobody else has the installation's turn, in any process. Short work only: nothing
 * that waits for GitHub. It ends with its connection, so that a killed process keeps nobody waiting.
 */
export async function inTurn<Result>(database: Database, installation: number, work: (transaction: Database) => Promise<Result>): Promise<Result> {
  // Under any other level it would not see what the one before it did.
  return await database.transaction().setIsolationLevel('read committed').execute(async (transaction) => {
    // An embedded database has one connection, which a transaction has to itself; and a timer would stop it for good.
    if (transaction.getExecutor().adapter.supportsMultipleConnections !== false) await takeTurn(transaction, installation);
    return await work(transaction);
  });
}

async function takeTurn(transaction: Database, installation: number): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${turnLimits.idle}, true), set_config('lock_timeout', ${turnLimits.wait}, true)`.execute(transaction);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`unpause calls of ${installation}`}, 0))`.execute(transaction);
}

/** Books what is about to be called on an RFC, in the place of what was booked before. */
export async function book(transaction: Database, { repositoryId, number, installation }: RfcId & { installation: number }, { calls, term, at }: Booking & { at: Date }): Promise<void> {
  const columns = { installation, booked_at: at, calls, holder: term?.holder ?? null, due_at: term === null ? null : new Date(term.dueAt) };
  await transaction
    .insertInto('booking')
    .values({ repository_id: repositoryId, number, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'number']).doUpdateSet(columns))
    .execute();
}

/** What was booked is read back, or was not made. */
export async function unbook(database: Database, { repositoryId, number }: RfcId): Promise<void> {
  await database.deleteFrom('booking').where('repository_id', '=', repositoryId).where('number', '=', number).execute();
}

/** Drops what nobody read back for so long: the RFC is out of reach. */
export async function pruneBookings(database: Database, before: Date): Promise<void> {
  await database.deleteFrom('booking').where('booked_at', '<', before).execute();
}
