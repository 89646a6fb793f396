/** Suggestions in review comments, and what a file is once one is committed. */

const block = /^(`{3,})suggestion[^\S\n]*\n([\s\S]*?)^\1[^\S\n]*$/m;

/** The lines that a comment suggests; null where it suggests none. */
export function suggestedLines(body: string): string[] | null {
  const inside = block.exec(body)?.[2];
  if (inside === undefined) return null;
  return inside === '' ? [] : inside.replace(/\n$/, '').split('\n');
}

/** The text with lines `start` to `end`, counted from 1, replaced. */
export function replaceLines(text: string, { start, end }: { start: number; end: number }, lines: readonly string[]): string {
  return text.split('\n').toSpliced(start - 1, end - start + 1, ...lines).join('\n');
}
