import { Buffer } from 'node:buffer';
import type { GitHub, Repository } from './client.ts';
import { readBlob, readFileText, type GitFile } from './files.ts';
import { unlessDenied } from './unless-denied.ts';

/** Where GitHub looks for it, in this order; the first one counts. */
export const codeownersPaths: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export interface CodeownersFile {
  path: string;
  text: string;
}

/** The file on the default branch, whose tree is given as far as it is known; null where there is none, or GitHub does not show it. */
export async function readCodeowners(github: GitHub, repository: Repository, tree: readonly GitFile[] | null): Promise<CodeownersFile | null> {
  if (tree === null) return await tryEach(github, repository);
  const files = codeownersPaths.flatMap((wanted) => tree.filter(({ path }) => path === wanted));
  const [file] = files;
  if (file === undefined) return null;
  const bytes = await unlessDenied(readBlob(github, repository, file.blob));
  return bytes && { path: file.path, text: Buffer.from(bytes).toString('utf8') };
}

async function tryEach(github: GitHub, repository: Repository): Promise<CodeownersFile | null> {
  for (const path of codeownersPaths) {
    const text = await unlessDenied(readFileText(github, { ...repository, path }));
    if (text !== null) return { path, text };
  }
  return null;
}
