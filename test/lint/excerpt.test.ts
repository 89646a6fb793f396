import { describe, expect, it } from '@jest/globals';
import { excerpt, excerptNames } from '../../src/lint/excerpt.ts';
import { read } from '../support/lint-text.ts';

describe('excerpt', () => {
  it('quotes a short text whole, on one line', () => {
    expect(excerpt('Alice\n  Smith')).toBe('Alice Smith');
  });

  it('shortens a long text', () => {
    expect(excerpt('word '.repeat(100))).toHaveLength(80);
    expect(excerpt('word '.repeat(100))).toMatch(/^word .*…$/);
  });

  it('cuts no character in two', () => {
    expect(excerpt(`x${'😀'.repeat(100)}`)).not.toMatch(/\p{Cs}/u);
    expect(excerpt('😀'.repeat(100))).not.toMatch(/\p{Cs}/u);
  });
});

describe('excerptNames', () => {
  it('lists a few names, and counts the others', () => {
    expect(excerptNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
    expect(excerptNames(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more');
  });
});

describe('a message', () => {
  it('stays short, whatever the document says', () => {
    const long = 'x '.repeat(50_000);
    const text = `Decision Owner: TBD ${long}\n\nDecision Owner: ${long}, ${long} lead\n\nDecide by: ${long}\n\n<!-- unpause-disable ${long}: so -->\n`;
    const { findings } = read(text);
    expect(findings.map(({ rule }) => rule)).toEqual(['decision-owner-filled', 'decide-by', 'suppression']);
    expect(findings.filter(({ message }) => message.length > 500)).toEqual([]);
  });
});
