/** The index of RFCs with any number of rows, and what it costs to ask it for what is due. */
import { sql, type RawBuilder } from 'kysely';
import { newRecord } from '../../src/decision/record.ts';
import { silentLog } from '../../src/store/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { claimDue, saveRfc, type RfcRow } from '../../src/store/rfc-index.ts';
import { schemaName } from '../../src/store/schema-names.ts';
import { answerParent, readOptions } from './answer-parent.ts';
import { percentiles, type Percentiles } from './percentiles.ts';
import type { Place } from './stores.ts';

export interface WakeCosts {
  /** Milliseconds of one claim of a hundred that are due. */
  due: Percentiles;
  /** Milliseconds of one claim while nothing is due. */
  nothing: Percentiles;
}

export interface WakeQuestion {
  rows: number;
  claims: number;
}

const batch = 100;
const warmUps = 30;
const origin = Date.parse('2026-01-01T00:00:00Z');
const { databaseUrl, dataDir } = readOptions() as Place;
const store = await openStore({ databaseUrl, dataDir, log: silentLog });

const first: RfcRow = {
  repositoryId: 0,
  number: 1,
  owner: 'acme',
  repo: 'rfcs',
  installation: 7,
  kind: 'pull-request',
  isOpen: true,
  isRfc: true,
  headSha: 'a'.repeat(40),
  updatedAt: '2026-01-01T00:00:00Z',
  seenAt: new Date(origin),
  wakeAt: null,
  rules: 'a'.repeat(64),
  record: newRecord('2026-01-01T00:00:00Z'),
};

/** A row falls due every second from the origin on: `rows` of them, of as many RFCs, otherwise all alike. */
async function fill(rows: number): Promise<void> {
  const { database } = store;
  await database.deleteFrom('rfc').execute();
  await saveRfc(database, first);
  const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_schema = ${schemaName} and table_name = 'rfc'`.execute(database);
  const own: Record<string, RawBuilder<unknown>> = {
    repository_id: sql`1 + i / 1000`,
    number: sql`1 + i % 1000`,
    wake_at: sql`${new Date(origin)}::timestamptz + i * interval '1 second'`,
  };
  await sql`
    insert into ${sql.id(schemaName, 'rfc')} (${sql.join(columns.map(({ name }) => sql.id(name)))})
    select ${sql.join(columns.map(({ name }) => own[name] ?? sql.id('one', name)))} from ${sql.id(schemaName, 'rfc')} as one, generate_series(1, ${sql.lit(rows)}) as i
  `.execute(database);
}

/** What is claimed is due again behind all others, so that there are always as many that wait. */
async function claimAll({ rows, claims }: WakeQuestion): Promise<WakeCosts> {
  await fill(rows);
  const due: number[] = [];
  const nothing: number[] = [];
  for (let turn = 1; turn <= warmUps + claims; turn += 1) {
    const claim = { now: new Date(origin + turn * batch * 1000), limit: batch, leaseFor: rows * 1000 };
    const [some, none] = [await time(claim, batch), await time(claim, 0)];
    if (turn <= warmUps) continue;
    due.push(some);
    nothing.push(none);
  }
  return { due: percentiles(due), nothing: percentiles(nothing) };
}

async function time(claim: Parameters<typeof claimDue>[1], expected: number): Promise<number> {
  const began = performance.now();
  const claimed = await claimDue(store.database, claim);
  const took = performance.now() - began;
  if (claimed.length !== expected) throw new Error(`${claimed.length} were due, expected ${expected}`);
  return took;
}

answerParent(claimAll, async () => {
  await store.close();
});
