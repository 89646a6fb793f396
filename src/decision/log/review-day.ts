/** Which decisions are to be looked back at, when, and by whom. */
import type { LogEntry } from './entry.ts';

/**
 * On which day the owner looks back at a decision, `2026-12-01`; null where nobody does, or where it is known already
 * how it turned out. What was decided again since, or is open again, is not looked back at.
 */
export function reviewDay({ reviewOn, review, result, reopened }: Pick<LogEntry, 'reviewOn' | 'review' | 'result' | 'reopened'>): string | null {
  return review === null && reopened === null && result !== 'superseded' ? reviewOn : null;
}

/** The GitHub id of whoever looks back: the Decision Owner, else who decided; null where nobody does. */
export function reviewer(entry: LogEntry): number | null {
  return reviewDay(entry) === null ? null : (entry.owner ?? entry.by)?.id ?? null;
}
