/** What the pages show of open RFCs, who is waited for, and what RFCs are about, so that it can be counted. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const openRfcs: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('open_rfc')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
      .addColumn('domain', 'text')
      .addColumn('pause', 'text')
      .addColumn('since', 'timestamptz', (column) => column.notNull())
      .addColumn('closes_at', 'timestamptz')
      .addColumn('facts', 'json', (column) => column.notNull())
      .addColumn('progress', 'json', (column) => column.notNull())
      .addPrimaryKeyConstraint('open_rfc_pkey', ['repository_id', 'number'])
      .execute();
    await schema.createIndex('open_rfc_since').on('open_rfc').columns(['since', 'repository_id', 'number']).execute();
    await schema.createIndex('open_rfc_closing').on('open_rfc').columns(['closes_at', 'repository_id', 'number']).where(sql.ref('closes_at'), 'is not', null).execute();
    await schema
      .createTable('awaited')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('person', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('awaited_pkey', ['person', 'repository_id', 'number', 'reason'])
      .execute();
    await schema
      .createTable('mark')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('mark_pkey', ['repository_id', 'number', 'kind', 'name'])
      .execute();
    await schema
      .createTable('mark_count')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('mark_count_pkey', ['repository_id', 'kind', 'name'])
      .execute();
    await schema.createIndex('mark_name').on('mark').columns(['kind', 'name', 'repository_id', 'number']).execute();
    await schema.createIndex('awaited_rfc').on('awaited').columns(['repository_id', 'number']).execute();
  },
};
