import type { Summary } from '../lint/report.ts';

/** A number with its noun: `1 document`, `2 documents`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What was found, by severity: `1 error, 2 warnings`; empty where nothing was. Advice has no plural. */
export function countsBySeverity({ errors, warnings, advice }: Omit<Summary, 'documents' | 'fixable'>): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(countOf(errors, 'error'));
  if (warnings > 0) parts.push(countOf(warnings, 'warning'));
  if (advice > 0) parts.push(`${advice} advice`);
  return parts.join(', ');
}
