/** By which names forgotten people are mentioned, as hashes; of those who were forgotten before, none is known. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const forgottenNames: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('forgotten').addColumn('login_hash', 'text', (column) => column.notNull().defaultTo('')).execute();
    await schema.alterTable('forgotten').dropConstraint('forgotten_pkey').execute();
    await schema.alterTable('forgotten').addPrimaryKeyConstraint('forgotten_pkey', ['person', 'login_hash']).execute();
  },
};
