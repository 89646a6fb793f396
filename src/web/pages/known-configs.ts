/** The configs as they were last valid, read from the store: the pages ask GitHub nothing. Repositories with the same part share it. */
import { configPath } from '../../app/read-rules.ts';
import { parseConfig } from '../../config/parse.ts';
import type { Config } from '../../config/schema.ts';
import { rules } from '../../rules/registry.ts';
import { listConfigs, type NamedConfig } from '../../store/configs.ts';
import type { Database } from '../../store/tables.ts';
import type { Visible } from '../../store/visible.ts';

/** So many repositories on a page; those that share a map are shown together. */
const pageSize = 100;

export interface Shared<Part> {
  repositories: readonly NamedConfig['repository'][];
  part: Part;
}

export interface KnownConfigs<Part> {
  shared: readonly Shared<Part>[];
  /** The last repository shown, as `owner/name`; null where there are no more. */
  next: string | null;
}

export interface ConfigQuery<Part> {
  visible: Visible;
  /** `owner/name`: those behind it. */
  after: string | null;
  /** The part of a config that is asked for; null: not of interest. */
  partOf: (config: Config) => Part | null;
}

export async function knownConfigs<Part>(database: Database, { visible, after, partOf }: ConfigQuery<Part>): Promise<KnownConfigs<Part>> {
  const [owner = '', name = ''] = after?.split('/') ?? [];
  const found = await listConfigs(database, visible, { path: configPath, after: after === null ? null : { owner, name }, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1)?.repository;
  return { shared: sharedParts(shown, partOf), next: found.length > pageSize && last !== undefined ? `${last.owner}/${last.name}` : null };
}

/** Most repositories of an organisation inherit the same. */
function sharedParts<Part>(configs: readonly NamedConfig[], partOf: ConfigQuery<Part>['partOf']): Shared<Part>[] {
  const byPart = new Map<string, { repositories: NamedConfig['repository'][]; part: Part }>();
  for (const kept of configs) {
    const config = parse(kept);
    const part = config === null ? null : partOf(config);
    if (part === null) continue;
    const key = JSON.stringify(part);
    const group = byPart.get(key) ?? { repositories: [], part };
    group.repositories.push(kept.repository);
    byPart.set(key, group);
  }
  return [...byPart.values()];
}

/** Parsing takes milliseconds, and what is kept changes seldom. */
const parsed = new Map<string, Config | null>();
const mostParsed = 1_000;

/** Null where this version finds a mistake in what another took for valid. */
function parse({ repository, texts, keptAt }: NamedConfig): Config | null {
  const key = `${repository.id} ${keptAt.getTime()}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const own = texts.find(({ name }) => name === configPath);
  const read = parseConfig(own?.text ?? '', { rules, inherited: texts.filter((text) => text !== own) });
  const config = read.ok ? read.config : null;
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(key, config);
  return config;
}
