/**
 * Speaking to the runner. What a document says goes through `plainText` and Actions' own escaping, and the log
 * itself is printed while the runner obeys no command, so no document can give it one.
 */
import { randomUUID } from 'node:crypto';
import { error, info, notice, warning, type AnnotationProperties } from '@actions/core';
import type { Severity } from '../src/config/severity.ts';
import type { DocumentResult, Finding, Report } from '../src/lint/report.ts';
import { plainText } from '../src/render/plain-text.ts';
import type { Note } from './note.ts';

/** So many of a kind does GitHub show for a step. */
const shown = 10;

const commands = { error, warning, advice: notice } satisfies Record<Severity, unknown>;

export interface Annotations {
  report: Report;
  notes: readonly Note[];
  /** Whether a document is a file of the repository, or the description of a pull request. */
  isFile: (path: string) => boolean;
  /** How many errors the step shows already. */
  errorsShown: number;
}

/** A line of our own that the person who runs the job should see. */
export function annotateError(text: string, properties: AnnotationProperties = {}): void {
  error(plainText(text), properties);
}

/** Notes and findings as annotations, as many as GitHub shows; returns how many findings it does not show. */
export function annotate({ report, notes, isFile, errorsShown }: Annotations): number {
  const warnings = notes.filter(({ level }) => level === 'warning');
  for (const { text } of warnings) warning(plainText(text), { title: 'Unpause' });
  const room: Record<Severity, number> = { error: shown - errorsShown, warning: shown - warnings.length, advice: shown };
  let left = 0;
  for (const { result, finding } of inTurn(report.results)) {
    room[finding.severity] -= 1;
    if (room[finding.severity] >= 0) annotateFinding(result.path, finding, isFile(result.path));
    else left += 1;
  }
  return left;
}

interface FoundIn {
  result: DocumentResult;
  finding: Finding;
}

/** The first finding of every document, then the second of each: one long document leaves room for the others. */
function inTurn(results: readonly DocumentResult[]): FoundIn[] {
  return results
    .flatMap((result) => result.findings.map((finding, turn) => ({ result, finding, turn })))
    .sort((a, b) => a.turn - b.turn);
}

function annotateFinding(path: string, finding: Finding, isFile: boolean): void {
  const title = `Unpause ${plainText(finding.rule)}`;
  const message = plainText(finding.message);
  const tell = commands[finding.severity];
  if (isFile) tell(message, { title, file: plainText(path), ...placeOf(finding) });
  else tell(`${plainText(path)}, line ${finding.line}: ${message}`, { title });
}

/** GitHub refuses columns where the lines differ, and takes an end before the first column for the line before. */
function placeOf({ line, column, endLine, endColumn }: Finding): AnnotationProperties {
  if (endLine <= line) return { startLine: line, endLine: line, startColumn: column, endColumn: Math.max(column, endColumn) };
  return { startLine: line, endLine: endColumn === 1 ? endLine - 1 : endLine };
}

/** Prints text while the runner obeys no command in it; only who knows the random word can end that. */
export function printLog(text: string): void {
  const word = randomUUID();
  info(`::stop-commands::${word}`);
  info(text.trimEnd());
  info(`::${word}::`);
}
