import type { LineRange } from '../decision/snapshot.ts';
import { filesOfRange, type PullRequestRef } from './changed-files.ts';
import type { GitHub } from './client.ts';
import { diffRanges } from './diff-ranges.ts';
import type { GitFile } from './files.ts';

/** A file that a pull request adds, changes or renames, as it is at its head. */
export interface ChangedDocument extends GitFile {
  /** What the diff shows of it; nothing where GitHub shows no diff, as it is too large. */
  diff: readonly LineRange[];
  /** Where people read it at the head commit; null where GitHub names no such page. */
  url: string | null;
}

/** GitHub lists no more of a pull request's files. */
const listLimit = 3000;

/** The files of a pull request whose path is wanted. */
export async function changedDocuments(github: GitHub, pull: PullRequestRef, isWanted: (path: string) => boolean): Promise<ChangedDocument[]> {
  const { owner, name, number } = pull;
  let listed = 0;
  const documents = await github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo: name, pull_number: number, per_page: 100 }, ({ data }) => {
    listed += data.length;
    // Nothing but what is wanted is kept: a page of a hundred patches can be megabytes.
    return data.filter(({ filename, status }) => isWanted(filename) && status !== 'removed' && status !== 'unchanged').flatMap(toDocument);
  });
  return listed < listLimit ? documents : [...documents, ...(await beyondTheList(github, pull, { isWanted, documents }))];
}

interface FileEntry {
  filename: string;
  sha: string | null;
  patch?: string | undefined;
  blob_url?: string | null;
}

function toDocument({ filename, sha, patch, blob_url }: FileEntry): ChangedDocument[] {
  return sha === null ? [] : [{ path: filename, blob: sha, diff: diffRanges(patch ?? ''), url: blob_url ?? null }];
}

/** The rest is found by comparing; what a diff would show of it is not known. */
async function beyondTheList(
  github: GitHub,
  pull: PullRequestRef,
  { isWanted, documents }: { isWanted: (path: string) => boolean; documents: readonly ChangedDocument[] },
): Promise<ChangedDocument[]> {
  const known = new Set(documents.map(({ path }) => path));
  const files = await filesOfRange(github, pull);
  return files.filter(({ path }) => isWanted(path) && !known.has(path)).map((file) => ({ ...file, diff: [], url: null }));
}
