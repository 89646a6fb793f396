import { collectDocuments } from '../src/files/collect-documents.ts';
import { templatesAmong } from '../src/files/template-matcher.ts';
import type { Config } from '../src/config/schema.ts';
import type { GitHub } from '../src/github/client.ts';
import { readTree } from '../src/github/files.ts';
import { GitHubError } from '../src/github/github-error.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import type { DocumentFile } from '../src/files/attach-carriers.ts';
import type { Job } from './event.ts';
import { matching } from '../src/files/document-globs.ts';
import { detail, type Note } from './note.ts';
import { readDocuments } from './read-documents.ts';

export interface Templates {
  sources: DocumentSource[];
  notes: Note[];
}

/**
 * The templates of the documents: what they say in a field is a placeholder elsewhere. They are read as they are at
 * the base, since a pull request does not change the rules that judge it.
 */
export async function readTemplates(job: Job, config: Config, github: GitHub | null): Promise<Templates> {
  if (config.templates.length === 0) return { sources: [], notes: [] };
  try {
    const templates = templatesAmong(await documentsAtBase(job, config, github), config);
    const read = await readDocuments(job, templates, github);
    return { sources: read.flatMap((document) => (document.ok ? [document.source] : [])), notes: [] };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw new Error('while reading the templates', { cause: error });
    return { sources: [], notes: [detail(`The templates could not be read (${error.seen}); what they say in a field was not taken for a placeholder.`)] };
  }
}

async function documentsAtBase({ trigger, repository, workspace }: Job, { documents }: Config, github: GitHub | null): Promise<DocumentFile[]> {
  const base = trigger.kind === 'pull-request' ? trigger.base : trigger.kind === 'range' ? trigger.bases[0] : undefined;
  if (github && base !== undefined) return (await readTree(github, repository, base)).filter(({ path }) => matching(documents)(path));
  const local = collectDocuments({ patterns: documents, from: workspace, workingDirectory: workspace, metadataFile: null });
  return local.documents.map(({ path }) => ({ path, blob: null }));
}
