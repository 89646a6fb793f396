import { describe, expect, it } from '@jest/globals';

import { countOf, countsBySeverity } from '../../src/render/count-of.ts';

describe('countOf', () => {
  it.each([
    [0, '0 documents'],
    [1, '1 document'],
    [2, '2 documents'],
  ])('says %i with its noun', (count, expected) => {
    expect(countOf(count, 'document')).toBe(expected);
  });
});

describe('countsBySeverity', () => {
  it('names the severities that occur, worst first', () => {
    expect(countsBySeverity({ errors: 2, warnings: 1, advice: 3 })).toBe('2 errors, 1 warning, 3 advice');
    expect(countsBySeverity({ errors: 0, warnings: 0, advice: 1 })).toBe('1 advice');
  });

  it('is empty where nothing was found', () => {
    expect(countsBySeverity({ errors: 0, warnings: 0, advice: 0 })).toBe('');
  });
});
