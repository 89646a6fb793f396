/** What mends a document, for `--fix` and for the button alike: only where reading it again proves that nothing was lost. */
import type { Severity } from '../config/severity.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import type { DocumentResult } from '../lint/report.ts';
import type { Linter } from '../lib.ts';
import { decodeText, encodeText, type Encoding } from './decode-text.ts';

export interface Mended {
  text: string;
  result: DocumentResult;
}

export interface ToMend {
  source: DocumentSource;
  encoding: Encoding;
  before: DocumentResult;
}

/** Why a document is better left alone: it cannot be read whole, or its mended text would not read as intended. */
export type LeftAlone = 'undecodable' | 'unsafe';

/** Null where there is nothing to mend. */
export function mendText(linter: Linter, { source, encoding, before }: ToMend, now: Date): Mended | LeftAlone | null {
  if (source.undecodable) return 'undecodable';
  const text = linter.fix(source, { now });
  if (text === source.text) return null;
  const readBack = decodeText(encodeText(text, encoding));
  const result = linter.lint({ ...source, text: readBack.text }, { now });
  return readBack.text === text && !readBack.undecodable && isNoWorse(before, result) ? { text, result } : 'unsafe';
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
