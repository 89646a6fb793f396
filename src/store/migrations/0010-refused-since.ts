/** Since when a repository is left alone: what is kept of one that stays out of reach is forgotten in time. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { schemaName } from '../schema-names.ts';

export const refusedSince: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('repository').addColumn('refused_at', 'timestamptz').execute();
    // Nobody knows how long it was so already: its time begins now.
    await sql`update ${sql.table(`${schemaName}.repository`)} set refused_at = now() where state = 'refused'`.execute(database);
  },
};
