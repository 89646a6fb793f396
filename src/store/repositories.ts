/** The repositories an installation reaches, by GitHub's id: it stays when a repository is renamed or moved. */
import { sql, type Selectable } from 'kysely';
import type { Database, RepositoryTable } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

export interface RepositoryRow {
  repositoryId: number;
  owner: string;
  name: string;
  installation: number;
  /** `refused`: GitHub answered 403, 404 or 451, or the App was taken off it; it is left alone until an event comes from it. */
  state: 'active' | 'refused';
  /** Why it is left alone; null while it is not. */
  reason: string | null;
  lastSweptAt: Date | null;
}

export type RepositoryAddress = Pick<RepositoryRow, 'repositoryId' | 'owner' | 'name' | 'installation'>;

/** Adds a repository, or takes in its new name and installation, in every row that says them; it is active again. */
export async function saveRepository(database: Database, address: RepositoryAddress): Promise<void> {
  const { repositoryId, owner, name, installation } = address;
  const known = await readRepository(database, repositoryId);
  // Every look comes by here, and mostly nothing is new.
  if (known?.state === 'active' && known.owner === owner && known.name === name && known.installation === installation) return;
  const columns = { owner, name, installation, state: 'active' as const, reason: null, refused_at: null };
  await database
    .insertInto('repository')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
  await database
    .updateTable('rfc')
    .set({ owner, repo: name, installation })
    .where('repository_id', '=', repositoryId)
    .where((where) => where.or([where('owner', '<>', owner), where('repo', '<>', name), where('installation', '<>', installation)]))
    .execute();
}

/**
 * Leaves a repository alone: no sweep and no wake-up, until `saveRepository` is called for it. As its RFCs have nothing
 * to wake them then, the first sweep after that takes each of them for one that was judged by other rules. Since when it
 * is left alone stays as it was first said.
 */
export async function refuseRepository(database: Database, repositoryId: number, { reason, at }: { reason: string; at: Date }): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('repository')
      .set((make) => ({ state: 'refused', reason, refused_at: make.fn.coalesce('refused_at', make.val(at)) }))
      .where('repository_id', '=', repositoryId)
      .execute();
    await transaction.updateTable('rfc').set({ wake_at: null, rules: '' }).where('repository_id', '=', repositoryId).execute();
  });
}

export async function markSwept(database: Database, repositoryId: number, at: Date): Promise<void> {
  await database.updateTable('repository').set({ last_swept_at: at }).where('repository_id', '=', repositoryId).execute();
}

/** Null where no such repository is known. */
export async function readRepository(database: Database, repositoryId: number): Promise<RepositoryRow | null> {
  const row = await database.selectFrom('repository').selectAll().where('repository_id', '=', repositoryId).executeTakeFirst();
  return row === undefined ? null : toRepository(row);
}

/** By the name that it has now, in any case, as GitHub's addresses are; null where there is none that may be seen. */
export async function findRepositoryNamed(database: Database, visible: Visible, { owner, name }: { owner: string; name: string }): Promise<RepositoryRow | null> {
  const row = await database
    .selectFrom('repository')
    .selectAll()
    .where(({ eb, fn }) => eb(fn('lower', ['owner']), '=', owner.toLowerCase()))
    .where(({ eb, fn }) => eb(fn('lower', ['name']), '=', name.toLowerCase()))
    .where(isVisible('repository_id', visible))
    // A name that was given up and taken anew is that of the repository which is reached by it.
    .orderBy('state')
    .orderBy('repository_id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toRepository(row);
}

/** Those of them that their name leads to; where another repository has that name by now, it leads there. */
export async function reachedByName(database: Database, visible: Visible, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const names = database.selectFrom('repository').select([sql`lower(owner)`.as('owner'), sql`lower(name)`.as('name')]).where(isVisible('repository_id', ids));
  const rows = await database
    .selectFrom('repository')
    .select('repository_id')
    .distinctOn(sql`lower(owner), lower(name)`)
    .where(isVisible('repository_id', visible))
    .where(sql<boolean>`(lower(owner), lower(name)) in ${names}`)
    .orderBy(sql`lower(owner), lower(name)`)
    // As `findRepositoryNamed` has it.
    .orderBy('state')
    .orderBy('repository_id', 'desc')
    .execute();
  return new Set(rows.map(({ repository_id: id }) => id));
}

/** Those of one installation, or all; the ones whose last sweep is longest ago, or that never had one, come first. */
export async function listRepositories(database: Database, installation: number | null = null): Promise<RepositoryRow[]> {
  const rows = await database
    .selectFrom('repository')
    .selectAll()
    .$if(installation !== null, (query) => query.where('installation', '=', installation ?? 0))
    .orderBy('last_swept_at', (order) => order.asc().nullsFirst())
    .orderBy('repository_id')
    .execute();
  return rows.map(toRepository);
}

/** All that is kept of one repository alone. Terms and calls count for fairness elsewhere too, and are pruned by their age. */
const ofRepository = ['rfc', 'config', 'course', 'open_rfc', 'awaited', 'mark', 'mark_count', 'decision', 'decision_revision', 'principle_review', 'chat_post', 'booking', 'repository'] as const;

/** Forgets each repository that is left alone since before a moment, with all that is kept of it; gives their names. */
export async function forgetRefused(database: Database, before: Date): Promise<string[]> {
  return await database.transaction().execute(async (transaction) => {
    // Locked, so that one which comes back meanwhile is either kept whole or begun anew.
    const refused = await transaction.selectFrom('repository').select(['repository_id', 'owner', 'name']).where('state', '=', 'refused').where('refused_at', '<', before).forUpdate().execute();
    const ids = refused.map(({ repository_id: id }) => id);
    if (ids.length > 0) for (const table of ofRepository) await transaction.deleteFrom(table).where(isVisible('repository_id', ids)).execute();
    return refused.map(({ owner, name }) => `${owner}/${name}`);
  });
}

function toRepository(row: Selectable<RepositoryTable>): RepositoryRow {
  return {
    repositoryId: row.repository_id,
    owner: row.owner,
    name: row.name,
    installation: row.installation,
    state: row.state,
    reason: row.reason,
    lastSweptAt: row.last_swept_at,
  };
}
