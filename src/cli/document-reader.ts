import type { Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { DocumentSource } from '../lint/document-source.ts';
import { type DocumentFile, shownPath } from '../files/collect-documents.ts';
import { decodeText, type Encoding } from '../files/decode-text.ts';
import { readBytes, refuseLarge } from '../files/read-bytes.ts';

/** A document in memory: its text for the engine, and what is needed to write it back. */
export interface OpenDocument {
  source: DocumentSource;
  bytes: Buffer;
  encoding: Encoding;
  /** Null: it came by standard input. */
  file: { absolute: string; stats: Stats } | null;
}

/** Reads and decodes a file. */
export function openDocument({ path, absolute, carriedBy }: DocumentFile): OpenDocument {
  const { bytes, stats } = readBytes(absolute, path);
  return { ...decode(path, bytes, carriedBy), file: { absolute, stats } };
}

/** Reads standard input to its end, as the document of the given name. */
export async function openStandardInput(name: string, workingDirectory: string): Promise<OpenDocument> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    refuseLarge(size, name);
    chunks.push(chunk);
  }
  const path = shownPath(resolve(workingDirectory, name), workingDirectory);
  return { ...decode(path, Buffer.concat(chunks), null), file: null };
}

function decode(path: string, bytes: Buffer, carriedBy: string | null): Omit<OpenDocument, 'file'> {
  const { text, encoding, undecodable } = decodeText(bytes);
  return { source: { path, text, ...(undecodable && { undecodable }), ...(carriedBy !== null && { carriedBy }) }, bytes, encoding };
}
