/** Markdown as GitHub reads it (tables, strikethrough, task lists, footnotes), parsed by remark's own parser. */
import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

// Literal autolinks are left out: they change no rendered text, and cost a second walk over the tree.
const extensions = [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()];
const mdastExtensions = [
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
];

function shift(root: Root, by: number): void {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { position } = node;
    if (position?.start.offset !== undefined) position.start.offset += by;
    if (position?.end.offset !== undefined) position.end.offset += by;
    if ('children' in node) stack.push(...node.children);
  }
}

/**
 * The blocks of `text`, with offsets that count from `base`. Only offsets can be relied on: lines and columns are
 * those of the piece. The text must be within the bounds of `complexity.ts`: the parser is recursive in containers.
 */
export function parseMarkdown(text: string, base: number): RootContent[] {
  const root = fromMarkdown(text, { extensions, mdastExtensions });
  if (base !== 0) shift(root, base);
  return root.children;
}

/** Where a parsed node begins and ends in the document's text. */
export function span(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
