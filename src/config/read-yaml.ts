/** A YAML text to plain data, with every mistake of syntax and its place. */
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type DataMistake, type Mistake, renderMistake, renderPath, renderSeen } from './mistake.ts';
import { refuseOutsize } from './refuse-outsize.ts';
import { readData } from './yaml-data.ts';

/** One file read: its data (null where it is empty), and the mistakes that are already certain. */
export interface YamlFile {
  source: string | null;
  data: unknown;
  mistakes: Mistake[];
  /** Gives a mistake in the data its place; null where this file has no such path. */
  place(mistake: DataMistake): Mistake | null;
}

/** Reads a text that may be anything; never throws. `source` is the name that its mistakes carry. */
export function readYaml(content: string, source: string | null): YamlFile {
  const text = content.replace(/^\uFEFF/, '');
  const refusal = refuseOutsize(text);
  const lines = countLines(refusal ? text.slice(0, refusal.offset) : text);
  const at = (offset: number, mistake: DataMistake): Mistake => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    const { path, seen, expected } = mistake;
    return { path: renderPath(path), line, column: col, seen, expected, message: renderMistake(mistake), source };
  };
  if (refusal) return { source, data: null, mistakes: [at(refusal.offset, { path: [], at: 'value', ...refusal })], place: () => null };
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const { data, mistakes, offsetOf } = readData(document.contents);
  const syntax = [...document.errors, ...document.warnings].map((error) => at(error.pos[0], syntaxMistake(error, text)));
  const place = (mistake: DataMistake) => {
    const offset = offsetOf(mistake);
    return offset === null ? null : at(offset, mistake);
  };
  return { source, data, mistakes: [...syntax, ...mistakes.map(({ offset, mistake }) => at(offset, mistake))], place };
}

/** Counted here: the parser's own count goes wrong where a bracket is closed that was never opened. */
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

function syntaxMistake({ code, message, pos }: YAMLError, text: string): DataMistake {
  const said: Partial<Record<YAMLError['code'], [seen: string, expected: string]>> = {
    TAB_AS_INDENT: ['tab in the indentation', 'spaces'],
    MULTIPLE_DOCS: ['second document', 'one document in the file'],
    TAG_RESOLVE_FAILED: [`tag ${renderSeen(text.slice(...pos))}`, 'plain YAML without tags of its own'],
  };
  const [seen, expected] = said[code] ?? [`YAML (${message.replace(/\s+/g, ' ').replace(/[.:]$/, '')})`, 'well-formed YAML'];
  return { path: [], at: 'value', seen, expected };
}
