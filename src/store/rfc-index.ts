/** One row for each RFC that was ever looked at: what the sweep compares, what wakes up, and the record's copy. */
import { sql } from 'kysely';
import { decodeRecord, encodeRecord, type Record as RfcRecord } from '../decision/record.ts';
import type { Database } from './tables.ts';

export interface RfcId {
  repositoryId: number;
  number: number;
}

/** Where on GitHub an RFC is, and by which installation it is reached. */
export interface RfcAddress {
  installation: number;
  owner: string;
  repo: string;
  number: number;
}

export interface RfcRow extends RfcId, RfcAddress {
  kind: 'pull-request' | 'issue';
  isOpen: boolean;
  isRfc: boolean;
  /** Null for an issue. */
  headSha: string | null;
  /** As GitHub writes it; empty where it was so fresh that the next sweep has to look again. */
  updatedAt: string;
  seenAt: Date;
  /** When to look again though nothing happens; null: not before something does. */
  wakeAt: Date | null;
  /** A hash of the rules that the look judged it by: under others it is due for another. */
  rules: string;
  /** What the status comment held when it was last written; null where there is none. */
  record: RfcRecord | null;
}

/** Keeps what a look saw, in place of what an earlier one saw. */
export async function saveRfc(database: Database, row: RfcRow): Promise<void> {
  const columns = {
    owner: row.owner,
    repo: row.repo,
    installation: row.installation,
    kind: row.kind,
    is_open: row.isOpen,
    is_rfc: row.isRfc,
    head_sha: row.headSha,
    updated_at: row.updatedAt,
    seen_at: row.seenAt,
    wake_at: row.wakeAt,
    rules: row.rules,
    record: row.record === null ? null : JSON.stringify(encodeRecord(row.record)),
  };
  await database
    .insertInto('rfc')
    .values({ repository_id: row.repositoryId, number: row.number, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'number']).doUpdateSet(columns))
    .execute();
}

/** Null where it was never looked at. */
export async function readRfc(database: Database, { repositoryId, number }: RfcId): Promise<RfcRow | null> {
  const row = await database.selectFrom('rfc').selectAll().where('repository_id', '=', repositoryId).where('number', '=', number).executeTakeFirst();
  if (row === undefined) return null;
  return {
    repositoryId,
    number,
    installation: row.installation,
    owner: row.owner,
    repo: row.repo,
    kind: row.kind,
    isOpen: row.is_open,
    isRfc: row.is_rfc,
    headSha: row.head_sha,
    updatedAt: row.updated_at,
    seenAt: row.seen_at,
    wakeAt: row.wake_at,
    rules: row.rules,
    record: decodeRecord(row.record),
  };
}

/** What the sweep compares with GitHub's list. */
export interface SeenRfc {
  number: number;
  /** As GitHub wrote it when the RFC was last looked at. */
  updatedAt: string;
  isOpen: boolean;
  isRfc: boolean;
  rules: string;
}

/** Every RFC of a repository that was ever looked at, by its number. */
export async function listRepository(database: Database, repositoryId: number): Promise<Map<number, SeenRfc>> {
  const rows = await database.selectFrom('rfc').select(['number', 'updated_at', 'is_open', 'is_rfc', 'rules']).where('repository_id', '=', repositoryId).execute();
  return new Map(rows.map((row) => [row.number, { number: row.number, updatedAt: row.updated_at, isOpen: row.is_open, isRfc: row.is_rfc, rules: row.rules }]));
}

export interface DueOptions {
  now: Date;
  limit: number;
  /** Milliseconds after which an RFC is due again, should nobody have looked at it by then. */
  leaseFor: number;
}

/**
 * Takes up to `limit` RFCs whose time has come, the longest overdue first. Nobody else gets them before the lease is
 * over; the look that follows sets `wakeAt` anew. One statement on an index of nothing but wake-ups: its cost does
 * not grow with the number of RFCs.
 */
export async function claimDue(database: Database, { now, limit, leaseFor }: DueOptions): Promise<RfcAddress[]> {
  return await database
    .with('due', (due) =>
      due.selectFrom('rfc').select(['repository_id', 'number']).where('wake_at', '<=', now).orderBy('wake_at').limit(limit).forUpdate().skipLocked(),
    )
    .updateTable('rfc')
    .from('due')
    .set({ wake_at: new Date(now.getTime() + leaseFor) })
    .whereRef('rfc.repository_id', '=', 'due.repository_id')
    .whereRef('rfc.number', '=', 'due.number')
    .returning(['rfc.installation', 'rfc.owner', 'rfc.repo', 'rfc.number'])
    .execute();
}

/** Has every open RFC of a repository looked at by `at`, as after a change of its config; never later than planned. */
export async function wakeAll(database: Database, repositoryId: number, at: Date): Promise<void> {
  await database
    .updateTable('rfc')
    .set({ wake_at: sql<Date>`least(wake_at, ${at}::timestamptz)` })
    .where('repository_id', '=', repositoryId)
    .where('is_open', '=', true)
    .execute();
}
