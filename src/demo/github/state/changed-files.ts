import { Buffer } from 'node:buffer';
import type { Files, GitObjects } from './git-objects.ts';
import { mergeBase } from './history.ts';
import type { PullRequest } from './repository.ts';
import { makePatch, type Patch } from './patch.ts';

export interface ChangedFile {
  readonly path: string;
  /** Where it was before; null unless it was renamed. */
  readonly previousPath: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Its blob after the change; for a removed file the one it had. */
  readonly blob: string;
  readonly patch: Patch;
}

/** The files that differ between two commits, by path. A file that only moved is `renamed`. */
export function changedFiles(git: GitObjects, base: string, head: string): ChangedFile[] {
  const [before, after] = [git.filesOf(base), git.filesOf(head)];
  const gone = new Map([...before].filter(([path]) => !after.has(path)));
  const changes = [...after].flatMap(([path, blob]) => changeOf({ before, path, blob, gone }));
  for (const [path, blob] of gone) changes.push({ path, previousPath: null, status: 'removed', blob });
  const ofBlob = (blob: string | undefined): Buffer => (blob === undefined ? Buffer.alloc(0) : (git.blob(blob) ?? Buffer.alloc(0)));
  return changes
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((change) => {
      const old = change.status === 'renamed' ? change.blob : before.get(change.path);
      const fresh = change.status === 'removed' ? undefined : change.blob;
      return { ...change, patch: makePatch(ofBlob(old), ofBlob(fresh)) };
    });
}

interface Arrival {
  before: Files;
  path: string;
  blob: string;
  /** What is no longer where it was, by path; a file found again elsewhere is taken out. */
  gone: Map<string, string>;
}

function changeOf({ before, path, blob, gone }: Arrival): Omit<ChangedFile, 'patch'>[] {
  const old = before.get(path);
  if (old === blob) return [];
  if (old !== undefined) return [{ path, previousPath: null, status: 'modified', blob }];
  const previousPath = [...gone].find(([, each]) => each === blob)?.[0];
  if (previousPath === undefined) return [{ path, previousPath: null, status: 'added', blob }];
  gone.delete(previousPath);
  return [{ path, previousPath, status: 'renamed', blob }];
}

/** Where comparisons are remembered: a pull request's files stay the same from one page of them to the next. */
export interface Comparisons {
  readonly git: GitObjects;
  readonly comparisons: Map<string, ChangedFile[]>;
}

const remembered = 20;

/** As `changedFiles`, remembered for the last few pairs. */
export function comparedFiles({ git, comparisons }: Comparisons, base: string, head: string): ChangedFile[] {
  const key = `${base}..${head}`;
  const files = comparisons.get(key) ?? changedFiles(git, base, head);
  comparisons.delete(key);
  comparisons.set(key, files);
  const [oldest] = comparisons.keys();
  if (comparisons.size > remembered && oldest !== undefined) comparisons.delete(oldest);
  return files;
}

/** What a pull request changes, seen from where it left its base. */
export function filesOfPull(known: Comparisons, { pull }: PullRequest): ChangedFile[] {
  return comparedFiles(known, mergeBase(known.git, pull.base.sha, pull.head.sha) ?? pull.base.sha, pull.head.sha);
}
