/** The first tables: what was seen, what is cached, and what only Unpause knows. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const index: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('rfc')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('repo', 'text', (column) => column.notNull())
      .addColumn('installation', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('is_open', 'boolean', (column) => column.notNull())
      .addColumn('is_rfc', 'boolean', (column) => column.notNull())
      .addColumn('head_sha', 'text')
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
      .addColumn('wake_at', 'timestamptz')
      .addColumn('rules', 'text', (column) => column.notNull())
      .addColumn('record', 'json')
      .addPrimaryKeyConstraint('rfc_pkey', ['repository_id', 'number'])
      .execute();
    await database.schema.createIndex('rfc_wake').on('rfc').column('wake_at').where(sql.ref('wake_at'), 'is not', null).execute();
    await createCaches(database);
    await createFacts(database);
  },
};

async function createCaches({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('etag')
    .addColumn('installation', 'bigint', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('etag_pkey', ['installation', 'url'])
    .execute();
  await schema.createIndex('etag_expiry').on('etag').column('expires_at').execute();
  await schema
    .createTable('document_report')
    .addColumn('blob', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('report', 'json', (column) => column.notNull())
    .addColumn('used_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_report_pkey', ['blob', 'settings'])
    .execute();
  await schema.createIndex('document_report_use').on('document_report').column('used_at').execute();
}

async function createFacts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('config')
    .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
    .addColumn('texts', 'json', (column) => column.notNull())
    .addColumn('kept_at', 'timestamptz', (column) => column.notNull())
    .addColumn('configured_at', 'text')
    .execute();
  await schema
    .createTable('click')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('repository', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('done_at', 'timestamptz')
    .execute();
  await schema.createIndex('click_pending').on('click').columns(['repository', 'number']).where(sql.ref('done_at'), 'is', null).execute();
  await schema
    .createTable('dead_letter')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('failed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('data', 'json', (column) => column.notNull())
    .execute();
  await schema
    .createTable('repository')
    .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('installation', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('last_swept_at', 'timestamptz')
    .execute();
}
