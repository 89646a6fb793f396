/**
 * Reads a value of metadata that does not parse, line by line: one unbalanced quote must not hide what everybody can
 * read. Templates with `- @login` unquoted are the usual case.
 */
import type { Metadata } from './metadata.ts';
import type { Segment } from './value.ts';
import { metadataRun } from './yaml-fields.ts';

const afterKey = /^["']?[ \t]*[:=][ \t]*/;
const itemLine = /^([ \t]*-[ \t]*)(.*)$/;

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

function itemsBelow(text: string, from: number): Segment[] {
  const items: Segment[] = [];
  let start = from;
  for (const line of text.slice(from).split('\n')) {
    const item = itemLine.exec(line.replace(/\r$/, ''));
    if (item !== null) items.push(segment(item[2] ?? '', start + (item[1] ?? '').length, true));
    else if (line.trim() !== '' && !/^\s*#/.test(line)) break;
    start += line.length + 1;
  }
  return items;
}

/** The value after a key that ends at `keyEnd`: on its line, or the list below it. */
export function readLooseValue(metadata: Metadata, text: string, keyEnd: number): Segment[] {
  const content = text.slice(0, metadata.contentEnd);
  const newline = content.indexOf('\n', keyEnd);
  const lineEnd = newline < 0 ? content.length : newline;
  const start = keyEnd + (afterKey.exec(content.slice(keyEnd, lineEnd))?.[0].length ?? 0);
  const rest = content.slice(start, lineEnd);
  return rest.replace(/^\s*#.*$/, '').trim() === '' ? itemsBelow(content, lineEnd + 1) : inlineSegments(rest.trimEnd(), start);
}
