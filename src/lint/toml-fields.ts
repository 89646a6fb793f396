/** Reads fields from TOML metadata; the parser says what the values are, the text where they stand. */
import { parse, TomlError } from 'smol-toml';
import { foldKey } from './label.ts';
import type { LocatedField, Metadata } from './metadata.ts';
import type { Terms } from './terms.ts';
import type { Segment } from './value.ts';
import { metadataRun } from './yaml-fields.ts';

const topLevelKey = /^[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*=[ \t]*/gm;

/** What does not parse is an expected outcome here, not a fault: the caller then reads line by line. */
function parseToml(content: string): Record<string, unknown> | null {
  try {
    return parse(content);
  } catch (error) {
    if (error instanceof TomlError) return null;
    throw new Error('The front matter could not be read as TOML', { cause: error });
  }
}

/** A table or an array in an array names nobody by itself: its texts are shown as one. */
function shown(value: unknown): string {
  // The parser's own date shows itself as it was written: a day stays a day.
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(shown).join(', ');
}

function segmentsOf(value: unknown, content: string, span: { from: number; base: number }): Segment[] {
  const whole = Array.isArray(value);
  let at = span.from;
  return (whole ? (value as unknown[]) : [value]).map((item) => {
    const text = shown(item);
    const found = content.indexOf(text, at);
    const start = found < 0 ? at : found;
    at = start + (found < 0 ? 0 : text.length);
    return { runs: [metadataRun(text, span.base + start, span.base + at)], whole };
  });
}

/** The fields of TOML metadata before its first table. */
export function readTomlFields(metadata: Metadata, text: string, terms: Terms): LocatedField[] {
  const content = text.slice(metadata.start, metadata.contentEnd);
  const firstTable = content.search(/^[ \t]*\[/m);
  const matches = Array.from((firstTable < 0 ? content : content.slice(0, firstTable)).matchAll(topLevelKey));
  const wanted = matches.flatMap((match) => {
    const label = match[1] ?? match[2] ?? match[3] ?? '';
    const key = terms.keys.get(foldKey(label));
    return key === undefined ? [] : [{ match, label, key }];
  });
  const values = wanted.length === 0 ? null : parseToml(content);
  return wanted.map(({ match, label, key }) => {
    const start = metadata.start + match.index + match[0].indexOf(label);
    const span = { from: match.index + match[0].length, base: metadata.start };
    const known = values !== null && Object.hasOwn(values, label);
    return { key, label, start, end: start + label.length, segments: known ? segmentsOf(values[label], content, span) : null };
  });
}
