/** The decision log: each entry as it reads now, with what it is found by; every way it ever read; and who is not named any more. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const decisionLog: Migration = {
  async up(database: Kysely<unknown>) {
    await createDecisions(database);
    const { schema } = database;
    await schema
      .createTable('decision_revision')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('kept_at', 'timestamptz', (column) => column.notNull())
      .addColumn('entry', 'json', (column) => column.notNull())
      .addPrimaryKeyConstraint('decision_revision_pkey', ['repository_id', 'number', 'n', 'revision'])
      .execute();
    await schema
      .createTable('forgotten')
      .addColumn('person', 'bigint', (column) => column.primaryKey())
      .addColumn('forgotten_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};

async function createDecisions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('decision')
    .addColumn('repository_id', 'bigint', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('decided_at', 'timestamptz', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('domain', 'text')
    .addColumn('topic', 'text')
    .addColumn('principles', sql`text[]`, (column) => column.notNull())
    .addColumn('people', sql`text[]`, (column) => column.notNull())
    .addColumn('words', sql`tsvector`, (column) => column.notNull())
    .addColumn('entry', 'json', (column) => column.notNull())
    .addPrimaryKeyConstraint('decision_pkey', ['repository_id', 'number', 'n'])
    .execute();
  // The newest first, in all and of a repository, domain, topic or result.
  const order = ['decided_at', 'repository_id', 'number', 'n'];
  await schema.createIndex('decision_order').on('decision').columns(order).execute();
  await schema.createIndex('decision_repository').on('decision').columns(['repository_id', 'decided_at']).execute();
  for (const column of ['domain', 'topic', 'result']) await schema.createIndex(`decision_${column}`).on('decision').columns([column, ...order]).execute();
  for (const column of ['principles', 'people', 'words']) await schema.createIndex(`decision_${column}`).on('decision').using('gin').column(column).execute();
}
