/** Inheriting a config: where the inherited one is, and how the two become one. Reading it is the shell's work. */
import * as z from 'zod/mini';

/** The repository, and the file in it, that a config inherits from; null where the reference leaves it to the reader. */
export interface ExtendsReference {
  owner: string | null;
  repo: string;
  path: string | null;
}

/** `repo`, `owner/repo`, each with `:path/to/file.yml` after it. */
const reference = /^(?:([A-Za-z0-9][A-Za-z0-9_-]*)\/)?([A-Za-z0-9._-]+)(?::(.+))?$/;

const expected = 'a repository such as `.github`, `acme/.github` or `acme/.github:unpause.yml`';

/** Reads the value of `_extends`; null where it names no repository or its path leaves it. */
export function parseExtends(text: string): ExtendsReference | null {
  const match = reference.exec(text.trim());
  const [owner, repo, path] = match?.slice(1) ?? [];
  if (repo === undefined || /^\.{1,2}$/.test(repo)) return null;
  if (path !== undefined && !staysInside(path)) return null;
  return { owner: owner ?? null, repo, path: path ?? null };
}

function staysInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !path.includes('\\');
}

export const ExtendsText = z.pipe(
  z.string(expected).check(z.meta({ title: 'repository' })),
  z.transform((text, context): ExtendsReference => {
    const result = parseExtends(text);
    if (result) return result;
    context.issues.push({ code: 'custom', message: expected, input: text });
    return z.NEVER;
  }),
);

/**
 * The inherited data under the repository's own: maps merge key by key, at any depth; a list or a single value of
 * its own replaces the inherited one. Neither argument is changed.
 */
export function mergeConfigData(inherited: unknown, own: unknown): unknown {
  if (own === undefined) return inherited;
  if (!isMap(inherited) || !isMap(own)) return own;
  const merged = Object.assign(Object.create(null) as Record<string, unknown>, inherited);
  for (const [name, value] of Object.entries(own)) merged[name] = mergeConfigData(inherited[name], value);
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
