import type { ResponseCache } from '../github/conditional-requests.ts';
import { keepAnswer, readAnswer } from '../store/etags.ts';
import type { Database } from '../store/tables.ts';

/** As long as an installation's token: with another one GitHub knows the ETag no more. In milliseconds. */
const keptFor = 3_600_000;

/** GitHub's answers to one installation, kept in the database with their ETags. */
export function createAnswerCache(database: Database, installation: number): ResponseCache {
  return {
    async read(url) {
      const kept = await readAnswer(database, { installation, url }, new Date());
      return kept && { etag: kept.etag, data: JSON.parse(kept.body) as unknown, link: kept.link };
    },
    async keep(url, { etag, data, link }) {
      const expiresAt = new Date(Date.now() + keptFor);
      await keepAnswer(database, { installation, url }, { etag, body: JSON.stringify(data), link, expiresAt });
    },
  };
}
