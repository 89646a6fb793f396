import type { Linter } from '../lib.ts';
import type { DocumentResult } from '../lint/report.ts';
import type { OpenDocument } from './document-reader.ts';
import type { ResultCache } from './result-cache.ts';
import { say } from './standard-streams.ts';
import { UserError } from '../files/user-error.ts';

/** What a run keeps while document after document passes through. */
export interface LintSession {
  linter: Linter;
  now: Date;
  /** `write`: mend the files; `show`: report as if they were mended; `no`: leave them be. */
  fixes: 'no' | 'show' | 'write';
  cache: ResultCache | null;
  /** Is shown every text beside its result, while the text is at hand. */
  witness: ((text: string, result: DocumentResult) => void) | null;
}

export interface Outcome {
  result: DocumentResult;
  /** False where a fix could not be written. */
  written: boolean;
}

/** Lints one document, and mends it where that was asked for. */
export async function lintOne(session: LintSession, document: OpenDocument): Promise<Outcome> {
  const { linter, cache, now, fixes, witness } = session;
  const before = cache?.find(document) ?? linter.lint(document.source, { now });
  cache?.keep(document, before);
  const mended = fixes === 'no' ? null : await mend(session, document, before);
  const { text, result } = mended ?? { text: document.source.text, result: before };
  witness?.(text, result);
  return { result: detach(result), written: mended?.written ?? true };
}

async function mend({ linter, now, fixes }: LintSession, document: OpenDocument, before: DocumentResult) {
  if (before.findings.every((finding) => finding.fix === null)) return null;
  const { mendDocument, writeMended } = await import('./mend-document.ts');
  const mended = mendDocument(linter, document, before, now);
  if (mended === null) return null;
  if ('refused' in mended) {
    say(mended.refused);
    return null;
  }
  if (fixes === 'show') return { ...mended, written: true };
  try {
    writeMended(document, mended.text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    error.lines.forEach(say);
    return { text: document.source.text, result: before, written: false };
  }
  say(`${document.source.path}: mended`);
  return { ...mended, written: true };
}

/**
 * A copy that shares nothing with the document: the engine cuts its texts out of the document's, and each such
 * piece would keep the whole document in memory for as long as the report lives.
 */
function detach(result: DocumentResult): DocumentResult {
  return JSON.parse(JSON.stringify(result)) as DocumentResult;
}
