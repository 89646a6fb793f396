/**
 * From what was typed to the files that are meant: paths, folders and globs, sorted, each file once.
 * A folder means every Markdown file beneath it (`.git` alone is passed by: what lies there are git's own files);
 * a glob passes `node_modules` by too, unless it names it; `!glob` leaves out.
 */
import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isGlob, matcherOf, readGlob } from './match-glob.ts';
import { reasonOf } from './user-error.ts';
import { walkFolder } from './walk-folder.ts';

/** One file to lint. */
export interface DocumentFile {
  /** Relative to the working directory, with `/`. */
  path: string;
  absolute: string;
  /** The shown path of the document beside it that holds its fields (`kep.yaml`), where there is one. */
  carriedBy: string | null;
}

export interface Collected {
  documents: DocumentFile[];
  /** What was typed and matches nothing. */
  unmatched: string[];
  /** What cannot be opened, a line each. */
  problems: string[];
}

export interface CollectRequest {
  patterns: readonly string[];
  /** The folder that the patterns are relative to. */
  from: string;
  /** The working directory; paths are shown relative to it. */
  workingDirectory: string;
  /** The name of the file beside a document that is a document too (`kep.yaml`), where the preset has one. */
  metadataFile: string | null;
}

const markdownName = /\.(?:md|markdown)$/i;
const inFolders: ReadonlySet<string> = new Set(['.git']);
const inGlobs = ['.git', 'node_modules'];

/** Finds the files; nothing it meets ends the search. */
export function collectDocuments({ patterns, from, workingDirectory, metadataFile }: CollectRequest): Collected {
  const unmatched: string[] = [];
  const problems: string[] = [];
  const found = new Map<string, DocumentFile>();
  const problem: TellProblem = (absolute, reason) => problems.push(`${shownPath(absolute, workingDirectory)}: ${reason}`);
  const add = (absolute: string): void => {
    if (found.has(absolute)) return;
    const carrier = carrierOf(absolute, metadataFile);
    const carriedBy = carrier === null ? null : shownPath(carrier, workingDirectory);
    found.set(absolute, { absolute, path: shownPath(absolute, workingDirectory), carriedBy });
    if (carrier !== null) add(carrier);
  };
  for (const typed of patterns.filter((pattern) => !pattern.startsWith('!'))) {
    const files = filesOf(typed, from, problem);
    if (files === null) unmatched.push(typed);
    files?.forEach(add);
  }
  const leavesOut = leftOut(patterns, from);
  const documents = [...found.values()].filter(({ absolute }) => !leavesOut(absolute));
  return { documents: documents.sort((a, b) => (a.path < b.path ? -1 : 1)), unmatched, problems };
}

/** What `!path`, `!folder` and `!glob` take away again. */
function leftOut(patterns: readonly string[], from: string): (absolute: string) => boolean {
  const globs = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => slashed(pattern.slice(1)).replace(/^\.\/|\/$/g, ''));
  const matches = matcherOf(globs.flatMap((glob) => [glob, `${glob}/**`]));
  return (absolute) => matches?.(shownPath(absolute, from)) ?? false;
}

type TellProblem = (absolute: string, reason: string) => void;

/** The absolute paths that one typed text stands for; null where it matches nothing. */
function filesOf(typed: string, from: string, problem: TellProblem): string[] | null {
  const absolute = resolve(from, typed);
  const stats = typed === '' ? null : statsOf(absolute, problem);
  if (stats === 'problem') return [];
  if (stats === null) return isGlob(slashed(typed)) ? globFiles(slashed(typed), from, problem) : null;
  if (stats.isDirectory()) return folderFiles(absolute, problem);
  return [absolute];
}

/** What a path is; a symbolic link that somebody names is followed, as nothing else was asked for. */
function statsOf(absolute: string, problem: TellProblem): Stats | 'problem' | null {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats) return stats;
    if (!lstatSync(absolute, { throwIfNoEntry: false })) return null;
    problem(absolute, 'is a symbolic link to nothing');
  } catch (error) {
    problem(absolute, `cannot be opened (${reasonOf(error)})`);
  }
  return 'problem';
}

function folderFiles(folder: string, problem: TellProblem): string[] {
  const wanted = (_path: string, name: string) => markdownName.test(name);
  return walkFolder({ folder, wanted, skipped: inFolders, depth: Infinity, problem }).map((path) => join(folder, path));
}

function globFiles(typed: string, from: string, problem: TellProblem): string[] | null {
  const { base, depth, matches, names } = readGlob(typed);
  const folder = resolve(from, base);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  const skipped = new Set(inGlobs.filter((name) => !names(name)));
  const files = walkFolder({ folder, wanted: matches, skipped, depth, problem });
  return files.length === 0 ? null : files.map((path) => join(folder, path));
}

/** The file that holds a document's fields, where the preset knows one and it lies beside the document. */
function carrierOf(absolute: string, metadataFile: string | null): string | null {
  if (metadataFile === null || !markdownName.test(absolute)) return null;
  const beside = join(dirname(absolute), metadataFile);
  return lstatSync(beside, { throwIfNoEntry: false })?.isFile() ? beside : null;
}

/** A path as reports show it: relative to the working directory, with `/`. */
export function shownPath(absolute: string, workingDirectory: string): string {
  return slashed(relative(workingDirectory, absolute)) || '.';
}

/** On Windows people type `rfcs\\*.md`; elsewhere a backslash belongs to the name. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
