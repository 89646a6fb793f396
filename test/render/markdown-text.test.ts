import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

import { markdownText } from '../../src/render/markdown-text.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { anyText } from './any-report.ts';

function parse(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

describe('markdownText', () => {
  it.each([
    ['ordinary words', 'Unexpected team, expected one person', 'Unexpected team, expected one person'],
    ['markup', '*a* `b` [c](d) <e> ~f~', String.raw`\*a\* \`b\` \[c\]\(d\) \<e\> \~f\~`],
    ['a table cell’s end', 'a | b', 'a &#124; b'],
    ['a mention', 'ask @alice', 'ask @\u200balice'],
    ['an issue reference', 'fixes #1 and GH-2', 'fixes \\#\u200b1 and GH-\u200b2'],
    ['an address', 'https://x.org www.x.org', 'https:\u200b//x.org www\u200b.x.org'],
    ['an entity', '&#64;alice', '\\&\\#\u200b64;alice'],
    ['a list', '- a', String.raw`\- a`],
    ['a numbered list', '1. a', '1\u200b. a'],
  ])('makes %s harmless', (_what, text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('reads as the text itself, and as nothing but text, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [paragraph, ...others] = parse(markdownText(text)).children;
        const expected = plainText(text).trim();

        expect(others).toEqual([]);
        expect(onlyText(paragraph).replaceAll('\u200b', '')).toBe(expected.replaceAll('\u200b', ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('notifies nobody and refers to nothing, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(onlyText(parse(markdownText(text)).children[0])).not.toMatch(/@[\w]|#\d|:\/\/|www\.|\bGH-\d/i);
      }),
    );
  });
});

/** The text of a paragraph; fails on any other node in it. */
function onlyText(node: ReturnType<typeof parse>['children'][number] | undefined): string {
  if (node === undefined) return '';
  expect(node.type).toBe('paragraph');
  if (node.type !== 'paragraph') return '';
  return node.children.map((child) => (child.type === 'text' ? child.value : `<${child.type}>`)).join('');
}
