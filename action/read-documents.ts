import { Buffer } from 'node:buffer';
import { readSource } from '../src/files/read-source.ts';
import type { GitHub } from '../src/github/client.ts';
import { readBlob } from '../src/github/files.ts';
import { GitHubError } from '../src/github/github-error.ts';
import { inParallel } from '../src/github/in-parallel.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import type { DocumentFile } from '../src/files/attach-carriers.ts';
import { isBlob, readCheckout } from './checkout.ts';
import type { Job } from './event.ts';

/** A document's text, or why it cannot be judged. */
export type ReadDocument = { ok: true; source: DocumentSource } | { ok: false; path: string; reason: string };

/** Requests at once. */
const atOnce = 8;

/**
 * Reads the texts: from the checkout where it holds the very bytes that are to be judged, else through the API.
 * One that cannot be read does not keep the others from being judged.
 */
export async function readDocuments(job: Job, documents: readonly DocumentFile[], github: GitHub | null): Promise<ReadDocument[]> {
  return await inParallel(documents, atOnce, async (document) => await readDocument(job, document, github));
}

async function readDocument(job: Job, { path, blob, carriedBy }: DocumentFile, github: GitHub | null): Promise<ReadDocument> {
  const bytes = await readBytes(job, { path, blob }, github);
  if (typeof bytes === 'string') return { ok: false, path, reason: bytes };
  const read = readSource(bytes, carriedBy === undefined ? { path } : { path, carriedBy });
  return read.ok ? read : { ...read, path };
}

/** The bytes, or why there are none. */
async function readBytes({ workspace, repository }: Job, { path, blob }: DocumentFile, github: GitHub | null): Promise<Buffer | string> {
  const local = await readCheckout(workspace, path);
  if (blob === null) return local ?? 'it is no regular file in the checkout; name the file itself instead of a link to it';
  if (local && isBlob(local, blob)) return local;
  if (!github) return 'it is not in the checkout, and there is no token to ask GitHub with';
  try {
    return Buffer.from(await readBlob(github, repository, blob));
  } catch (error) {
    if (error instanceof GitHubError) return error.message;
    throw new Error(`while reading ${path}`, { cause: error });
  }
}
