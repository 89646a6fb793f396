import { Buffer } from 'node:buffer';
import type { Config } from '../config/schema.ts';
import { decodeText } from '../files/decode-text.ts';
import { matching } from '../files/document-globs.ts';
import { templatesAmong } from '../files/template-matcher.ts';
import type { GitHub, Repository } from '../github/client.ts';
import { readBlob, type GitFile } from '../github/files.ts';
import { inParallel } from '../github/in-parallel.ts';
import type { DocumentSource } from '../lint/document-source.ts';

/** Requests at once. */
const atOnce = 4;

/** The templates among the files of the default branch: what they say in a field is a placeholder elsewhere. */
export async function readTemplates(github: GitHub, repository: Repository, { config, files }: { config: Config; files: readonly GitFile[] }): Promise<DocumentSource[]> {
  const isDocument = matching(config.documents);
  const templates = templatesAmong(files.filter(({ path }) => isDocument(path)), config);
  return await inParallel(templates, atOnce, async ({ path, blob }) => ({ path, text: decodeText(Buffer.from(await readBlob(github, repository, blob))).text }));
}
