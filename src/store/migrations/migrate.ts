import { sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { productVersion } from '../../product-version.ts';
import { schemaName } from '../schema-names.ts';
import type { Database } from '../tables.ts';
import { index } from './0001-index.ts';
import { momentum } from './0002-momentum.ts';
import { whoClicked } from './0003-who-clicked.ts';
import { bookings } from './0004-bookings.ts';
import { decisionLog } from './0005-decision-log.ts';
import { openRfcs } from './0006-open-rfcs.ts';
import { sessions } from './0007-sessions.ts';
import { stretches } from './0008-stretches.ts';
import { stewards } from './0009-stewards.ts';
import { refusedSince } from './0010-refused-since.ts';
import { forgottenNames } from './0011-forgotten-names.ts';
import { reviewDays } from './0012-review-days.ts';
import { dividedTopics } from './0013-divided-topics.ts';

/** Named in code, not found on disk: the build is one file. A migration that was released is never changed. */
const migrations = {
  '0001-index': index,
  '0002-momentum': momentum,
  '0003-who-clicked': whoClicked,
  '0004-bookings': bookings,
  '0005-decision-log': decisionLog,
  '0006-open-rfcs': openRfcs,
  '0007-sessions': sessions,
  '0008-stretches': stretches,
  '0009-stewards': stewards,
  '0010-refused-since': refusedSince,
  '0011-forgotten-names': forgottenNames,
  '0012-review-days': reviewDays,
  '0013-divided-topics': dividedTopics,
};

/**
 * Brings the tables up to date. Two processes that start at once take turns: kysely holds an advisory lock while it
 * migrates, and all of it is one transaction. Fails on tables that a newer version made.
 */
export async function migrate(database: Database): Promise<void> {
  await refuseNewer(database);
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

/** kysely would say that a migration is missing and call the others corrupted, which is no help to who went back a version. */
async function refuseNewer(database: Database): Promise<void> {
  const table = `${schemaName}.${DEFAULT_MIGRATION_TABLE}`;
  const { rows: [found] } = await sql<{ isThere: boolean }>`select to_regclass(${table}) is not null as "isThere"`.execute(database);
  if (found?.isThere !== true) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(database);
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was brought up to date by a newer Unpause: it has had ${unknown.join(', ')}, which ${productVersion} does not know. ` +
      'Start that version again, or give this one an empty database, which the first sweep fills.',
  );
}
