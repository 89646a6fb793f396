import type { DocumentSource } from '../lint/document-source.ts';
import type { DocumentResult } from '../lint/report.ts';
import type { DocumentFile } from '../files/collect-documents.ts';
import { type OpenDocument, openDocument } from './document-reader.ts';
import { lintOne, type LintSession } from './lint-session.ts';
import { startProgress } from './progress-line.ts';
import { say } from './standard-streams.ts';
import { UserError } from '../files/user-error.ts';

export interface LintedFiles {
  results: DocumentResult[];
  /** False where a file could not be read or written; standard error says which. */
  complete: boolean;
}

/** Lints file after file; only one text at a time is in memory. */
export async function lintFiles(session: LintSession, files: readonly DocumentFile[]): Promise<LintedFiles> {
  const results: DocumentResult[] = [];
  let complete = true;
  const progress = startProgress(files.length);
  for (const [done, file] of files.entries()) {
    progress.at(done);
    const document = openOrSay(file, progress.erase);
    const outcome = document && (await lintOne(session, document));
    if (outcome) results.push(outcome.result);
    complete &&= outcome?.written ?? false;
  }
  progress.erase();
  return { results, complete };
}

/** The templates as the engine takes them; one that cannot be read is said, unless the run itself comes to it. */
export function readTemplates(templates: readonly DocumentFile[], files: readonly DocumentFile[]): DocumentSource[] {
  const coming = new Set(files.map(({ absolute }) => absolute));
  return templates.flatMap((template) => {
    const document = openOrSay(template, () => undefined, coming.has(template.absolute));
    return document ? [document.source] : [];
  });
}

function openOrSay(file: DocumentFile, beforehand: () => void, quietly = false): OpenDocument | null {
  try {
    return openDocument(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    beforehand();
    if (!quietly) error.lines.forEach(say);
    return null;
  }
}
