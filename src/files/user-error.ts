/**
 * Something the person at the keyboard can mend: a mistyped option, a file that cannot be opened, a config
 * with mistakes. One line each, ready for standard error; the run ends with exit status 2.
 */
export class UserError extends Error {
  readonly lines: readonly string[];

  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    const all = typeof lines === 'string' ? [lines] : lines;
    super(all.join('\n'), options);
    this.name = 'UserError';
    this.lines = all;
  }
}

/** Mistakes with a place in a file: each line begins `path:line:column:`, as editors and CI read it. */
export class PlacedMistakes extends UserError {}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  EEXIST: 'there is something else of that name',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'the name is too long for this file system',
  EMFILE: 'too many files are open',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EBUSY: 'it is in use',
  ENXIO: 'it is no regular file',
};

/** What the system says about a path, in words: `permission denied`, not `EACCES: …, open '…'`. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  const known = code === null ? undefined : reasons[code];
  if (known !== undefined) return known;
  return error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
}

/** The system's code of an error (`ENOENT`), or null where it has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
