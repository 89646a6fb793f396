/** Files of the default branch that matter to every RFC of a repository, read together: one look at its tree finds them all. */
import type { Config } from '../config/schema.ts';
import type { GitHub, Repository } from '../github/client.ts';
import { readTree, type GitFile } from '../github/files.ts';
import { GitHubError } from '../github/github-error.ts';
import { codeownersPaths, readCodeowners } from '../github/read-codeowners.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { readTemplates } from './read-templates.ts';

/** The templates, and `CODEOWNERS` where the config asks for it. */
export async function readSharedFiles(github: GitHub, repository: Repository & { defaultBranch: string }, config: Config): Promise<DocumentSource[]> {
  const wantsTemplates = config.templates.length > 0;
  const wantsOwners = config.dri.pool.includes('codeowners');
  if (!wantsTemplates && !wantsOwners) return [];
  const tree = await wholeTree(github, repository);
  const [templates, owners] = await Promise.all([
    wantsTemplates ? readTemplates(github, repository, { config, files: tree ?? [] }) : [],
    wantsOwners ? readCodeowners(github, repository, tree) : null,
  ]);
  return owners === null ? templates : [...templates, owners];
}

/** The templates among the shared files. */
export function templatesIn(files: readonly DocumentSource[]): DocumentSource[] {
  return files.filter(({ path }) => !codeownersPaths.includes(path));
}

/** The text of `CODEOWNERS`; null where there is none. */
export function codeownersIn(files: readonly DocumentSource[]): string | null {
  return files.find(({ path }) => codeownersPaths.includes(path))?.text ?? null;
}

/** Null where it is too large for GitHub to list whole: then it counts as one without templates. */
async function wholeTree(github: GitHub, repository: Repository & { defaultBranch: string }): Promise<GitFile[] | null> {
  try {
    return await readTree(github, repository, repository.defaultBranch);
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'unexpected') return null;
    // Nothing was ever committed.
    if (error instanceof GitHubError && error.kind === 'missing') return [];
    throw new Error('while looking for templates and CODEOWNERS', { cause: error });
  }
}
