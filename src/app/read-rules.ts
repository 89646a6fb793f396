/** Which rules apply in a repository: its config on the default branch, or, while that has mistakes, the last valid one. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { parseConfig, type ParseResult } from '../config/parse.ts';
import { defaultConfig, type Config } from '../config/schema.ts';
import type { RulesInForce } from '../decision/snapshot.ts';
import type { GitHub } from '../github/client.ts';
import { readConfigFiles, type ConfigFiles } from '../github/config-file.ts';
import { productVersion } from '../product-version.ts';
import { rules } from '../rules/registry.ts';

export const configPath = '.github/unpause.yml';

/** The files of a config: the repository's own, and what it inherits from, the nearest first. */
export type ConfigTexts = Pick<ConfigFiles, 'text' | 'inherited'>;

/** The last config without a mistake; without any file, that is the built-in one. */
export interface KeptRules {
  texts: ConfigTexts;
  /** When the repository's own file was first committed, or a dry run ended; asked for once and then known. */
  configuredAt: string | null;
}

/** What is remembered of a repository's config, since GitHub tells it nowhere at once. */
export interface RulesMemory {
  read: (repositoryId: number) => Promise<KeptRules | null>;
  keep: (repositoryId: number, kept: KeptRules) => Promise<void>;
}

export interface RulesRequest {
  repository: { id: number; owner: string; name: string };
  memory: RulesMemory;
  /** Asks GitHub when a file was first committed to the default branch. */
  firstCommittedAt: (path: string) => Promise<string | null>;
  now: Date;
}

export interface RepositoryRules {
  config: Config;
  inForce: Omit<RulesInForce, 'proposed'>;
  /** A hash of all that a judgement rests on besides the RFC itself. */
  hash: string;
  /** The files as they are, so that a pull request's own version can be judged beside what it inherits. */
  files: ConfigFiles;
}

/** Reads and judges the config. Fails where GitHub does not answer: no answer is not the same as no config. */
export async function readRules(github: GitHub, { repository, memory, firstCommittedAt, now }: RulesRequest): Promise<RepositoryRules> {
  const files = await readConfigFiles(github, { owner: repository.owner, name: repository.name, path: configPath });
  const kept = await memory.read(repository.id);
  const isConfigured = files.text !== null;
  const texts = { text: files.text, inherited: files.inherited };
  const judged = judge(texts, kept);
  const since = isConfigured ? (kept?.configuredAt ?? (await firstCommittedAt(configPath))) : null;
  const configuredAt = since !== null && !isDeepStrictEqual(kept?.texts, texts) && endsDryRun(judged.config, kept) ? now.toISOString() : since;
  const current = { texts, configuredAt };
  if (judged.mistakes.length === 0 && !isDeepStrictEqual(kept, current)) await memory.keep(repository.id, current);
  const { config, source, mistakes } = judged;
  const inForce = { isConfigured, configuredAt, path: configPath, unread: files.unread, source, mistakes };
  return { config, inForce, hash: createHash('sha256').update(JSON.stringify([productVersion, config, inForce])).digest('hex'), files };
}

type Judged = Pick<RulesInForce, 'source' | 'mistakes'> & { config: Config };

function judge(texts: ConfigTexts, kept: KeptRules | null): Judged {
  const parsed = parseFiles(texts);
  if (parsed === null) return { config: defaultConfig, source: 'built-in', mistakes: [] };
  if (parsed.ok) return { config: parsed.config, source: 'files', mistakes: [] };
  const last = kept === null ? null : parseFiles(kept.texts);
  if (last?.ok) return { config: last.config, source: 'last-valid', mistakes: parsed.mistakes };
  return { config: defaultConfig, source: 'built-in', mistakes: parsed.mistakes };
}

/** What came due while nothing was shown is not made up for: the day on which a dry run ends is the first. */
function endsDryRun(config: Config, kept: KeptRules | null): boolean {
  if (config['dry-run'] || kept === null) return false;
  const before = parseFiles(kept.texts);
  return before?.ok === true && before.config['dry-run'];
}

/** Null where there is no file at all. */
function parseFiles({ text, inherited }: ConfigTexts): ParseResult | null {
  if (text === null && inherited.length === 0) return null;
  return parseConfig(text ?? '', { rules, inherited });
}

/** What is wrong with the config as a pull request leaves it. Inherited files are not its to mend. */
export function judgeProposed(text: string, { inherited }: ConfigFiles): RulesInForce['proposed'] {
  const parsed = parseConfig(text, { rules, inherited });
  const mistakes = parsed.ok ? [] : parsed.mistakes.filter(({ source }) => source === null);
  return { path: configPath, mistakes };
}
