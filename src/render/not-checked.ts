import type { Report } from '../lint/report.ts';

/** A rule that could not be judged for one reason, and the documents this concerns. */
export interface NotCheckedGroup {
  rule: string;
  reason: string;
  paths: string[];
}

/**
 * What could not be checked, once per rule and reason: with no token, ten thousand documents
 * share one reason, and a reader wants to read it once.
 */
export function groupNotChecked(report: Report): NotCheckedGroup[] {
  const groups = new Map<string, NotCheckedGroup>();
  for (const { path, notChecked } of report.results) {
    for (const { rule, reason } of notChecked) {
      const key = JSON.stringify([rule, reason]);
      const group = groups.get(key);
      if (group) group.paths.push(path);
      else groups.set(key, { rule, reason, paths: [path] });
    }
  }
  return [...groups.values()];
}
