/** The last config of a repository that had no mistake: it stays in force while the files have one. */
import { sql } from 'kysely';
import type { ConfigText, Database } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

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

export interface NamedConfig extends Pick<KeptConfig, 'texts' | 'keptAt'> {
  repository: { id: number; owner: string; name: string };
}

/** Those of repositories that have a file of their own at the path, in the order of their names. */
export async function listConfigs(database: Database, visible: Visible, { path, after, limit }: { path: string; after: { owner: string; name: string } | null; limit: number }): Promise<NamedConfig[]> {
  const rows = await database
    .selectFrom('config')
    .innerJoin('repository', 'repository.repository_id', 'config.repository_id')
    .select(['config.repository_id', 'repository.owner', 'repository.name', 'config.texts', 'config.kept_at'])
    .where(isVisible('config.repository_id', visible))
    .where('repository.state', '=', 'active')
    // As `keepConfig` writes it; read as data, a text with the character U+0000 would fail the whole query.
    .where(sql<boolean>`position(${`{"name":${JSON.stringify(path)},`} in config.texts::text) > 0`)
    .$if(after !== null, (query) => query.where(sql<boolean>`(repository.owner, repository.name) > (${after?.owner ?? ''}, ${after?.name ?? ''})`))
    .orderBy('repository.owner')
    .orderBy('repository.name')
    .limit(limit)
    .execute();
  return rows.map(({ repository_id: id, owner, name, texts, kept_at: keptAt }) => ({ repository: { id, owner, name }, texts, keptAt }));
}
