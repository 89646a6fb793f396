/** Calls that are counted before they are read back. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const bookings: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('booking')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('installation', 'bigint', (column) => column.notNull())
      .addColumn('booked_at', 'timestamptz', (column) => column.notNull())
      .addColumn('calls', 'integer', (column) => column.notNull())
      .addColumn('holder', 'bigint')
      .addColumn('due_at', 'timestamptz')
      .addPrimaryKeyConstraint('booking_pkey', ['repository_id', 'number'])
      .execute();
    await schema.createIndex('booking_installation').on('booking').column('installation').execute();
  },
};
