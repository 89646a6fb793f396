/** What a fair choice rests on: terms, absences and calls. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const momentum: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('term')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('installation', 'bigint', (column) => column.notNull())
      .addColumn('holder', 'bigint', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull())
      .addColumn('due_at', 'timestamptz', (column) => column.notNull())
      .addColumn('ended_at', 'timestamptz')
      .addColumn('is_volunteered', 'boolean', (column) => column.notNull())
      .addPrimaryKeyConstraint('term_pkey', ['repository_id', 'number', 'n'])
      .execute();
    await schema.createIndex('term_recent').on('term').columns(['installation', 'started_at']).execute();
    await schema.createIndex('term_active').on('term').column('installation').where(sql.ref('ended_at'), 'is', null).execute();
    await schema
      .createTable('absence')
      .addColumn('person', 'bigint', (column) => column.notNull())
      .addColumn('from_at', 'timestamptz', (column) => column.notNull())
      .addColumn('until_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('absence_pkey', ['person', 'from_at'])
      .execute();
    await schema
      .createTable('call')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('comment_id', 'bigint', (column) => column.notNull())
      .addColumn('called_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_pkey', ['repository_id', 'comment_id'])
      .execute();
    await schema.createIndex('call_time').on('call').columns(['repository_id', 'called_at']).execute();
  },
};
