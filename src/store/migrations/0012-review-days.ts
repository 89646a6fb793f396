/** On which day each decision is looked back at, and by whom, so that those that are due are found without reading all. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { schemaName } from '../schema-names.ts';

export const reviewDays: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await schema.alterTable('decision').addColumn('review_on', 'date').addColumn('review_by', 'bigint').execute();
    // Taken from the text: PostgreSQL reads no JSON in which somebody wrote U+0000. A quote in a person's words is escaped, so none of them looks like this.
    await sql`
      update ${sql.table(`${schemaName}.decision`)} set
        review_on = substring(entry::text from '"reviewOn":"([0-9]{4}-[0-9]{2}-[0-9]{2})"')::date,
        review_by = coalesce(substring(entry::text from '"owner":[{]"id":([0-9]+)'), substring(entry::text from '"by":[{]"id":([0-9]+)'))::bigint
      where entry::text like '%"reviewOn":"%' and entry::text like '%"review":null%' and entry::text like '%"reopened":null%' and result <> 'superseded'
    `.execute(database);
    await schema.createIndex('decision_review').on('decision').columns(['review_on', 'review_by']).where(sql.ref('review_on'), 'is not', null).execute();
  },
};
