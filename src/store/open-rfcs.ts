/** The open RFCs as the pages list them: by what they wait for, by when their period ends, and by who can move them on. */
import { sql, type Expression, type SqlBool } from 'kysely';
import type { PauseKind } from '../config/schema-pause.ts';
import type { Progress } from '../decision/ladder/progress.ts';
import type { AwaitedFor, OpenRfc } from '../decision/open-rfc.ts';
import type { RfcId } from './rfc-index.ts';
import type { Database, OpenFacts } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

export interface OpenRfcRow extends RfcId, OpenFacts {
  /** The repository's, as they are now. */
  owner: string;
  repo: string;
  domain: string | null;
  /** When its decision period ends as things are. */
  closesAt: Date | null;
  /** By what the list is ordered. */
  at: Date;
}

/** Where a list goes on: behind this row. */
export interface After extends RfcId {
  at: Date;
}

export interface OpenQuery {
  visible: Visible;
  domain: string | null;
  /** `none`: those that wait for nobody. Null: all. */
  pause: PauseKind | 'none' | null;
  after: After | null;
  limit: number;
}

/** Puts what a look saw in the place of what an earlier one saw; null where there is nothing left to decide. */
export async function keepOpenRfc(database: Database, id: RfcId, rfc: OpenRfc | null): Promise<void> {
  const columns = rfc === null ? null : columnsOf(rfc);
  // Most looks see nothing new, and what is not written leaves nothing to clean up.
  if (await isKept(database, id, columns)) return;
  await database.transaction().execute(async (transaction) => {
    await dropOpenRfc(transaction, id);
    if (rfc === null || columns === null) return;
    await transaction.insertInto('open_rfc').values({ repository_id: id.repositoryId, number: id.number, ...columns }).execute();
    if (rfc.awaited.length === 0) return;
    const awaited = rfc.awaited.map((each) => ({ repository_id: id.repositoryId, number: id.number, person: each.person, reason: each.for }));
    await transaction.insertInto('awaited').values(awaited).execute();
  });
}

/** Two statements, for a transaction. */
async function dropOpenRfc(transaction: Database, { repositoryId, number }: RfcId): Promise<void> {
  for (const table of ['open_rfc', 'awaited'] as const) {
    await transaction.deleteFrom(table).where('repository_id', '=', repositoryId).where('number', '=', number).execute();
  }
}

function columnsOf(rfc: OpenRfc) {
  const { progress, awaited, ...facts } = rfc;
  const openedAt = new Date(rfc.openedAt);
  return {
    opened_at: openedAt,
    domain: progress.domain,
    pause: rfc.pause?.kind ?? null,
    since: rfc.pause === null ? openedAt : new Date(rfc.pause.since),
    closes_at: progress.closesAt === null ? null : new Date(progress.closesAt),
    // Whom it waits for is in it too, so that one comparison tells whether anything changed.
    facts: JSON.stringify({ ...facts, rung: progress.rung, awaited }),
    progress: JSON.stringify(progress),
  };
}

async function isKept(database: Database, { repositoryId, number }: RfcId, columns: ReturnType<typeof columnsOf> | null): Promise<boolean> {
  const kept = await database
    .selectFrom('open_rfc')
    .select([sql<string>`facts::text`.as('facts'), sql<string>`progress::text`.as('progress')])
    .where('repository_id', '=', repositoryId)
    .where('number', '=', number)
    .executeTakeFirst();
  return columns === null ? kept === undefined : kept?.facts === columns.facts && kept.progress === columns.progress;
}

export interface OpenCount {
  pause: PauseKind | null;
  count: number;
}

/** How many wait for what. */
export async function countOpen(database: Database, { visible, domain }: Pick<OpenQuery, 'visible' | 'domain'>): Promise<OpenCount[]> {
  return await database
    .selectFrom('open_rfc')
    .select(({ fn }) => ['pause', fn.countAll<number>().as('count')])
    .where(isVisible('repository_id', visible))
    .$if(domain !== null, (query) => query.where('domain', '=', domain))
    .groupBy('pause')
    .execute();
}

