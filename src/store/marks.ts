/** What RFCs are about, to be counted: the domain they were decided in, the principles they cite, and the tensions reported with them. */
import { sql } from 'kysely';
import type { LogEntry } from '../decision/log/entry.ts';
import { decodeRecord } from '../decision/record.ts';
import type { Record as RfcRecord } from '../decision/record-schema.ts';
import type { RfcId } from './rfc-index.ts';
import type { Database, MarkTable } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

export type Mark = Pick<MarkTable, 'kind' | 'name'>;

/** Of one RFC, each once. */
export function marksOf(entries: readonly LogEntry[], record: RfcRecord | null): Mark[] {
  const domains = entries.flatMap(({ domain }) => domain ?? []);
  const principles = [...entries.flatMap((entry) => entry.principles), ...(record?.citations ?? []).map(({ principle }) => principle)];
  const tensions = (record?.tensions ?? []).map(({ principle }) => principle);
  return [...marksFor('domain', domains), ...marksFor('principle', principles), ...marksFor('tension', tensions)];
}

function marksFor(kind: Mark['kind'], names: readonly string[]): Mark[] {
  return [...new Set(names.map((name) => name.replaceAll('\0', '')))].map((name) => ({ kind, name }));
}

/** Puts them in the place of those that were kept of this RFC; mostly they are the same. */
export async function keepMarks(database: Database, id: RfcId, marks: readonly Mark[]): Promise<void> {
  const { repositoryId: repository_id, number } = id;
  const ofRfc = { repository_id, number };
  const kept = await database.selectFrom('mark').select(['kind', 'name']).where((where) => where.and(ofRfc)).execute();
  const [before, now] = [new Set(kept.map(nameOf)), new Set(marks.map(nameOf))];
  const [gone, come] = [kept.filter((mark) => !now.has(nameOf(mark))), marks.filter((mark) => !before.has(nameOf(mark)))];
  if (gone.length === 0 && come.length === 0) return;
  await database.transaction().execute(async (transaction) => {
    const removed: Mark[] = [];
    for (const mark of gone) removed.push(...(await transaction.deleteFrom('mark').where((where) => where.and({ ...ofRfc, ...mark })).returning(['kind', 'name']).execute()));
    const rows = come.map((mark) => ({ ...ofRfc, ...mark }));
    const added = rows.length === 0 ? [] : await transaction.insertInto('mark').values(rows).onConflict((conflict) => conflict.doNothing()).returning(['kind', 'name']).execute();
    // By what was really removed and added: another look at the same RFC may have been quicker.
    await addCounts(transaction, repository_id, [...removed.map((mark) => ({ ...mark, count: -1 })), ...added.map((mark) => ({ ...mark, count: 1 }))]);
  });
}

function nameOf({ kind, name }: Mark): string {
  return `${kind} ${name}`;
}

/** Always in the same order, so that two transactions never wait for each other. */
async function addCounts(transaction: Database, repositoryId: number, changes: readonly (Mark & { count: number })[]): Promise<void> {
  for (const { kind, name, count } of changes.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))) {
    await transaction
      .insertInto('mark_count')
      .values({ repository_id: repositoryId, kind, name, count })
      .onConflict((conflict) => conflict.columns(['repository_id', 'kind', 'name']).doUpdateSet({ count: sql<number>`${sql.ref('mark_count.count')} + ${count}` }))
      .execute();
  }
}

export interface MarkCount extends Mark {
  repositoryId: number;
  count: number;
}

/** On how many RFCs each is, in each repository. */
export async function countMarks(database: Database, visible: Visible, kinds: readonly Mark['kind'][]): Promise<MarkCount[]> {
  return await database
    .selectFrom('mark_count')
    .select(['kind', 'name', 'repository_id as repositoryId', 'count'])
    .where('kind', 'in', [...kinds])
    .where('count', '>', 0)
    .where(isVisible('repository_id', visible))
    .execute();
}

export interface MarkedRfc extends RfcId {
  owner: string;
  repo: string;
  record: RfcRecord | null;
}

/** The RFCs that carry a mark of this kind, the highest numbers first. */
export async function findMarked(database: Database, visible: Visible, { kind, limit }: { kind: Mark['kind']; limit: number }): Promise<MarkedRfc[]> {
  // Records are wide: those of the few that are shown are read, and no others.
  const rows = await database
    .selectFrom((from) =>
      from.selectFrom('mark').select(['repository_id', 'number']).distinct().where('kind', '=', kind).where(isVisible('repository_id', visible)).orderBy('number', 'desc').orderBy('repository_id').limit(limit).as('found'),
    )
    .innerJoin('rfc', (join) => join.onRef('rfc.repository_id', '=', 'found.repository_id').onRef('rfc.number', '=', 'found.number'))
    .select(['found.repository_id', 'found.number', 'rfc.owner', 'rfc.repo', 'rfc.record'])
    .orderBy('found.number', 'desc')
    .orderBy('found.repository_id')
    .execute();
  return rows.map(({ repository_id: repositoryId, number, owner, repo, record }) => ({ repositoryId, number, owner, repo, record: decodeRecord(record) }));
}
