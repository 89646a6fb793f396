/** Questions about principles, as the log of a repository shows them. Derived from Unpause's own issues, which a look reads. */
import type { PrincipleReview } from '../decision/stewards/principle-reviews.ts';
import type { Database } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

/** Puts what a look saw in the place of what is kept of a repository, where that is something else. */
export async function keepReviews(database: Database, repositoryId: number, reviews: readonly PrincipleReview[]): Promise<void> {
  const kept = await findReviews(database, { repositories: [repositoryId] });
  if (JSON.stringify(kept.map(factsOf).sort(byNumber)) === JSON.stringify(reviews.map(factsOf).sort(byNumber))) return;
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('principle_review').where('repository_id', '=', repositoryId).execute();
    if (reviews.length === 0) return;
    const rows = reviews.map(({ principle, number, url, askedAt, closedAt, ending }) => ({
      repository_id: repositoryId,
      number,
      principle,
      url,
      asked_at: new Date(askedAt),
      closed_at: closedAt === null ? null : new Date(closedAt),
      ending,
    }));
    await transaction.insertInto('principle_review').values(rows).execute();
  });
}

/** As numbers, since the same instant is written in more than one way. */
function factsOf({ number, principle, url, askedAt, closedAt, ending }: PrincipleReview) {
  return { number, principle, url, askedAt: Date.parse(askedAt), closedAt: closedAt === null ? null : Date.parse(closedAt), ending };
}

function byNumber(one: { number: number }, other: { number: number }): number {
  return one.number - other.number;
}

export interface KeptReview extends PrincipleReview {
  repositoryId: number;
}

/** Those of the repositories that may be seen, the newest first. */
export async function findReviews(database: Database, { repositories }: { repositories: Visible }): Promise<KeptReview[]> {
  const rows = await database
    .selectFrom('principle_review')
    .selectAll()
    .where(isVisible('repository_id', repositories))
    .orderBy('asked_at', 'desc')
    .orderBy('repository_id')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    repositoryId: row.repository_id,
    principle: row.principle,
    number: row.number,
    url: row.url,
    askedAt: row.asked_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    ending: row.ending,
  }));
}

/** Whether a question about a principle is open in a repository, as far as is known. */
export async function hasOpenReview(database: Database, repositoryId: number): Promise<boolean> {
  const open = await database.selectFrom('principle_review').select('number').where('repository_id', '=', repositoryId).where('closed_at', 'is', null).limit(1).executeTakeFirst();
  return open !== undefined;
}
