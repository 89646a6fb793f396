import { Migrator } from 'kysely/migration';
import { schemaName } from '../schema-names.ts';
import type { Database } from '../tables.ts';
import { index } from './0001-index.ts';

/** Named in code, not found on disk: the build is one file. A migration that was released is never changed. */
const migrations = { '0001-index': index };

/**
 * Brings the tables up to date. Two processes that start at once take turns: kysely holds an advisory lock while it
 * migrates, and all of it is one transaction.
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => await Promise.resolve(migrations) },
    migrationTableSchema: schemaName,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error');
  throw new Error(`The database could not be brought up to date${failed === undefined ? '' : `: ${failed.migrationName} failed, and nothing of it was kept`}.`, { cause: error });
}
