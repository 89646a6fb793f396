import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffLines } from '../../../src/demo/github/state/line-diff.ts';
import { makePatch } from '../../../src/demo/github/state/patch.ts';
import { runs, seed } from '../../support/property-runs.ts';

const someLines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 });
const options = { seed, numRuns: runs({ desk: 300, ci: 1000, long: 20_000 }) };

/** The classic table: how many lines two texts have in common, in order. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = after.map(() => 0);
  for (const line of before) {
    const next: number[] = [];
    after.forEach((other, index) => next.push(line === other ? (row[index - 1] ?? 0) + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('diffLines', () => {
  it('holds both texts, in as few edits as there can be', () => {
    fc.assert(
      fc.property(someLines, someLines, (before, after) => {
        const lines = diffLines(before, after);
        expect(lines.filter(({ mark }) => mark !== '+').map(({ text }) => text)).toEqual(before);
        expect(lines.filter(({ mark }) => mark !== '-').map(({ text }) => text)).toEqual(after);
        expect(lines.filter(({ mark }) => mark === ' ')).toHaveLength(longestCommon(before, after));
      }),
      options,
    );
  });

  it('replaces everything where the texts have too little in common', () => {
    const [before, after] = ['a', 'b'].map((name) => Array.from({ length: 2000 }, (_, index) => `${name}${index}`));
    expect(diffLines(before ?? [], after ?? [])).toHaveLength(4000);
  });
});

describe('makePatch', () => {
  it.each([
    { name: 'a new file', before: '', after: 'a\nb\n', patch: '@@ -0,0 +1,2 @@\n+a\n+b' },
    { name: 'one line', before: 'a\n', after: 'b\n', patch: '@@ -1 +1 @@\n-a\n+b' },
    { name: 'a file that is gone', before: 'a\n', after: '', patch: '@@ -1 +0,0 @@\n-a' },
    { name: 'no newline at the end', before: 'a\n', after: 'a', patch: '@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file' },
    { name: 'a line between others', before: '1\n2\n3\n4\n5\n6\n7\n8\n', after: '1\n2\n3\n4\nx\n5\n6\n7\n8\n', patch: '@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7' },
    { name: 'a binary file', before: 'a\n', after: '\0', patch: null },
  ])('writes what git would for $name', ({ before, after, patch }) => {
    expect(makePatch(Buffer.from(before), Buffer.from(after)).text).toBe(patch);
  });

  it('cuts what lies apart into hunks of their own', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index + 1}\n`);
    const after = lines.map((line, index) => (index === 4 || index === 24 ? 'x\n' : line));
    const { hunks } = makePatch(Buffer.from(lines.join('')), Buffer.from(after.join('')));
    expect(hunks.map(({ header }) => header)).toEqual(['@@ -2,7 +2,7 @@', '@@ -22,7 +22,7 @@']);
  });
});
