import type { DocumentSource } from '../lint/document-source.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { largestDocument } from './read-bytes.ts';

/** A document's text from its bytes, or why it cannot be judged. */
export function readSource(bytes: Buffer, { path, carriedBy }: Pick<DocumentSource, 'path' | 'carriedBy'>): { ok: true; source: DocumentSource; encoding: Encoding } | { ok: false; reason: string } {
  if (bytes.length > largestDocument) return { ok: false, reason: 'it is over 50 MB large, expected at most 50 MB; split it, or leave it out of `documents`' };
  const { text, encoding, undecodable } = decodeText(bytes);
  return { ok: true, encoding, source: { path, text, undecodable, ...(carriedBy === undefined ? {} : { carriedBy }) } };
}
