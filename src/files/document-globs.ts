import { matcherOf } from './match-glob.ts';

/** A folder stands for every Markdown file beneath it, as on the command line. */
export function withFolder(pattern: string): string[] {
  const plain = pattern.replace(/^(!?)\.\//, '$1').replace(/\/$/, '');
  return [plain, `${plain}/**/*.{md,markdown}`];
}

/** Whether a path matches the globs and none of those that begin with `!`. */
export function matching(globs: readonly string[]): (path: string) => boolean {
  const wanted = matcherOf(globs.filter((glob) => !glob.startsWith('!')));
  const unwanted = matcherOf(globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : [])));
  return (path) => (wanted?.(path) ?? false) && !(unwanted?.(path) ?? false);
}
