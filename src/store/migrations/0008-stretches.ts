/** The courses that RFCs took, which vitality is made of. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const stretches: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('course')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('settled_at', 'timestamptz', (column) => column.notNull())
      .addColumn('course', 'json', (column) => column.notNull())
      .addPrimaryKeyConstraint('course_pkey', ['repository_id', 'number'])
      .execute();
    await schema.createIndex('course_settled').on('course').columns(['settled_at', 'repository_id', 'number']).execute();
  },
};
