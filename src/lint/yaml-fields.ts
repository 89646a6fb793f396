/** Reads fields from YAML metadata. Only the values asked for are looked at, so aliases are never expanded. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document as Yaml, type Node, type Scalar } from 'yaml';
import type { FieldMatch } from './field-match.ts';
import { foldKey } from './label.ts';
import type { Metadata } from './metadata.ts';
import type { Terms } from './terms.ts';
import type { Run, Segment } from './value.ts';

interface Source {
  yaml: Yaml;
  text: string;
  /** Where the YAML begins in the text. */
  base: number;
}

/** A run of metadata text written between two offsets. */
export function metadataRun(text: string, start: number, end: number): Run {
  return { text, start, end, strong: false, struck: false, code: false, url: null };
}

function written(node: Node, { text, base }: Source): { start: number; end: number; raw: string } {
  const [from = 0, to = 0] = node.range ?? [];
  return { start: base + from, end: base + to, raw: text.slice(base + from, base + to) };
}

function scalarRun(scalar: Scalar, source: Source): Run {
  const { start, end, raw } = written(scalar, source);
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  if (scalar.value === null) return metadataRun('', start, end);
  const value = typeof scalar.value === 'string' ? scalar.value : raw;
  return quoted ? metadataRun(value, start + 1, end - 1) : metadataRun(value, start, end);
}

function lines(run: Run): Segment[] {
  return run.text.split('\n').map((text) => ({ runs: [{ ...run, text }], whole: false }));
}

/** Anything that is neither text nor a list of it, such as the map that `{list everyone}` is: read as it was written. */
function rawSegment(node: Node, source: Source): Segment {
  const { start, end, raw } = written(node, source);
  const names = /^\{\s*(.*?)\s*\}$/s.exec(raw)?.[1];
  const isList = names !== undefined && names.includes(',');
  if (isList) return { runs: [metadataRun(names, start + raw.indexOf(names), start + raw.indexOf(names) + names.length)], whole: false };
  return { runs: [metadataRun(raw, start, end)], whole: false };
}

function resolve(node: unknown, { yaml }: Source): Node | null {
  const resolved = isAlias(node) ? node.resolve(yaml) : node;
  return isScalar(resolved) || isSeq(resolved) || isMap(resolved) ? resolved : null;
}

function segmentsOf(node: Node | null, source: Source): Segment[] {
  if (node === null) return [];
  if (isScalar(node)) return lines(scalarRun(node, source));
  if (!isSeq(node)) return [rawSegment(node, source)];
  return node.items.flatMap((item) => {
    const resolved = resolve(item, source);
    if (resolved === null) return [];
    if (!isScalar(resolved)) return [rawSegment(resolved, source)];
    return [{ runs: [scalarRun(resolved, source)], whole: true }];
  });
}

/** The fields of YAML metadata, or null where it does not parse. */
export function readYamlFields(metadata: Metadata, text: string, terms: Terms): FieldMatch[] | null {
  const yaml = parseDocument(text.slice(metadata.start, metadata.contentEnd), { logLevel: 'silent', prettyErrors: false, strict: false });
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) return null;
  const source: Source = { yaml, text, base: metadata.start };
  return yaml.contents.items.flatMap((pair): FieldMatch[] => {
    const name = isScalar(pair.key) ? pair.key : null;
    const key = typeof name?.value === 'string' ? terms.keys.get(foldKey(name.value)) : undefined;
    if (name === null || key === undefined) return [];
    const { start, end } = written(name, source);
    return [{ key, label: String(name.value), form: 'frontmatter', start, end, segments: segmentsOf(resolve(pair.value, source), source) }];
  });
}
