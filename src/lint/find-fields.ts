/**
 * The field finder: walks the blocks of a document and reads every labelled value in them, in document order.
 * A block quote counts only at the head of the document; code, comments and prose never do.
 */
import type { Blockquote, BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { inlineLines } from './inline-runs.ts';
import { readLabel, readWholeLabel, splitBoldLabels, startsWithLabel, type LabelReader } from './label-line.ts';
import { span } from './parse-markdown.ts';
import { canBeListed } from './people-like.ts';
import { readSection, segmentsOf } from './section-value.ts';
import { readTable } from './table-fields.ts';
import type { FieldKey } from './presets.ts';
import type { Terms } from './terms.ts';
import { textOf, type Run, type Segment } from './value.ts';

type Block = RootContent | BlockContent | DefinitionContent;

interface Walk {
  document: Document;
  reader: LabelReader;
  found: FieldMatch[];
}

const longestWrapped = 100;
const openEnd = /(?:[,;&/]|\b(?:and|or))\s*$/i;

function paragraphLines(paragraph: Paragraph, walk: Walk): Run[][] {
  return inlineLines(paragraph.children, walk.document).flatMap(splitBoldLabels);
}

function isOpen(value: readonly Run[]): boolean {
  const text = textOf(value);
  return text.trim() === '' || openEnd.test(text);
}

/** A value goes on to the next line only while it is empty or ends in a separator. */
function continuedValue(first: Run[], rest: readonly Run[][]): Run[][] {
  const lines = [first];
  for (const line of rest) {
    if (!isOpen(lines.at(-1) ?? []) || startsWithLabel(line)) break;
    lines.push(line);
  }
  return lines;
}

function isEmpty(segments: readonly Segment[]): boolean {
  return segments.every((segment) => textOf(segment.runs).trim() === '');
}

/** A label may be wrapped: the line with the next one, where only both together begin with one. */
function wrapped(line: readonly Run[], next: readonly Run[] | undefined): Run[] {
  const last = line.at(-1);
  if (next === undefined || last === undefined || textOf(line).length > longestWrapped) return [];
  return [...line, { ...last, text: ' ', start: last.end, end: last.end }, ...next];
}

/** Reads the labelled lines of a paragraph; `following` are the blocks a value may go on into. */
function readParagraph(paragraph: Paragraph, walk: Walk, place: { inList: boolean; following: () => Iterable<Block> }): void {
  const lines = paragraphLines(paragraph, walk);
  for (const [index, line] of lines.entries()) {
    const onOne = readLabel(line, walk.reader);
    const labelled = onOne ?? readLabel(wrapped(line, lines[index + 1]), walk.reader);
    if (labelled === null) continue;
    const { key, label, start, end, bold } = labelled;
    const rest = lines.slice(index + (onOne === null ? 2 : 1));
    const value = continuedValue(labelled.value, rest);
    let segments: Segment[] = value.map((runs) => ({ runs, whole: false }));
    if (isEmpty(segments) && value.length === rest.length + 1) {
      segments = blockValue(place.following(), walk, { key, inList: place.inList }) ?? segments;
    }
    const form = bold ? 'bold' : place.inList ? 'list' : 'plain';
    walk.found.push({ key, label, form, start, end, segments });
  }
}

/** The value that stands in the block after an empty label: the list below it, or, in a list item, its next paragraph. */
function blockValue(following: Iterable<Block>, walk: Walk, { key, inList }: { key: FieldKey; inList: boolean }): Segment[] | null {
  const segments: Segment[] = [];
  for (const block of following) {
    // A list may come in several pieces, and does not end at a blank line between its items.
    if (block.type === 'list') segments.push(...segmentsOf(block, walk.document));
    else if (segments.length > 0 || block.type !== 'paragraph' || !inList) break;
    else return segmentsOf(block, walk.document).slice(0, 1);
  }
  const areValues = segments.every((segment) => canBeListed(key, textOf(segment.runs)) && !startsWithLabel(segment.runs));
  return areValues && segments.length > 0 ? segments : null;
}

function readList(list: List, walk: Walk): void {
  for (const item of list.children) readItem(item, walk);
}

function readItem(item: ListItem, walk: Walk): void {
  item.children.forEach((child, index) => {
    const following = (): BlockContent[] => item.children.slice(index + 1) as BlockContent[];
    readBlock(child, walk, { inList: true, following });
  });
}

function readBlock(block: Block, walk: Walk, place: { inList: boolean; following: () => Iterable<Block> }): void {
  if (block.type === 'paragraph') {
    if (!readLoneBold(block, walk, place.inList)) readParagraph(block, walk, place);
  } else if (block.type === 'list') readList(block, walk);
  else if (block.type === 'table') walk.found.push(...readTable(block, walk.document, walk.reader));
  else if (block.type === 'heading' && !place.inList) {
    const match = readSection(block, walk.document, walk.reader);
    if (match !== null) walk.found.push(match);
  }
}

/** A paragraph that is nothing but a bold label stands for a heading where people follow. */
function readLoneBold(paragraph: Paragraph, walk: Walk, inList: boolean): boolean {
  const [only, ...others] = paragraph.children;
  if (inList || only?.type !== 'strong' || others.length > 0) return false;
  const runs = inlineLines([only], walk.document).flat();
  const labelled = /[:：]\s*$/.test(textOf(runs)) ? null : readWholeLabel(runs, walk.reader);
  if (labelled === null) return false;
  const match = readSection(paragraph, walk.document, walk.reader);
  if (match !== null && !isEmpty(match.segments)) walk.found.push({ ...match, form: 'bold' });
  return true;
}

/** A quote counts before any paragraph, and before the first heading but the title. */
function standsAtHead(quote: Blockquote, document: Document): boolean {
  let headings = 0;
  for (const block of document.blocksFrom(document.bodyStart)) {
    if (span(block).start >= span(quote).start) return true;
    if (block.type === 'paragraph') return false;
    if (block.type === 'heading') headings += 1;
    if (headings > 1) return false;
  }
  return true;
}

function readQuote(quote: Blockquote, walk: Walk): void {
  if (!standsAtHead(quote, walk.document)) return;
  quote.children.forEach((child, index) => {
    if (child.type === 'heading') return;
    readBlock(child, walk, { inList: false, following: () => quote.children.slice(index + 1) });
  });
}

/** Every field in the body of a document, in order. */
export function findBodyFields(document: Document, terms: Terms): FieldMatch[] {
  const reader: LabelReader = { labels: terms.labels, scan: terms.scan, text: document.text };
  const walk: Walk = { document, reader, found: [] };
  for (const piece of document.piecesWith(terms.scan)) {
    for (const block of document.blocksOf(piece)) {
      if (block.type === 'blockquote') readQuote(block, walk);
      else readBlock(block, walk, { inList: false, following: () => document.blocksAfter(block) });
    }
  }
  return walk.found.sort((a, b) => a.start - b.start);
}
