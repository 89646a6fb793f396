import type { LineRange } from '../decision/snapshot.ts';
import { areListedAt, changesOfRange, isChangedAtHead, type ChangedFile, type ListedAt, type PullRequestRef } from './changed-files.ts';
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

export interface Changes {
  /** The files whose path is wanted. */
  documents: ChangedDocument[];
  /** All files, also those that are taken away. */
  paths: string[];
}

/** The files of a pull request at the head that it was seen with: what was pushed since is not judged in its name. */
export async function changedDocuments(github: GitHub, pull: PullRequestRef, isWanted: (path: string) => boolean): Promise<Changes> {
  const { isAtHead, ...listed } = await listDocuments(github, pull, isWanted);
  if (isAtHead && listed.paths.length < listLimit) return listed;
  const files = await changesOfRange(github, pull);
  if (!isAtHead) return { documents: toDocuments(files, isWanted), paths: files.map(({ filename }) => filename) };
  const known = new Set(listed.paths);
  const rest = files.filter(({ filename }) => !known.has(filename));
  return { documents: [...listed.documents, ...toDocuments(rest, isWanted)], paths: [...listed.paths, ...rest.map(({ filename }) => filename)] };
}

/** Nothing but what is wanted is kept whole: a page of a hundred patches can be megabytes. */
async function listDocuments(github: GitHub, { owner, name, number, head }: PullRequestRef, isWanted: (path: string) => boolean): Promise<Changes & { isAtHead: boolean }> {
  const paths: string[] = [];
  const listed: ListedAt[] = [];
  const documents = await github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo: name, pull_number: number, per_page: 100 }, ({ data }) => {
    paths.push(...data.map(({ filename }) => filename));
    listed.push(...data.map(({ status, contents_url }) => ({ status, contents_url })));
    return toDocuments(data, isWanted);
  });
  return { documents, paths, isAtHead: areListedAt(head, listed) };
}

function toDocuments(files: readonly ChangedFile[], isWanted: (path: string) => boolean): ChangedDocument[] {
  return files.filter((file) => isWanted(file.filename) && isChangedAtHead(file)).flatMap(toDocument);
}

function toDocument({ filename, sha, patch, blob_url }: ChangedFile): ChangedDocument[] {
  return sha === null ? [] : [{ path: filename, blob: sha, diff: diffRanges(patch ?? ''), url: blob_url ?? null }];
}
