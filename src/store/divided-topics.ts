import type { Database } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

/** Up to so many topics, folded, by name, on which something was accepted and something rejected; those after `after`. */
export async function findDividedTopics(database: Database, { visible, after, limit }: { visible: Visible; after: string | null; limit: number }): Promise<string[]> {
  const rows = await database
    .selectFrom('decision')
    .select((make) => make.ref('topic').$notNull().as('topic'))
    .where(isVisible('repository_id', visible))
    .where('topic', 'is not', null)
    .where('result', 'in', ['accepted', 'rejected'])
    .$if(after !== null, (query) => query.where('topic', '>', after))
    .groupBy('topic')
    .having(({ fn }) => fn.count('result').distinct(), '>', 1)
    .orderBy('topic')
    .limit(limit)
    .execute();
  return rows.map(({ topic }) => topic);
}
