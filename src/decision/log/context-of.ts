import type { Paragraph, RootContent } from 'mdast';
import { Document } from '../../lint/document.ts';
import { rendered } from '../../lint/rendered-text.ts';

const longestContext = 500;
/** The beginning of a text is in its beginning: of a book, no more is parsed. */
const longestRead = 20_000;

/** `**Decision Owner**: @alice`, `- **Decide by:** 2026-12-01`: what a document says of itself, not of its matter. */
const labelled = /^\s*(?:[-*+]\s+)?(?:\*\*|__)[^*_\n]{1,60}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:).*$/gm;

/**
 * What a text begins with, as plain text on one line, up to 500 characters: its first paragraphs, without headings,
 * fields, lists, code and comments. `fieldLines` are the lines, from 1, on which fields were read.
 */
export function contextOf(body: string, fieldLines: ReadonlySet<number> = new Set()): string {
  const text = body.slice(0, longestRead).split('\n').filter((_, index) => !fieldLines.has(index + 1)).join('\n').replace(labelled, '');
  const document = new Document({ path: 'body.md', text });
  const paragraphs: string[] = [];
  let length = 0;
  for (const block of document.blocksFrom(document.bodyStart)) {
    if (length > longestContext) break;
    const words = isParagraph(block) ? rendered(block).replace(/\s+/g, ' ').trim() : '';
    if (words === '') continue;
    paragraphs.push(words);
    length += words.length + 1;
  }
  return cut(paragraphs.join(' '));
}

function isParagraph(block: RootContent): block is Paragraph {
  return block.type === 'paragraph';
}

/** No character is cut in half. */
function cut(text: string): string {
  return text.length <= longestContext ? text : `${text.slice(0, longestContext - 1).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
