import type { LineRange } from '../decision/snapshot.ts';

/** Lines from `start` to `end` (from 1, both included) that become `lines`. */
export interface LineChange extends LineRange {
  lines: readonly string[];
}

/**
 * The changes, in order, that make one text of the other; each replaces at least one line, as a suggestion does: an
 * insertion takes along the line before it, or the first line at the very top. Made for texts that differ by
 * insertions and by lines changed in place; others come out right, and longer than they need to be.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  for (const [index, lines] of whatBecomesOf(before, after).entries()) {
    if (lines.length === 1 && lines[0] === before[index]) continue;
    const last = changes.at(-1);
    if (last?.end === index) changes[changes.length - 1] = { start: last.start, end: index + 1, lines: [...last.lines, ...lines] };
    else changes.push({ start: index + 1, end: index + 1, lines });
  }
  return changes;
}

/** For each line the lines that stand in its place; one after the other, they are the new text. */
function whatBecomesOf(before: readonly string[], after: readonly string[]): string[][] {
  const becomes = before.map((): string[] => []);
  let reached = 0;
  for (const [index, line] of before.entries()) {
    const again = after.indexOf(line, reached);
    // A line that comes again may have others in front of it; one that does not was changed in place.
    const inserted = after.slice(reached, again === -1 ? reached : again);
    becomes[Math.max(0, index - 1)]?.push(...inserted);
    const own = after.slice(reached + inserted.length, reached + inserted.length + 1);
    becomes[index]?.push(...own);
    reached += inserted.length + own.length;
  }
  becomes.at(-1)?.push(...after.slice(reached));
  return becomes;
}
