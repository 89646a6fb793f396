import type { Place } from '../lint/report.ts';

/** A place as GitHub's annotations take it: both ends included; columns only where it begins and ends on one line. */
export interface AnnotationPlace {
  startLine: number;
  endLine: number;
  columns: { start: number; end: number } | null;
}

/**
 * GitHub refuses columns where the lines differ, and counts a place that ends before the first
 * column of a line as ending on the line before.
 */
export function annotationPlace({ line, column, endLine, endColumn }: Place): AnnotationPlace {
  if (endLine <= line) return { startLine: line, endLine: line, columns: { start: column, end: Math.max(column, endColumn) } };
  return { startLine: line, endLine: endColumn === 1 ? endLine - 1 : endLine, columns: null };
}
