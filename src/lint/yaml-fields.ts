/** Reads fields from YAML metadata. Only the values asked for are looked at, so aliases are never expanded. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document as Yaml, type Node, type Scalar, type YAMLSeq } from 'yaml';
import { foldKey } from './label.ts';
import type { LocatedField, Metadata } from './metadata.ts';
import { isPlaceholder } from './placeholder.ts';
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
  const header = scalar.type?.startsWith('BLOCK') ? (/^[^\n]*\n\s*/.exec(raw)?.[0].length ?? 0) : 0;
  const value = typeof scalar.value === 'string' ? scalar.value : raw;
  return quoted ? metadataRun(value, start + 1, end - 1) : metadataRun(value, start + header, end);
}

/** A segment for each line of a text, at the place where it was written as long as that can be told. */
function lines(run: Run, { text }: Source): Segment[] {
  const raw = text.slice(run.start, run.end);
  let at = 0;
  return run.text.split('\n').map((line) => {
    const shown = line.trim();
    const found = at < 0 ? -1 : raw.indexOf(shown, at);
    at = found < 0 ? -1 : found + shown.length;
    const [start, end] = [run.start + found, run.start + at];
    return { runs: [found < 0 ? { ...run, text: line } : metadataRun(shown, start, end)], whole: false };
  });
}

/** Anything that is neither text nor a list of it, such as the map that `{list everyone}` is: read as it was written. */
function rawSegment(node: Node, source: Source): Segment {
  const { start, end, raw } = written(node, source);
  const names = /^\{\s*(.*?)\s*\}$/s.exec(raw)?.[1];
  if (names !== undefined && /,|:\s/.test(names)) return { runs: [metadataRun(names, start + raw.indexOf(names), start + raw.indexOf(names) + names.length)], whole: false };
  return { runs: [metadataRun(raw, start, end)], whole: false };
}

function resolve(node: unknown, { yaml }: Source): Node | null {
  const resolved = isAlias(node) ? node.resolve(yaml) : node;
  return isScalar(resolved) || isSeq(resolved) || isMap(resolved) ? resolved : null;
}

/** Whether a list is one for YAML only: `[Name here]` as a template has it. */
function isRequest(node: YAMLSeq, source: Source): boolean {
  const [only, second] = node.items;
  const isText = isScalar(only) && only.type === 'PLAIN' && /\s/.test(String(only.value));
  return node.flow === true && second === undefined && isText && isPlaceholder(written(node, source).raw);
}

function segmentsOf(node: Node | null, source: Source): Segment[] {
  if (node === null) return [];
  if (isScalar(node)) return lines(scalarRun(node, source), source);
  if (!isSeq(node) || isRequest(node, source)) return [rawSegment(node, source)];
  return node.items.flatMap((item) => {
    const resolved = resolve(item, source);
    if (resolved === null) return [];
    if (!isScalar(resolved)) return [rawSegment(resolved, source)];
    return [{ runs: [scalarRun(resolved, source)], whole: true }];
  });
}

const keyLine = /^([ \t]*)(?:"([^"\n]*)"|'([^'\n]*)'|([\p{L}_][^\s:#"'][^:#\n"']{0,100}?|[\p{L}_]))[ \t]{0,100}:(?=[ \t\r\n]|$)/gmu;
const reference = /(?:^|[\s,[{])[*&][^\s,\]}]/;

/** Where the value of a key on `line` ends: before the next line that is indented no deeper, list items aside. */
function blockEnd(content: string, indent: string, from: number): number {
  const next = new RegExp(`^${indent.length === 0 ? '' : `[ \\t]{0,${indent.length}}`}(?![ \\t\\r\\n#-]|$)|^-(?![ \\t\\r\\n])`, 'gm');
  next.lastIndex = content.indexOf('\n', from) + 1;
  if (next.lastIndex === 0) return content.length;
  return next.exec(content)?.index ?? content.length;
}

function parseYaml(text: string): Yaml.Parsed {
  return parseDocument(text, { logLevel: 'silent', prettyErrors: false, strict: false });
}

/** The text of the metadata; as a whole it is parsed once, and only where that is asked for. */
class Content {
  readonly text: string;
  private parsed: Yaml.Parsed | null = null;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Yaml.Parsed {
    this.parsed ??= parseYaml(this.text);
    return this.parsed;
  }
}

/** The value of one key, parsed alone; null where it does not parse. What is wrong elsewhere does not matter. */
function parseValue(content: Content, { from, to }: { from: number; to: number }): { yaml: Yaml; value: unknown; base: number } | null {
  const block = content.text.slice(from, to);
  // What refers to another place can only be read with it.
  const [yaml, base] = reference.test(block) ? [content.whole(), 0] : [parseYaml(block), from];
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) return null;
  const pair = yaml.contents.items.find(({ key }) => isScalar(key) && base + (key.range?.[0] ?? -1) === from + block.search(/\S/));
  return pair === undefined ? null : { yaml, value: pair.value, base };
}

/** Keys at the indentation of the first one are the metadata's own; deeper ones belong to something else. */
function ownIndent(content: string): string {
  return /^([ \t]*)[^\s#]/m.exec(content)?.[1] ?? '';
}

/**
 * The fields of YAML metadata. Each is parsed on its own, so that a mistake elsewhere hides nothing; one that does
 * not parse is null in `segments`, and so is one that stands deeper where the metadata as a whole does not parse.
 */
export function readYamlFields(metadata: Metadata, text: string, terms: Terms): LocatedField[] {
  const content = new Content(text.slice(metadata.start, metadata.contentEnd));
  const own = ownIndent(content.text);
  return Array.from(content.text.matchAll(keyLine)).flatMap((match): LocatedField[] => {
    const [whole, indent = ''] = match;
    const label = match[2] ?? match[3] ?? match[4] ?? '';
    const key = terms.keys.get(foldKey(label));
    if (key === undefined) return [];
    const start = metadata.start + match.index + whole.indexOf(label);
    const field = { key, label, start, end: start + label.length };
    if (indent !== own) return content.whole().errors.length > 0 ? [{ ...field, segments: null }] : [];
    const parsed = parseValue(content, { from: match.index, to: blockEnd(content.text, indent, match.index) });
    if (parsed === null) return [{ ...field, segments: null }];
    const source: Source = { yaml: parsed.yaml, text, base: metadata.start + parsed.base };
    return [{ ...field, segments: segmentsOf(resolve(parsed.value, source), source) }];
  });
}
