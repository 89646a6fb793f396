/** Finds sections by the titles of their headings, and says whether anything is in them. */
import type { Heading, Nodes, RootContent } from 'mdast';
import { compileAliasScan } from './alias-scan.ts';
import type { Document } from './document.ts';
import { foldLabel, numbering } from './label.ts';
import { span } from './parse-markdown.ts';
import { isPlaceholder } from './placeholder.ts';
import { rendered } from './rendered-text.ts';

export interface FoundSection {
  /** The title as it was asked for. */
  title: string;
  depth: number;
  /** Where the heading was written. */
  start: number;
  end: number;
  /** Where the section ends: at the next heading of its level or a higher one. */
  sectionEnd: number;
  content: 'text' | 'empty' | 'placeholder';
}

const longestTitle = 500;

/** The comparable title of a heading; what no title can be as long as is no title. */
function titleOf(heading: Heading): string {
  const text = rendered(heading);
  return text.length > longestTitle ? '' : foldLabel(text.replace(numbering, ''));
}

function blocksIn(heading: Heading, document: Document): { blocks: RootContent[]; end: number } {
  const blocks: RootContent[] = [];
  for (const block of document.blocksAfter(heading)) {
    if (block.type === 'heading' && block.depth <= heading.depth) return { blocks, end: span(block).start };
    blocks.push(block);
  }
  return { blocks, end: document.text.length };
}

function isNothing(block: RootContent): boolean {
  return block.type === 'definition' || (block.type === 'html' && /^(?:\s*<!--[\s\S]*?-->)*\s*$/.test(block.value));
}

function contentOf(blocks: readonly RootContent[], templateTexts: ReadonlySet<string>): FoundSection['content'] {
  const shown = blocks.filter((block) => !isNothing(block));
  if (shown.length === 0) return 'empty';
  // Item by item: a list may come in several pieces.
  const parts: Nodes[] = shown.flatMap((block) => (block.type === 'list' ? block.children : [block]));
  const filled = parts.some((part) => {
    if (part.type === 'heading') return false;
    return (part.type !== 'paragraph' && part.type !== 'listItem') || !isPlaceholder(rendered(part), templateTexts);
  });
  return filled ? 'text' : 'placeholder';
}

/** The titles without those that repeat one before them in other letters: no document tells them apart. */
export function distinctTitles(titles: readonly string[]): string[] {
  const labels = new Map(titles.toReversed().map((title) => [foldLabel(title), title]));
  return [...new Set(titles)].filter((title) => labels.get(foldLabel(title)) === title);
}

/** The first section of each title that the document has, in document order. The titles are distinct. */
export function readSections(document: Document, titles: readonly string[], templateTexts: ReadonlySet<string>): FoundSection[] {
  const wanted = new Map(titles.map((title) => [foldLabel(title), title]));
  const scan = compileAliasScan(titles);
  const found = new Map<string, FoundSection>();
  for (const piece of document.piecesWith(scan)) {
    for (const block of document.blocksOf(piece)) {
      if (block.type !== 'heading') continue;
      const { start, end } = span(block);
      const title = wanted.get(titleOf(block));
      if (title === undefined || found.has(title) || !scan.sees(document.text, start, end)) continue;
      const { blocks, end: sectionEnd } = blocksIn(block, document);
      found.set(title, { title, depth: block.depth, start, end, sectionEnd, content: contentOf(blocks, templateTexts) });
    }
  }
  return [...found.values()];
}