/** Those that wait longest first. */
export async function findOpen(database: Database, { visible, domain, pause, after, limit }: OpenQuery): Promise<OpenRfcRow[]> {
  const rows = await listed(database, 'since', { visible, after })
    .$if(domain !== null, (query) => query.where('open_rfc.domain', '=', domain))
    .$if(pause === 'none', (query) => query.where('open_rfc.pause', 'is', null))
    .$if(pause !== null && pause !== 'none', (query) => query.where('open_rfc.pause', '=', pause as PauseKind))
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** Those whose period ends next first; what ended already is not closing any more. */
export async function findClosing(database: Database, { visible, from, after, limit }: Pick<OpenQuery, 'visible' | 'after' | 'limit'> & { from: Date }): Promise<OpenRfcRow[]> {
  return (await listed(database, 'closes_at', { visible, after }).where('open_rfc.closes_at', '>=', from).limit(limit).execute()).map(toRow);
}

export interface WaitingRow extends OpenRfcRow {
  reasons: readonly AwaitedFor[];
}

/** Those that one person can move on, the longest waiting first. */
export async function findWaiting(database: Database, { visible, person, after, limit }: Pick<OpenQuery, 'visible' | 'after' | 'limit'> & { person: number }): Promise<WaitingRow[]> {
  const rows = await listed(database, 'since', { visible, after })
    .innerJoin(
      (from) => from.selectFrom('awaited').select(['repository_id', 'number', sql<AwaitedFor[]>`json_agg(reason order by reason)`.as('reasons')]).where('person', '=', person).groupBy(['repository_id', 'number']).as('mine'),
      (join) => join.onRef('mine.repository_id', '=', 'open_rfc.repository_id').onRef('mine.number', '=', 'open_rfc.number'),
    )
    .select('mine.reasons')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toRow(row), reasons: row.reasons }));
}

/** One of them with how far it has come; null where there is none, or where it is not to be seen. */
export async function readOpenRfc(database: Database, visible: Visible, { repositoryId, number }: RfcId): Promise<(OpenRfcRow & { progress: Progress }) | null> {
  const row = await listed(database, 'since', { visible, after: null })
    .select('open_rfc.progress')
    .where('open_rfc.repository_id', '=', repositoryId)
    .where('open_rfc.number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : { ...toRow(row), progress: row.progress };
}

function listed(database: Database, order: 'since' | 'closes_at', { visible, after }: Pick<OpenQuery, 'visible' | 'after'>) {
  return database
    .selectFrom('open_rfc')
    .innerJoin('repository', 'repository.repository_id', 'open_rfc.repository_id')
    .select(['open_rfc.repository_id', 'open_rfc.number', 'repository.owner', 'repository.name', 'open_rfc.domain', 'open_rfc.closes_at', 'open_rfc.facts'])
    .select(sql<Date>`${sql.ref(`open_rfc.${order}`)}`.as('at'))
    .where(isVisible('open_rfc.repository_id', visible))
    .where(after === null ? sql<SqlBool>`true` : isAfter(order, after))
    .orderBy(`open_rfc.${order}`)
    .orderBy('open_rfc.repository_id')
    .orderBy('open_rfc.number');
}

/** One comparison of rows, which an index of the same columns answers. */
function isAfter(order: string, { at, repositoryId, number }: After): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`open_rfc.${order}`)}, open_rfc.repository_id, open_rfc.number) > (${at}::timestamptz, ${repositoryId}::bigint, ${number}::integer)`;
}

interface Selected {
  repository_id: number;
  number: number;
  owner: string;
  name: string;
  domain: string | null;
  closes_at: Date | null;
  facts: OpenFacts;
  at: Date;
}

function toRow({ repository_id: repositoryId, number, owner, name, domain, closes_at: closesAt, facts, at }: Selected): OpenRfcRow {
  return { ...facts, repositoryId, number, owner, repo: name, domain, closesAt, at };
}
