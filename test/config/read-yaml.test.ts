import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { Path } from '../../src/config/mistake.ts';
import { readYaml } from '../../src/config/read-yaml.ts';

function placeOf(text: string, path: Path, at: 'key' | 'value' | 'parent'): string | null {
  const mistake = readYaml(text, null).place({ path, at, seen: 'x', expected: 'y' });
  return mistake && `${mistake.line}:${mistake.column}`;
}

describe('readYaml', () => {
  it('reads the same data as the parser', () => {
    const value = fc.jsonValue({ maxDepth: 4 }).filter((json) => !JSON.stringify(json).includes('__proto__'));
    fc.assert(fc.property(value, (json) => {
      const text = stringify(json);
      expect(JSON.stringify(readYaml(text, null).data)).toBe(JSON.stringify(parse(text)));
    }));
  });

  it('keeps a key named __proto__ as a key', () => {
    expect(Object.keys(readYaml('__proto__: {a: 1}', null).data as object)).toEqual(['__proto__']);
  });

  it('takes the nearest anchor of a name before an alias', () => {
    expect(readYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x', null)).toMatchObject({ data: { a: 1, b: 1, c: 2, d: 2 }, mistakes: [] });
  });

  it('does not mistake an anchor behind an alias for a later one', () => {
    expect(readYaml('a: &y {k: &x 1}\nb: &x 2\nc: *y\nd: *x', null)).toMatchObject({ data: { c: { k: 1 }, d: 2 }, mistakes: [] });
  });

  it('keeps what an alias meant when it stands in a list that is repeated later', () => {
    expect(readYaml('a: &x 1\nb: &l [*x]\nc: &x 2\nd: *l', null)).toMatchObject({ data: { d: [1] }, mistakes: [] });
  });

  it('keeps the first of two values for one key', () => {
    expect(readYaml('a: 1\na: 2', null).data).toEqual({ a: 1 });
  });

  it('names the file in its mistakes', () => {
    expect(readYaml('[', 'acme/.github').mistakes[0]?.source).toBe('acme/.github');
  });

  const text = 'a:\n  b: 1\n  "c d": [x, {y: z}]\ne:\nf: &f {g: h}\ni: *f\n';
  it.each<[Path, 'key' | 'value' | 'parent', string | null]>([
    [[], 'value', '1:1'],
    [['a'], 'key', '1:1'],
    [['a'], 'value', '2:3'],
    [['a', 'b'], 'key', '2:3'],
    [['a', 'b'], 'value', '2:6'],
    [['a', 'c d'], 'key', '3:3'],
    [['a', 'c d', 0], 'value', '3:11'],
    [['a', 'c d', 1, 'y'], 'value', '3:18'],
    [['a', 'c d', 1, 'missing'], 'parent', '3:14'],
    [['e'], 'value', '4:1'],
    [['i'], 'value', '6:4'],
    [['i', 'g'], 'value', '5:11'],
    [['a', 'x'], 'value', null],
    [['a', 'c d', 2], 'value', null],
    [['a', 'b', 'deeper'], 'value', null],
  ])('finds the place of %j (%s)', (path, at, place) => {
    expect(placeOf(text, path, at)).toBe(place);
  });
});
