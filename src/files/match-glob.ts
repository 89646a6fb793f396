import picomatch from 'picomatch';

/** A glob taken apart: the folder to walk, and what of the paths beneath it matches. */
export interface Glob {
  base: string;
  /** Infinity where the glob reaches any depth. */
  depth: number;
  matches: (pathBeneathBase: string) => boolean;
  /** Whether the glob itself speaks of a folder name that is passed by otherwise. */
  names: (folder: string) => boolean;
}

/** Hidden files and folders are documents like others: `.github/rfcs` is a place where RFCs live. */
const options = { dot: true } as const;

/** Whether a text can be more than a path: it holds `*`, `?`, `[…]`, `{…}` or a group. */
export function isGlob(text: string): boolean {
  return picomatch.scan(text).isGlob;
}

export function readGlob(text: string): Glob {
  const { base, glob } = picomatch.scan(text);
  // A group or a brace may hold further `/`; only a plain pattern tells its depth.
  const depth = /\*\*|[({]/.test(glob) ? Infinity : glob.split('/').length;
  // picomatch's matcher takes a second argument, so it is not handed on as it is.
  const isMatch = picomatch(glob, options);
  return { base: base || '.', depth, matches: (path) => isMatch(path), names: (folder) => text.split('/').includes(folder) };
}

/** Whether a path matches one of some globs, or null where there are none; `nocase` where case does not matter. */
export function matcherOf(globs: readonly string[], { nocase = false } = {}): ((path: string) => boolean) | null {
  if (globs.length === 0) return null;
  const isMatch = picomatch([...globs], { ...options, nocase });
  return (path) => isMatch(path);
}
