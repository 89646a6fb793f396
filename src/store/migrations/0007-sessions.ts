/** Who is signed in on the web pages. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const sessions: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('web_session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person', 'bigint', (column) => column.notNull())
      .addColumn('login', 'text', (column) => column.notNull())
      .addColumn('token', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await schema.createIndex('web_session_end').on('web_session').column('ends_at').execute();
    await schema.createIndex('web_session_person').on('web_session').column('person').execute();
  },
};
