import type { LineRange } from '../decision/snapshot.ts';

/** For example `@@ -12,3 +14,9 @@ fn main()`; a count that is left out is one. */
const hunkHead = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm;

/** The lines of a file's new side that its patch shows, unchanged ones around a change too. */
export function diffRanges(patch: string): LineRange[] {
  return [...patch.matchAll(hunkHead)].flatMap(([, first, count]) => {
    const [start, lines] = [Number(first), Number(count ?? 1)];
    return lines === 0 ? [] : [{ start, end: start + lines - 1 }];
  });
}
