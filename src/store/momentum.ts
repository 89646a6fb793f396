/** People's work as temporary DRI, their absences, and the calls made: what the choice of the next one rests on. */
import { remembered } from '../decision/dri-load.ts';
import type { Absence, Load, OtherTerm } from '../decision/load.ts';
import type { Term } from '../decision/record-schema.ts';
import { pruneBookings } from './bookings.ts';
import type { RfcId } from './rfc-index.ts';
import type { Database } from './tables.ts';

/** So many terms of an installation are read at most, the newest: more than any pool takes turns in that time. */
const mostTerms = 5_000;
/** Calls are only counted for today. In milliseconds. */
const callsKept = 30 * 24 * 3600 * 1000;

/** Puts the terms of one RFC's record in the place of those that are kept of it. Two statements: for a transaction. */
export async function keepTerms(transaction: Database, { repositoryId, number }: RfcId, { installation, terms }: { installation: number; terms: readonly Term[] }): Promise<void> {
  await transaction.deleteFrom('term').where('repository_id', '=', repositoryId).where('number', '=', number).execute();
  if (terms.length === 0) return;
  const rows = terms.map(({ n, holder, startedAt, dueAt, ended, how }) => ({
    repository_id: repositoryId,
    number,
    n,
    installation,
    holder: holder.id,
    started_at: new Date(startedAt),
    due_at: new Date(dueAt),
    ended_at: ended === null ? null : new Date(ended.at),
    is_volunteered: how === 'taken',
  }));
  await transaction.insertInto('term').values(rows).execute();
}

/** Notes calls, each once. */
export async function keepCalls(database: Database, repositoryId: number, calls: readonly { commentId: number; at: string }[]): Promise<void> {
  if (calls.length === 0) return;
  await database
    .insertInto('call')
    .values(calls.map(({ commentId, at }) => ({ repository_id: repositoryId, comment_id: commentId, called_at: new Date(at) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps that somebody is away; who is away already until another day is away until this one. */
export async function keepAbsence(database: Database, { person, from, until }: Absence): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await endAbsence(transaction, person, new Date(from));
    await transaction
      .insertInto('absence')
      .values({ person, from_at: new Date(from), until_at: new Date(until) })
      .onConflict((conflict) => conflict.columns(['person', 'from_at']).doUpdateSet({ until_at: new Date(until) }))
      .execute();
  });
}

/** Somebody is back: what was planned beyond `at` is over. */
export async function endAbsence(database: Database, person: number, at: Date): Promise<void> {
  await database.updateTable('absence').set({ until_at: at }).where('person', '=', person).where('from_at', '<=', at).where('until_at', '>', at).execute();
}

export interface LoadQuery extends RfcId {
  installation: number;
  now: Date;
  /** When today began in the repository's zone. */
  today: Date;
}

/**
 * What an installation knows of everybody's work on other RFCs; `callsToday` are those of the repository. What is kept
 * here has begun, even where the clock that it was dated by is ahead of ours.
 */
export async function readLoad(database: Database, query: LoadQuery): Promise<Load> {
  const since = new Date(query.now.getTime() - remembered);
  // One after the other: in a transaction they share a connection, which takes one at a time.
  const terms = await readTerms(database, query, since);
  const absences = await database.selectFrom('absence').selectAll().where('until_at', '>', since).orderBy('from_at').execute();
  return {
    terms: terms.toReversed().map((row): OtherTerm => ({
      holder: row.holder,
      startedAt: new Date(Math.min(row.started_at.getTime(), query.now.getTime())).toISOString(),
      dueAt: row.due_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      isVolunteered: row.is_volunteered,
    })),
    absences: absences.map((row): Absence => ({ person: row.person, from: row.from_at.toISOString(), until: row.until_at.toISOString() })),
    callsToday: await countCalls(database, query),
  };
}

/** The newest first. Those that are booked too, in one statement: what another look reads back meanwhile is there once. */
async function readTerms(database: Database, { repositoryId, number, installation }: LoadQuery, since: Date) {
  return await database
    .selectFrom('term')
    .select(['holder', 'started_at', 'due_at', 'ended_at', 'is_volunteered'])
    .where('installation', '=', installation)
    .where((where) => where.or([where('ended_at', 'is', null), where('started_at', '>', since)]))
    .where((where) => where.not(where.and([where('repository_id', '=', repositoryId), where('number', '=', number)])))
    .unionAll((booked) =>
      booked
        .selectFrom('booking')
        .select((make) => [
          make.ref('holder').$notNull().as('holder'),
          make.ref('booked_at').as('started_at'),
          make.ref('due_at').$notNull().as('due_at'),
          make.cast<Date | null>(make.val(null), 'timestamptz').as('ended_at'),
          make.cast<boolean>(make.val(false), 'boolean').as('is_volunteered'),
        ])
        .where('installation', '=', installation)
        .where('holder', 'is not', null)
        .where((where) => where.not(where.and([where('repository_id', '=', repositoryId), where('number', '=', number)]))),
    )
    .orderBy('started_at', 'desc')
    .limit(mostTerms)
    .execute();
}

/** Those that are booked for other RFCs too, in one statement, as above. */
async function countCalls(database: Database, { repositoryId, number, today }: LoadQuery): Promise<number> {
  const { made, booked } = await database
    .selectNoFrom((select) => [
      select.selectFrom('call').select(({ fn }) => fn.countAll<number>().as('count')).where('repository_id', '=', repositoryId).where('called_at', '>=', today).$asScalar().$notNull().as('made'),
      select
        .selectFrom('booking')
        .select((make) => make.fn.coalesce(make.fn.sum<number>('calls'), make.val(0)).as('count'))
        .where('repository_id', '=', repositoryId)
        .where('number', '!=', number)
        .where('booked_at', '>=', today)
        .$asScalar()
        .$notNull()
        .as('booked'),
    ])
    .executeTakeFirstOrThrow();
  return made + booked;
}

/** Drops what is older than anything that still weighs. */
export async function pruneMomentum(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - remembered);
  await database.deleteFrom('term').where('ended_at', '<', before).execute();
  await database.deleteFrom('absence').where('until_at', '<', before).execute();
  await database.deleteFrom('call').where('called_at', '<', new Date(now.getTime() - callsKept)).execute();
  await pruneBookings(database, before);
}
