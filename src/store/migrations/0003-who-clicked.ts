/** Who clicked a button by which a role is taken. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const whoClicked: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('click').addColumn('by_id', 'bigint').execute();
    await schema.alterTable('click').addColumn('by_login', 'text').execute();
  },
};
