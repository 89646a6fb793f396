import type { Mistake } from '../config/mistake.ts';
import type { Severity } from '../config/severity.ts';
import type { ObservedDocument } from '../decision/snapshot.ts';
import type { Annotation } from '../decision/write.ts';
import type { Finding } from '../lint/report.ts';
import { annotationPlace } from './annotation-place.ts';
import { plainText } from './plain-text.ts';

const levels: Record<Severity, Annotation['annotation_level']> = { error: 'failure', warning: 'warning', advice: 'notice' };

/** Each fifty cost a request; a document with more findings than this has one problem, not five hundred. */
const most = 500;
/** GitHub's limits, in characters. */
const longestTitle = 255;
const longestMessage = 16_000;

/** The findings in files, as annotations on their lines, the errors first. A body has no lines that GitHub would show. */
export function annotateFindings(documents: readonly ObservedDocument[]): Annotation[] {
  const found = documents.flatMap(({ path, blob, result }) => (blob === null || result === null ? [] : result.findings.map((finding) => ({ path, finding }))));
  const errorsFirst = found.toSorted((a, b) => weight(a.finding) - weight(b.finding));
  return errorsFirst.slice(0, most).map(({ path, finding }) => annotateFinding(path, finding));
}

function weight({ severity }: Finding): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
}

function annotateFinding(path: string, finding: Finding): Annotation {
  const { startLine, endLine, columns } = annotationPlace(finding);
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(columns && { start_column: columns.start, end_column: columns.end }),
    annotation_level: levels[finding.severity],
    title: plainText(`Unpause: ${finding.rule}`).slice(0, longestTitle),
    message: plainText(finding.message).slice(0, longestMessage),
  };
}

/** What is wrong with a config file that a pull request changes, on its lines. */
export function annotateMistakes(path: string, mistakes: readonly Mistake[]): Annotation[] {
  return mistakes.filter(({ source }) => source === null).slice(0, most).map(({ line, column, message }) => ({
    path,
    start_line: line,
    end_line: line,
    start_column: column,
    end_column: column,
    annotation_level: 'failure',
    title: 'Unpause: config',
    message: plainText(message).slice(0, longestMessage),
  }));
}
