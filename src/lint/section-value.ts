/** Reads a heading as a field: only where what stands below it can be a value, not prose about the role. */
import type { Heading, List, Paragraph, RootContent } from 'mdast';
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { inlineLines } from './inline-runs.ts';
import { readLabel, readWholeLabel, type LabelReader } from './label-line.ts';
import { span } from './parse-markdown.ts';
import { canBeListed, looksLikePeople } from './people-like.ts';
import type { FieldKey } from './presets.ts';
import { textOf, type Run, type Segment } from './value.ts';

const commentsOnly = /^\s*(?:<!--[\s\S]*?-->\s*)*$/;

/** The value segments of a paragraph (one a line) or of a list (one an item's first line). */
export function segmentsOf(block: Paragraph | List, document: Document): Segment[] {
  if (block.type === 'paragraph') return inlineLines(block.children, document).map((runs) => ({ runs, whole: false }));
  return block.children.flatMap((item) => {
    const [first] = item.children;
    const lines = first?.type === 'paragraph' ? inlineLines(first.children, document) : [];
    return lines.slice(0, 1).map((runs) => ({ runs, whole: false }));
  });
}

/** Comments and definitions show nothing. */
function showsNothing(block: RootContent): boolean {
  if (block.type === 'html') return commentsOnly.test(block.value);
  return block.type === 'definition' || block.type === 'footnoteDefinition';
}

/** The first block below a heading, with the lists after it where it is a list; null where a deeper heading comes first. */
function contentBelow(heading: Heading | Paragraph, document: Document): RootContent[] | null {
  const content: RootContent[] = [];
  for (const block of document.blocksAfter(heading)) {
    if (showsNothing(block)) continue;
    if (block.type === 'heading') {
      const deeper = heading.type === 'heading' && block.depth > heading.depth;
      return deeper && content.length === 0 ? null : content;
    }
    // Only a list may go on: blank lines between its items make no other list of it.
    if (content.length > 0 && block.type !== 'list') return content;
    content.push(block);
    if (block.type !== 'list') return content;
  }
  return content;
}

function valuesBelow(key: FieldKey, content: readonly RootContent[], document: Document): Segment[] | null {
  const segments = content.flatMap((block) => {
    return block.type === 'list' || block.type === 'paragraph' ? segmentsOf(block, document) : [];
  });
  if (content.length > 0 && segments.length === 0) return null;
  const [first] = content;
  // Below names on the first line of a paragraph there may be prose: it is no part of the value.
  if (first?.type === 'paragraph') return looksLikePeople(textOf(segments[0]?.runs ?? [])) ? namesOnTop(segments) : null;
  return segments.every((segment) => canBeListed(key, textOf(segment.runs))) ? segments : null;
}

function namesOnTop(segments: Segment[]): Segment[] {
  const prose = segments.findIndex((segment) => !looksLikePeople(textOf(segment.runs)));
  return prose < 0 ? segments : segments.slice(0, prose);
}

function headingRuns(heading: Heading | Paragraph, document: Document): Run[] {
  return inlineLines(heading.children, document).flatMap((line, index) => {
    const [first] = line;
    return index === 0 || first === undefined ? line : [{ ...first, text: ` ${first.text}` }, ...line.slice(1)];
  });
}

/** The field that a heading is: with its value on its own line, or with people, a placeholder, a list of principles or nothing below it. */
export function readSection(heading: Heading | Paragraph, document: Document, reader: LabelReader): FieldMatch | null {
  const runs = headingRuns(heading, document);
  const labelled = readWholeLabel(runs, reader) ?? readLabel(runs, reader);
  if (labelled === null) return null;
  const { key, label, end } = labelled;
  const { start } = span(heading);
  const match = { key, label, form: 'heading' as const, start, end };
  if (textOf(labelled.value).trim() !== '') return { ...match, segments: [{ runs: labelled.value, whole: false }] };
  const content = contentBelow(heading, document);
  const segments = content === null ? null : valuesBelow(key, content, document);
  return segments === null ? null : { ...match, segments };
}
