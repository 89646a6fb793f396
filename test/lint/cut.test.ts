import { describe, expect, it } from '@jest/globals';
import { cutBlocks } from '../../src/lint/cut.ts';

/** The first lines of the pieces of a document. */
function pieces(text: string): string[] {
  return cutBlocks(text, 0, text.length).map((offset) => text.slice(offset).split('\n', 1)[0] ?? '');
}

describe('cutBlocks', () => {
  it.each([
    ['before a heading', 'text\n# B\ntext', ['text', '# B']],
    ['after a blank line', 'a\nb\n\nc', ['a', 'c']],
    ['before an item of a list', '- a\n- b\n  more\n* c', ['- a', '- b', '* c']],
    ['after a fence that ends', '```\na\n\nb\n```\n\nc', ['```', 'c']],
    ['after a comment that ends', '<!-- a\n\nb -->\n\nc', ['<!-- a', 'c']],
    ['where a line in column 0 ends a list and the fence in it', '- a\n\n      ```\n      b\n\nc', ['- a', 'c']],
  ])('cuts %s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each([
    ['inside a fence', '~~~~\na\n\n# b\n~~~\n\nc'],
    ['inside a fence that never ends', '```\n\n# a\n\n- b'],
    ['inside a comment', '<!--\n\n# a\n\nb'],
    ['inside a script', '<script>\n\n# a\n\n</scrip'],
    ['before an indented line', '- a\n\n  b\n\n  c'],
    ['before a thematic break that looks like an item', 'text\n* * *'],
    ['before an ordered item that micromark takes for text', '    code\n\n2. a'],
    ['where a fence may belong to a list or not', '- a\n\n  ```\n# b\n\nc'],
    ['where a fence may be the text of an HTML block', '<div>\n```\n# a\n\nb'],
  ])('does not cut %s', (_, text) => {
    expect(pieces(text)).toHaveLength(1);
  });

  it('reads no further than the first cut after the offset asked for', () => {
    const text = 'a\n\n'.repeat(100);
    expect(cutBlocks(text, 0, 10)).toEqual([0, 3, 6, 9, 12]);
  });

  it('begins where it is told to', () => {
    expect(cutBlocks('---\na: b\n---\n# T\n\ntext', 13, 30)).toEqual([13, 18]);
  });
});
