/**
 * Reads `CODEOWNERS` as GitHub does: one pattern and its owners a line, the last line that matches a path wins, and a
 * line that GitHub would refuse is passed over. Patterns are those of `.gitignore`, but without `!`, without `[ ]` and
 * without `\#`; `docs/*` means the files right in `docs`. Sections are GitLab's and mean nothing here.
 */
import { fitsWildcards } from './fits-wildcards.ts';

/** One line: which paths it speaks of, and whom it names; nobody where it takes the owners away. */
export interface CodeownersLine {
  matches: (path: string) => boolean;
  /** As `alice` or `acme/infra`, in the order in which they are written. */
  owners: readonly string[];
}

/** A pattern, in which a backslash keeps the next character from meaning anything, and all that follows it. */
const lineShape = /^\s*((?:\\.|[^\s\\])+)(.*)$/;
const handle = /^@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_.-]+)?$/;
const address = /^[^\s@]+@[^\s@]+$/;

/** Every line that counts, in the order of the file. */
export function readCodeowners(text: string): CodeownersLine[] {
  return text.split(/\r\n?|\n/).flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): CodeownersLine | null {
  const [, pattern = '', rest = ''] = lineShape.exec(line) ?? [];
  if (!isPattern(pattern)) return null;
  const words = rest.replace(/(^|\s)#.*$/, '').split(/\s+/).filter((word) => word !== '');
  if (!words.every((word) => handle.test(word) || address.test(word))) return null;
  // GitHub knows whose address it is; nobody else can tell.
  return { matches: matcherOf(pattern), owners: words.filter((word) => word.startsWith('@')).map((word) => word.slice(1)) };
}

function isPattern(text: string): boolean {
  return text !== '' && text !== '/' && !/^(?:#|\\#|!)/.test(text) && !/[[\]]|\*{3}/.test(text);
}

/** Without `/` at its beginning or in its middle a pattern fits at any depth; what names a folder means all beneath it. */
function matcherOf(pattern: string): (path: string) => boolean {
  const isAnchored = pattern.replace(/\/$/, '').includes('/');
  const names = pattern.replace(/^\//, '').split('/');
  const rooted = [...(isAnchored ? [] : ['**']), ...names.slice(0, -1), ...beneath(names.at(-1) ?? '')];
  return (path) => fitsWildcards(rooted, path.split('/'), { isMany: (name) => name === '**', fitsOne: fitsName });
}

/** The last name of a pattern: nothing (the pattern ends in `/`), all folders, any file right here, or a file or a folder. */
function beneath(last: string): string[] {
  if (last === '' || last === '**') return ['**', '*'];
  return last === '*' ? ['*'] : [last, '**'];
}

/** Whether one name of a path fits one of a pattern: `*` and `?` mean something, and whatever is escaped is itself. */
function fitsName(pattern: string, name: string): boolean {
  const characters = pattern.match(/\\.|./gsu) ?? [];
  return fitsWildcards(characters, [...name], { isMany: (one) => one === '*', fitsOne: fitsCharacter });
}

function fitsCharacter(one: string, character: string): boolean {
  return one === '?' || one.replace(/^\\/, '') === character;
}

/** Whom the file names for some paths, each once, in the order of the paths; `alice` or `acme/infra`. */
export function codeownersOf(text: string, paths: readonly string[]): string[] {
  const lines = readCodeowners(text);
  const named = paths.flatMap((path) => lines.findLast(({ matches }) => matches(path))?.owners ?? []);
  // GitHub folds the case of logins and teams.
  const folded = named.map((owner) => owner.toLowerCase());
  return named.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}
