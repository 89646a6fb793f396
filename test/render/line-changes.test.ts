import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineChanges, type LineChange } from '../../src/render/line-changes.ts';
import { runs, seed } from '../support/property-runs.ts';

function applied(before: readonly string[], changes: readonly LineChange[]): string[] {
  const lines = [...before];
  for (const { start, end, lines: replacement } of changes.toReversed()) lines.splice(start - 1, end - start + 1, ...replacement);
  return lines;
}

describe('lineChanges', () => {
  it.each([
    ['nothing', 'a b', 'a b', []],
    ['a line put in between, with the line before it', 'a b', 'a x b', [{ start: 1, end: 1, lines: ['a', 'x'] }]],
    ['a line put on top, with the line after it', 'a b', 'x a b', [{ start: 1, end: 1, lines: ['x', 'a'] }]],
    ['a line put at the end', 'a b', 'a b x', [{ start: 2, end: 2, lines: ['b', 'x'] }]],
    ['a line changed in place', 'a b c', 'a x c', [{ start: 2, end: 2, lines: ['x'] }]],
    ['two places apart', 'a b c d', 'a x b c y', [{ start: 1, end: 1, lines: ['a', 'x'] }, { start: 4, end: 4, lines: ['y'] }]],
  ])('finds %s', (_, before, after, expected) => {
    expect(lineChanges(before.split(' '), after.split(' '))).toEqual(expected);
  });

  it('makes one text of the other, each change on lines of its own', () => {
    const line = fc.constantFrom('a', 'b', 'c', '');
    const text = fc.array(line, { minLength: 1, maxLength: 12 });
    const insertions = fc.array(fc.tuple(fc.nat(12), line), { maxLength: 4 });
    fc.assert(
      fc.property(text, insertions, (before, inserted) => {
        const after = [...before];
        for (const [at, what] of inserted) after.splice(Math.min(at, after.length), 0, what);
        const changes = lineChanges(before, after);
        expect(applied(before, changes)).toEqual(after);
        for (const { start, end } of changes) expect(start >= 1 && end >= start && end <= before.length).toBe(true);
        for (const [index, change] of changes.entries()) expect(change.start).toBeGreaterThan(changes[index - 1]?.end ?? 0);
      }),
      { numRuns: runs({ desk: 500, ci: 3000, long: 50_000 }), seed },
    );
  });
});
