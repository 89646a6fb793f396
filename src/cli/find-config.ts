import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a repository keeps its config. */
export const configPath = join('.github', 'unpause.yml');

/** Where a run stands: the repository around the working directory, and its config, where there are any. */
export interface Surroundings {
  /** The folder that `documents` are relative to: the repository's root, or the working directory outside of one. */
  root: string;
  /** The nearest config between the working directory and the root. */
  config: string | null;
}

/**
 * Looks upward from the working directory to the folder with `.git`. Outside of a repository only the working
 * directory itself counts: a config in some folder above it belongs to somebody else.
 */
export function lookAround(workingDirectory: string): Surroundings {
  let config: string | null = null;
  let folder = workingDirectory;
  for (;;) {
    const candidate = join(folder, configPath);
    if (config === null && existsSync(candidate)) config = candidate;
    if (existsSync(join(folder, '.git'))) return { root: folder, config };
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  const own = join(workingDirectory, configPath);
  return { root: workingDirectory, config: config === own ? own : null };
}
