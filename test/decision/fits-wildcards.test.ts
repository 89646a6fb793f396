import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitsWildcards } from '../../src/decision/fits-wildcards.ts';

function fits(pattern: string, text: string): boolean {
  return fitsWildcards([...pattern], [...text], { isMany: (one) => one === '*', fitsOne: (one, character) => one === '?' || one === character });
}

describe('fitsWildcards', () => {
  it.each<[string, string, boolean]>([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['a', '', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a?c', 'abc', true],
    ['a*b*c', 'axbyc', true],
    ['*ab*ab', 'abxabab', true],
    ['*ab*ab', 'ab', false],
  ])('reads %j against %j', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const letters = (...some: string[]) => fc.string({ unit: fc.constantFrom(...some), maxLength: 8 });
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        const judge = new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
        expect(fits(pattern, text)).toBe(judge.test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end on a pattern full of wildcards', () => {
    expect(fits(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  });
});
