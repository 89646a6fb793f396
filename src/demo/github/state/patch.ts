import type { Buffer } from 'node:buffer';
import { diffLines, type DiffLine } from './line-diff.ts';

export interface Hunk {
  /** `@@ -1,3 +1,4 @@` */
  header: string;
  lines: readonly DiffLine[];
}

export interface Patch {
  additions: number;
  deletions: number;
  hunks: readonly Hunk[];
  /** The unified diff without its file names; null where GitHub leaves it out. */
  text: string | null;
}

const contextLines = 3;

/** GitHub shows no diff of a file beyond so many lines, nor of a binary one. */
const lineLimit = 20_000;
const noNewline = '\\ No newline at end of file';

/** The difference of two blobs; an empty one stands for a file that is not there. */
export function makePatch(before: Buffer, after: Buffer): Patch {
  const isBinary = before.includes(0) || after.includes(0);
  if (isBinary) return { additions: 0, deletions: 0, hunks: [], text: null };
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const lines = diffLines(old, fresh);
  const additions = lines.filter(({ mark }) => mark === '+').length;
  const deletions = lines.filter(({ mark }) => mark === '-').length;
  if (additions + deletions > lineLimit) return { additions, deletions, hunks: [], text: null };
  const hunks = cutHunks(lines);
  return { additions, deletions, hunks, text: hunks.length === 0 ? null : hunks.map(renderHunk).join('\n') };
}

export function renderHunk({ header, lines }: Hunk): string {
  return [header, ...lines.map(({ mark, text }) => (text.endsWith('\n') ? `${mark}${text.slice(0, -1)}` : `${mark}${text}\n${noNewline}`))].join('\n');
}

/** Lines with their ends, so that a last line without one differs from the same line with one. */
function linesOf(bytes: Buffer): string[] {
  return bytes.toString('utf8').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function cutHunks(lines: readonly DiffLine[]): Hunk[] {
  const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  const spans: { start: number; end: number }[] = [];
  for (const index of changed) {
    const last = spans.at(-1);
    const end = Math.min(lines.length, index + contextLines + 1);
    if (last !== undefined && index - contextLines <= last.end) last.end = end;
    else spans.push({ start: Math.max(0, index - contextLines), end });
  }
  return spans.map(({ start, end }) => hunkOf(lines, start, end));
}

function hunkOf(all: readonly DiffLine[], start: number, end: number): Hunk {
  const lines = all.slice(start, end);
  const before = rangeOf(all.slice(0, end).map((line) => line.before), start);
  const after = rangeOf(all.slice(0, end).map((line) => line.after), start);
  return { header: `@@ -${before} +${after} @@`, lines };
}

/** `12,3`; just `12` for one line; where there is none, the line before it and `,0`. */
function rangeOf(numbers: readonly (number | null)[], start: number): string {
  const inside = numbers.slice(start).filter((number) => number !== null);
  const [first] = inside;
  if (first === undefined) return `${numbers.findLast((number) => number !== null) ?? 0},0`;
  return inside.length === 1 ? `${first}` : `${first},${inside.length}`;
}
