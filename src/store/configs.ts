/** The last config of a repository that had no mistake: it stays in force while the files have one. */
import type { ConfigText, Database } from './tables.ts';

export type { ConfigText };

export interface KeptConfig {
  /** From the repository's own file to what it inherits from. */
  texts: readonly ConfigText[];
  keptAt: Date;
  /** When the repository's own file was first committed, as GitHub writes it; null where GitHub did not say. */
  configuredAt: string | null;
}

/** Null where no valid config was ever seen. */
export async function readConfig(database: Database, repositoryId: number): Promise<KeptConfig | null> {
  const row = await database.selectFrom('config').selectAll().where('repository_id', '=', repositoryId).executeTakeFirst();
  return row === undefined ? null : { texts: row.texts, keptAt: row.kept_at, configuredAt: row.configured_at };
}

/** Keeps a config in place of an earlier one. */
export async function keepConfig(database: Database, repositoryId: number, config: KeptConfig): Promise<void> {
  const columns = { texts: JSON.stringify(config.texts), kept_at: config.keptAt, configured_at: config.configuredAt };
  await database
    .insertInto('config')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}
