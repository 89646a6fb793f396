/** Clicks on GitHub that are not done yet: GitHub tells of one once, and keeps it nowhere. */
import type { ClickRequest } from '../decision/snapshot.ts';
import type { Database } from './tables.ts';

/** Where it was clicked: GitHub folds the case of names, and so does this. */
export interface ClickPlace {
  owner: string;
  repo: string;
  number: number;
}

/** Keeps a click. The same delivery a second time changes nothing, also when the click is done already. */
export async function keepClick(database: Database, place: ClickPlace, click: ClickRequest & { createdAt: Date }): Promise<void> {
  await database
    .insertInto('click')
    .values({ id: click.id, repository: repositoryOf(place), number: place.number, kind: click.kind, sha: click.sha, by_id: click.by?.id ?? null, by_login: click.by?.login ?? null, created_at: click.createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was asked for at one RFC and is not done, the oldest first. */
export async function pendingClicks(database: Database, place: ClickPlace): Promise<ClickRequest[]> {
  const rows = await database
    .selectFrom('click')
    .select(['id', 'kind', 'sha', 'by_id', 'by_login'])
    .where('repository', '=', repositoryOf(place))
    .where('number', '=', place.number)
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ by_id: id, by_login: login, ...click }) => ({ ...click, ...(id !== null && login !== null && { by: { id, login } }) }));
}

/** Says that clicks are done. They are remembered until `pruneClicks`: a delivery may come again. */
export async function markClicksDone(database: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await database.updateTable('click').set({ done_at: at }).where('id', 'in', ids).where('done_at', 'is', null).execute();
}

/** Drops clicks from before `before`, done or not: nobody waits for them any more. */
export async function pruneClicks(database: Database, before: Date): Promise<void> {
  await database.deleteFrom('click').where('created_at', '<', before).execute();
}

function repositoryOf({ owner, repo }: ClickPlace): string {
  return `${owner}/${repo}`.toLowerCase();
}
