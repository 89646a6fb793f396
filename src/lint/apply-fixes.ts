/** Applies the fixes that findings carry. */
import type { Edit, Finding } from './report.ts';

/** The text with every edit that does not touch one before it; what was left out is found again on the next pass. */
export function applyFixes(text: string, findings: readonly Finding[]): string {
  return applyEdits(text, findings.flatMap(({ fix }) => fix ?? []));
}

/** The same for edits alone. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  let last = -1;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.start === last) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
    last = edit.start;
  }
  return parts.join('') + text.slice(at);
}
