/** Topics with what was decided on them, narrow enough that those with different outcomes are found without reading an entry. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const dividedTopics: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('decision_topic_result').on('decision').columns(['topic', 'result', 'repository_id']).where(sql.ref('topic'), 'is not', null).execute();
  },
};
