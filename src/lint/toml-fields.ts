/** Reads fields from TOML metadata; the parser says what the values are, the text where they stand. */
import { parse, TomlError } from 'smol-toml';
import type { FieldMatch } from './field-match.ts';
import { foldKey } from './label.ts';
import type { Metadata } from './metadata.ts';
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

function segmentsOf(value: unknown, content: string, span: { from: number; base: number }): Segment[] {
  const whole = Array.isArray(value);
  let at = span.from;
  return (whole ? (value as unknown[]) : [value]).map((item) => {
    const text = typeof item === 'string' ? item : String(item);
    const found = content.indexOf(text, at);
    const start = found < 0 ? at : found;
    at = start + (found < 0 ? 0 : text.length);
    return { runs: [metadataRun(text, span.base + start, span.base + at)], whole };
  });
}

/** The fields of TOML metadata before its first table, or null where it does not parse. */
export function readTomlFields(metadata: Metadata, text: string, terms: Terms): FieldMatch[] | null {
  const content = text.slice(metadata.start, metadata.contentEnd);
  const values = parseToml(content);
  if (values === null) return null;
  const firstTable = content.search(/^[ \t]*\[/m);
  const top = firstTable < 0 ? content : content.slice(0, firstTable);
  return Array.from(top.matchAll(topLevelKey)).flatMap((match): FieldMatch[] => {
    const label = match[1] ?? match[2] ?? match[3] ?? '';
    const key = terms.keys.get(foldKey(label));
    if (key === undefined || !Object.hasOwn(values, label)) return [];
    const start = metadata.start + match.index + match[0].indexOf(label);
    const span = { from: match.index + match[0].length, base: metadata.start };
    return [{ key, label, form: 'frontmatter', start, end: start + label.length, segments: segmentsOf(values[label], content, span) }];
  });
}
