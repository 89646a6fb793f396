/** What one person does as temporary DRI, for that person alone: no query here is about anybody else. */
import type { Absence } from '../decision/load.ts';
import type { Database } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

/** One term of the person's. */
export interface OwnTerm {
  owner: string;
  repo: string;
  number: number;
  startedAt: Date;
  dueAt: Date;
}

export interface OwnQuery {
  person: number;
  visible: Visible;
}

/** The terms that are under way, the one that is due first at the beginning. */
export async function readOwnTerms(database: Database, { person, visible }: OwnQuery): Promise<OwnTerm[]> {
  const rows = await database
    .selectFrom('term')
    .innerJoin('rfc', (join) => join.onRef('rfc.repository_id', '=', 'term.repository_id').onRef('rfc.number', '=', 'term.number'))
    .select(['rfc.owner', 'rfc.repo', 'rfc.number', 'term.started_at', 'term.due_at'])
    .where('term.holder', '=', person)
    .where('term.ended_at', 'is', null)
    .where(isVisible('term.repository_id', visible))
    .orderBy('term.due_at')
    .orderBy('term.n')
    .execute();
  return rows.map(({ owner, repo, number, started_at, due_at }) => ({ owner, repo, number, startedAt: started_at, dueAt: due_at }));
}

/** How many terms have ended since then. */
export async function countOwnTerms(database: Database, { person, visible, since }: OwnQuery & { since: Date }): Promise<number> {
  const { count } = await database
    .selectFrom('term')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('holder', '=', person)
    .where('ended_at', '>=', since)
    .where(isVisible('repository_id', visible))
    .executeTakeFirstOrThrow();
  return count;
}

/** The absence that is under way, or the next one; null where none is known. */
export async function readOwnAbsence(database: Database, person: number, now: Date): Promise<Absence | null> {
  const row = await database.selectFrom('absence').selectAll().where('person', '=', person).where('until_at', '>', now).orderBy('from_at').executeTakeFirst();
  return row === undefined ? null : { person, from: row.from_at.toISOString(), until: row.until_at.toISOString() };
}
