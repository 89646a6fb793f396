import { describe, expect, it } from '@jest/globals';

import { markdownLink } from '../../src/render/markdown-link.ts';

describe('markdownLink', () => {
  it('links a label to a web address', () => {
    expect(markdownLink('line 3', 'https://example.org/a#L3')).toBe('[line 3](https://example.org/a#L3)');
  });

  it('makes the label harmless', () => {
    expect(markdownLink('a](b) @x', 'https://example.org')).toBe('[a\\]\\(b\\) @\u200bx](https://example.org)');
  });

  it.each([
    ['a space or line end', 'https://x.org/a b\nc', '[l](https://x.org/a%20b%0Ac)'],
    ['parentheses', 'https://x.org/(a)', '[l](https://x.org/%28a%29)'],
    ['a table cell’s end', 'https://x.org/a|b', '[l](https://x.org/a%7Cb)'],
    ['an entity', 'https://x.org/?a&copy;', '[l](https://x.org/?a&amp;copy;)'],
    ['half a character', 'https://x.org/\ud800', '[l](https://x.org/\ufffd)'],
  ])('escapes %s in the address', (_what, url, expected) => {
    expect(markdownLink('l', url)).toBe(expected);
  });

  it('leaves no label empty, which would not be a link anybody can follow', () => {
    expect(markdownLink(' ', 'https://example.org')).toBe('[(unnamed)](https://example.org)');
  });

  it.each([['no address', null], ['a script', 'javascript:alert(1)'], ['an empty address', '']])('leaves the label alone with %s', (_what, url) => {
    expect(markdownLink('label', url)).toBe('label');
  });
});
