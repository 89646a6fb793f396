/** `--fix` for one document: the file is written only where it is still the one that was read. */
import { lstatSync } from 'node:fs';
import type { Linter } from '../lib.ts';
import type { DocumentResult } from '../lint/report.ts';
import { encodeText } from '../files/decode-text.ts';
import { mendText, type Mended } from '../files/mend-text.ts';
import type { OpenDocument } from './document-reader.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { writeAtomically } from './write-atomically.ts';

/** The document after its fixes; null where there is nothing to mend, or why it is better left alone. */
export function mendDocument(linter: Linter, document: OpenDocument, before: DocumentResult, now: Date): Mended | { refused: string } | null {
  const { source, encoding } = document;
  const mended = mendText(linter, { source, encoding, before }, now);
  if (mended === 'undecodable') return { refused: leftAlone(source.path, 'some of its bytes are no text', 'save it as UTF-8 first') };
  return mended === 'unsafe' ? { refused: leftAlone(source.path, 'its mended text would not read as intended', 'mend it by hand') } : mended;
}

/** Writes the mended text in the document's own encoding, in one step. */
export function writeMended({ source, encoding, file }: OpenDocument, text: string): void {
  if (file === null) return;
  const stats = lstatSync(file.absolute, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) throw new UserError(leftAlone(source.path, 'it is a symbolic link', 'name the file it leads to'));
  if (stats?.mtimeMs !== file.stats.mtimeMs || stats.size !== file.stats.size) {
    throw new UserError(leftAlone(source.path, 'it changed while it was read', 'run --fix again'));
  }
  try {
    writeAtomically(file.absolute, encodeText(text, encoding), stats);
  } catch (error) {
    throw new UserError(leftAlone(source.path, `it cannot be written: ${reasonOf(error)}`, 'make its folder writable'), { cause: error });
  }
}

function leftAlone(path: string, why: string, instead: string): string {
  return `${path}: left as it is by --fix (${why}); ${instead}`;
}
