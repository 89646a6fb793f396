/** GitHub's answers with their ETags: asked again with one, GitHub says "not modified", which costs nothing. */
import type { Database } from './tables.ts';

/** An ETag holds for one installation's tokens, and for one URL with its query. */
export interface EtagKey {
  installation: number;
  url: string;
}

export interface KeptAnswer {
  etag: string;
  /** The answer's text, as it came. */
  body: string;
  /** The header that names the next page; null where there is none. */
  link: string | null;
}

/** UTF-16 code units. A larger answer is asked for again: the cache is for the many small ones. */
const largestBody = 1_000_000;
/** PostgreSQL refuses to index a key of more than about 2,700 bytes. */
const longestUrl = 2000;

/** Null where nothing is kept, or no longer holds at `now`. */
export async function readAnswer(database: Database, { installation, url }: EtagKey, now: Date): Promise<KeptAnswer | null> {
  const row = await database
    .selectFrom('etag')
    .select(['etag', 'body', 'link'])
    .where('installation', '=', installation)
    .where('url', '=', url)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps an answer in place of an earlier one; what is too large to keep replaces nothing, and drops the earlier one. */
export async function keepAnswer(database: Database, { installation, url }: EtagKey, answer: KeptAnswer & { expiresAt: Date }): Promise<void> {
  if (Buffer.byteLength(url) > longestUrl) return;
  if (answer.body.length > largestBody) {
    await database.deleteFrom('etag').where('installation', '=', installation).where('url', '=', url).execute();
    return;
  }
  const columns = { etag: answer.etag, body: JSON.stringify(answer.body), link: answer.link, expires_at: answer.expiresAt };
  await database
    .insertInto('etag')
    .values({ installation, url, ...columns })
    .onConflict((conflict) => conflict.columns(['installation', 'url']).doUpdateSet(columns))
    .execute();
}

/** Drops what no longer holds at `now`. */
export async function pruneAnswers(database: Database, now: Date): Promise<void> {
  await database.deleteFrom('etag').where('expires_at', '<=', now).execute();
}
