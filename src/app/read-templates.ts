import { Buffer } from 'node:buffer';
import type { Config } from '../config/schema.ts';
import { decodeText } from '../files/decode-text.ts';
import { matching } from '../files/document-globs.ts';
import { templateMatcher } from '../files/template-matcher.ts';
import type { GitHub, Repository } from '../github/client.ts';
import { readBlob, readTree } from '../github/files.ts';
import { GitHubError } from '../github/github-error.ts';
import { inParallel } from '../github/in-parallel.ts';
import type { DocumentSource } from '../lint/document-source.ts';

/** A repository has one or two; a glob that takes every document for a template should not cost a request for each. */
const mostTemplates = 20;
/** Requests at once. */
const atOnce = 4;

/**
 * The templates on the default branch: what they say in a field is a placeholder elsewhere. A tree too large for
 * GitHub to list whole counts as one without templates; nothing else is guessed.
 */
export async function readTemplates(github: GitHub, repository: Repository & { defaultBranch: string }, config: Config): Promise<DocumentSource[]> {
  if (config.templates.length === 0) return [];
  const isTemplate = templateMatcher(config);
  const isDocument = matching(config.documents);
  const files = await wholeTree(github, repository);
  const templates = files.filter(({ path }) => isDocument(path) && isTemplate(path)).slice(0, mostTemplates);
  return await inParallel(templates, atOnce, async ({ path, blob }) => ({ path, text: decodeText(Buffer.from(await readBlob(github, repository, blob))).text }));
}

async function wholeTree(github: GitHub, repository: Repository & { defaultBranch: string }) {
  try {
    return await readTree(github, repository, repository.defaultBranch);
  } catch (error) {
    // `unexpected`: GitHub listed a part; `missing`: nothing was ever committed.
    if (error instanceof GitHubError && (error.kind === 'unexpected' || error.kind === 'missing')) return [];
    throw new Error('while looking for templates', { cause: error });
  }
}
