/**
 * `--fix` for one document: the mended text only where reading it again proves that nothing was lost,
 * and the file only where it is still the one that was read.
 */
import { lstatSync } from 'node:fs';
import type { Linter } from '../lib.ts';
import type { Severity } from '../config/severity.ts';
import type { DocumentResult } from '../lint/report.ts';
import { decodeText, encodeText } from '../files/decode-text.ts';
import type { OpenDocument } from './document-reader.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { writeAtomically } from './write-atomically.ts';

export interface Mended {
  text: string;
  result: DocumentResult;
}

/** The document after its fixes; null where there is nothing to mend, or why it is better left alone. */
export function mendDocument(linter: Linter, document: OpenDocument, before: DocumentResult, now: Date): Mended | { refused: string } | null {
  const { source, encoding } = document;
  if (source.undecodable) return { refused: leftAlone(source.path, 'some of its bytes are no text', 'save it as UTF-8 first') };
  const text = linter.fix(source, { now });
  if (text === source.text) return null;
  const readBack = decodeText(encodeText(text, encoding));
  const result = linter.lint({ ...source, text: readBack.text }, { now });
  if (readBack.text !== text || readBack.undecodable || !isNoWorse(before, result)) {
    return { refused: leftAlone(source.path, 'its mended text would not read as intended', 'mend it by hand') };
  }
  return { text, result };
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

/**
 * A mended document has no more findings of any weight, and reads the same people. An inserted field may trade
 * one finding for another: it is there now, and asks to be filled in.
 */
function isNoWorse(before: DocumentResult, after: DocumentResult): boolean {
  const heavier = (['error', 'warning', 'advice'] as const).some((least) => countFrom(after, least) > countFrom(before, least));
  const { decision } = after;
  const logins = new Set(decision.owners.map((owner) => owner.login));
  const samePeople = before.decision.owners.every(({ login }) => login === null || logins.has(login));
  const fieldKept = decision.present || !before.decision.present;
  return !heavier && samePeople && fieldKept && decision.owners.length >= before.decision.owners.length;
}

const weights: Record<Severity, number> = { error: 2, warning: 1, advice: 0 };

/** How many findings are at least this heavy. */
function countFrom({ findings }: DocumentResult, least: Severity): number {
  return findings.filter(({ severity }) => weights[severity] >= weights[least]).length;
}
