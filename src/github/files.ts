import { Buffer } from 'node:buffer';
import type { GitHub, Repository } from './client.ts';
import { GitHubError, orNull } from './github-error.ts';

/** A file as git names it: the same blob id is the same bytes, wherever they are read. */
export interface GitFile {
  path: string;
  blob: string;
}

export interface FileAddress extends Repository {
  path: string;
}

/** The bytes of a blob, whatever its size (the contents route ends at 1 MB, this one at 100 MB). */
export async function readBlob(github: GitHub, { owner, name }: Repository, blob: string): Promise<Uint8Array> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { owner, repo: name, file_sha: blob });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}

/** The text of a file on the default branch; null where there is none, or none that the token may see. */
export async function readFileText(github: GitHub, { owner, name, path }: FileAddress): Promise<string | null> {
  const answer = await orNull(github.request('GET /repos/{owner}/{repo}/contents/{path}', { owner, repo: name, path }));
  if (answer === null) return null;
  const { data } = answer;
  if (Array.isArray(data) || !('content' in data) || data.encoding !== 'base64') {
    throw new GitHubError('unexpected', `${owner}/${name} has something at ${path} that is no file of less than 1 MB`);
  }
  return Buffer.from(data.content, 'base64').toString('utf8');
}

/** Every regular file of a commit. Symbolic links and submodules are left out: they hold no text of their own. */
export async function readTree(github: GitHub, { owner, name }: Repository, commit: string): Promise<GitFile[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { owner, repo: name, tree_sha: commit, recursive: 'true' });
  if (data.truncated) {
    throw new GitHubError('unexpected', `GitHub lists only a part of the files of ${owner}/${name}, as there are so many`);
  }
  return data.tree
    .filter(({ type, mode }) => type === 'blob' && mode !== '120000')
    .map(({ path, sha }) => ({ path, blob: sha }));
}
