import type { Buffer } from 'node:buffer';
import type { ChangedFile } from '../state/changed-files.ts';
import type { TreeEntry } from '../state/git-objects.ts';
import type { Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { apiUrl, escapePath, pageUrl } from './urls.ts';

interface Place {
  repository: Repository;
  path: string;
  /** As the request named it: a branch or a commit. */
  ref: string;
}

/** The contents route goes no further than this, in bytes. */
const contentLimit = 1_000_000;

/** GitHub's `diff-entry`. */
export function presentChangedFile(world: WorldState, { repository, ref }: Omit<Place, 'path'>, file: ChangedFile): Record<string, unknown> {
  const { path, status, blob, patch, previousPath } = file;
  const html = pageUrl(world, repository);
  return {
    sha: blob,
    filename: path,
    status,
    additions: patch.additions,
    deletions: patch.deletions,
    changes: patch.additions + patch.deletions,
    blob_url: `${html}/blob/${ref}/${escapePath(path)}`,
    raw_url: `${html}/raw/${ref}/${escapePath(path)}`,
    contents_url: `${apiUrl(world, repository)}/contents/${escapePath(path)}?ref=${ref}`,
    ...(patch.text === null ? {} : { patch: patch.text }),
    ...(previousPath === null ? {} : { previous_filename: previousPath }),
  };
}

/** GitHub's `content-file`; beyond 1 MB it has no content, only the way to its blob. */
export function presentContentFile(world: WorldState, place: Place, { sha, bytes }: { sha: string; bytes: Buffer }): Record<string, unknown> {
  const isTooLarge = bytes.length > contentLimit;
  return {
    ...presentContentEntry(world, place, { path: '', mode: '100644', type: 'blob', sha }),
    size: bytes.length,
    content: isTooLarge ? '' : presentBase64(bytes),
    encoding: isTooLarge ? 'none' : 'base64',
  };
}

/** One entry of a folder, without its content. */
export function presentContentEntry(world: WorldState, { repository, path, ref }: Place, { type, sha }: TreeEntry): Record<string, unknown> {
  const kind = type === 'blob' ? 'file' : 'dir';
  const api = apiUrl(world, repository);
  const html = pageUrl(world, repository);
  const self = `${api}/contents/${escapePath(path)}?ref=${ref}`;
  const git = `${api}/git/${type}s/${sha}`;
  const page = `${html}/${type}/${ref}/${escapePath(path)}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    size: world.git.blob(sha)?.length ?? 0,
    url: self,
    html_url: page,
    git_url: git,
    download_url: type === 'blob' ? `${html}/raw/${ref}/${escapePath(path)}` : null,
    type: kind,
    _links: { self, git, html: page },
  };
}

/** GitHub breaks base64 into lines of 60, each with its end. */
export function presentBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
