/**
 * Reads metadata that does not parse, line by line: one unbalanced quote elsewhere must not hide a field that
 * everybody can read. Templates with `- @login` unquoted are the usual case.
 */
import type { FieldMatch } from './field-match.ts';
import { foldKey } from './label.ts';
import type { Metadata } from './metadata.ts';
import type { Terms } from './terms.ts';
import type { Segment } from './value.ts';
import { metadataRun } from './yaml-fields.ts';

const keyLine = /^([ \t]*["']?)([\p{L}_][\p{L}\p{M}\p{N} _.()-]*?)["']?[ \t]*[:=](?:[ \t]+|$)/u;
const itemLine = /^([ \t]*-[ \t]*)(.*)$/;

interface Line {
  text: string;
  start: number;
}

function linesOf(metadata: Metadata, text: string): Line[] {
  let start = metadata.start;
  return text.slice(metadata.start, metadata.contentEnd).split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line.replace(/\r$/, ''), start: at };
  });
}

/** What a scalar shows: without its comment, its quotes and the comma after it. */
function segment(raw: string, start: number, whole: boolean): Segment {
  const shown = raw.replace(/(?:^|\s)#.*$/, '').trim().replace(/^(["'])(.*)\1,?$/, '$2').replace(/^["']|["'],?$/g, '');
  const at = start + Math.max(raw.indexOf(shown), 0);
  return { runs: [metadataRun(shown, at, at + shown.length)], whole };
}

function inlineSegments(raw: string, start: number): Segment[] {
  const list = /^\[(.*?)\]?\s*$/.exec(raw)?.[1];
  if (list === undefined) return [segment(raw, start, false)];
  let at = start + raw.indexOf(list);
  return list.split(',').map((item) => {
    const from = at;
    at += item.length + 1;
    return segment(item, from, true);
  });
}

function itemsBelow(lines: readonly Line[]): Segment[] {
  const items: Segment[] = [];
  for (const { text, start } of lines) {
    if (text.trim() === '' || /^\s*#/.test(text)) continue;
    const item = itemLine.exec(text);
    if (item === null) break;
    const [, marker = '', value = ''] = item;
    items.push(segment(value, start + marker.length, true));
  }
  return items;
}

/** The fields that can be read of metadata that does not parse. */
export function readLooseFields(metadata: Metadata, text: string, terms: Terms): FieldMatch[] {
  const lines = linesOf(metadata, text);
  return lines.flatMap((line, index): FieldMatch[] => {
    const [head, before = '', label = ''] = keyLine.exec(line.text) ?? [];
    const key = terms.keys.get(foldKey(label));
    if (head === undefined || key === undefined) return [];
    const rest = line.text.slice(head.length);
    const start = line.start + before.length;
    const empty = rest.replace(/^\s*#.*$/, '').trim() === '';
    const segments = empty ? itemsBelow(lines.slice(index + 1)) : inlineSegments(rest, line.start + head.length);
    return [{ key, label: label.trim(), form: 'frontmatter', start, end: start + label.trim().length, segments }];
  });
}
