/** What became of questions about principles, and what was sent to a chat, which keeps no list of it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const stewards: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('principle_review')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('principle', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'timestamptz', (column) => column.notNull())
      .addColumn('closed_at', 'timestamptz')
      .addColumn('ending', 'text')
      .addPrimaryKeyConstraint('principle_review_pkey', ['repository_id', 'number'])
      .execute();
    await schema
      .createTable('chat_post')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('tried_at', 'timestamptz', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('chat_post_pkey', ['repository_id', 'event'])
      .execute();
  },
};
