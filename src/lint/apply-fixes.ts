/** Applies the fixes that findings carry. */
import type { Edit, Finding } from './report.ts';

/** The text with every edit that does not touch one before it; what was left out is found again on the next pass. */
export function applyFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.map((finding) => finding.fix).filter((fix): fix is Edit => fix !== null);
  const parts: string[] = [];
  let at = 0;
  let last = -1;
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.start === last) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
    last = edit.start;
  }
  return parts.join('') + text.slice(at);
}
