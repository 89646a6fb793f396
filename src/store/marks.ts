/** What RFCs are about, to be counted: the domain they were decided in, the principles they cite, and the tensions reported with them. */
import { sql } from 'kysely';
import type { LogEntry } from '../decision/log/entry.ts';
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
export async function keepMarks(database: Database, { repositoryId, number }: RfcId, marks: readonly Mark[]): Promise<void> {
  const kept = await database.selectFrom('mark').select(['kind', 'name']).where('repository_id', '=', repositoryId).where('number', '=', number).execute();
  const nameOf = ({ kind, name }: Mark): string => `${kind} ${name}`;
  const [before, now] = [new Set(kept.map(nameOf)), new Set(marks.map(nameOf))];
  if (before.size === now.size && [...now].every((name) => before.has(name))) return;
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('mark').where('repository_id', '=', repositoryId).where('number', '=', number).execute();
    if (marks.length > 0) await transaction.insertInto('mark').values(marks.map((mark) => ({ repository_id: repositoryId, number, ...mark }))).execute();
  });
}

export interface MarkCount extends Mark {
  repositoryId: number;
  count: number;
}

/** On how many RFCs each is, in each repository. */
export async function countMarks(database: Database, visible: Visible, kinds: readonly Mark['kind'][]): Promise<MarkCount[]> {
  return await database
    .selectFrom('mark')
    .select(({ fn }) => ['kind', 'name', 'repository_id as repositoryId', fn.countAll<number>().as('count')])
    .where('kind', 'in', [...kinds])
    .where(isVisible('repository_id', visible))
    .groupBy(['kind', 'name', 'repository_id'])
    .execute();
}

/** The RFCs that carry a mark, the newest numbers first. */
export async function findMarked(database: Database, visible: Visible, { kind, limit }: { kind: Mark['kind']; limit: number }): Promise<RfcId[]> {
  return await database
    .selectFrom('mark')
    .select(['repository_id as repositoryId', 'number'])
    .distinct()
    .where('kind', '=', kind)
    .where(isVisible('repository_id', visible))
    .orderBy(sql`number`, 'desc')
    .orderBy('repository_id')
    .limit(limit)
    .execute();
}
