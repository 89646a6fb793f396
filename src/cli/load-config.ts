import { resolve } from 'node:path';
import { type Config, defaultConfig } from '../config/schema.ts';
import { shownPath } from '../files/collect-documents.ts';
import { lookAround } from './find-config.ts';

export interface LoadedConfig {
  config: Config;
  /** The file it was read from; null: the built-in default. */
  file: string | null;
  /** The folder that its `documents` are relative to. */
  root: string;
}

/** The config named on the command line, else the repository's own, else the built-in default. */
export async function loadConfig(named: string | undefined, workingDirectory: string): Promise<LoadedConfig> {
  const { root, config: nearest } = lookAround(workingDirectory);
  const file = named === undefined ? nearest : resolve(workingDirectory, named);
  if (file === null) return { config: defaultConfig, file, root };
  const { parseConfigFile } = await import('./parse-config-file.ts');
  return { config: parseConfigFile(file, shownPath(file, workingDirectory)), file, root };
}
