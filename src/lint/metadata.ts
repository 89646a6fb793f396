/** Metadata that stands before the text: front matter in YAML or TOML, or a whole document that is YAML. */
import type { FieldKey } from './presets.ts';
import type { Segment } from './value.ts';

export interface Metadata {
  language: 'yaml' | 'toml';
  /** Where the metadata itself begins and ends. */
  start: number;
  contentEnd: number;
  /** Where the Markdown begins, after the closing fence. */
  end: number;
}

/** A field of metadata; `segments` is null where its value does not parse. */
export interface LocatedField {
  key: FieldKey;
  label: string;
  start: number;
  end: number;
  segments: Segment[] | null;
}

const opening = /^(---|\+\+\+)[ \t]*\r?(?:\n|$)/;

/**
 * The front matter of a text, or null. It stands at the very start, between two lines of `---` (YAML) or `+++`
 * (TOML); where the closing line is missing there is none, and a document named `*.yaml` is metadata as a whole.
 */
export function locateMetadata(text: string, path: string): Metadata | null {
  if (/\.ya?ml$/i.test(path)) return { language: 'yaml', start: 0, contentEnd: text.length, end: text.length };
  const fence = opening.exec(text);
  if (fence === null) return null;
  const start = fence[0].length;
  const closing = fence[1] === '---' ? /^---[ \t]*\r?$/gm : /^\+\+\+[ \t]*\r?$/gm;
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close === null) return null;
  const newline = text.indexOf('\n', close.index);
  const end = newline < 0 ? text.length : newline + 1;
  return { language: fence[1] === '---' ? 'yaml' : 'toml', start, contentEnd: close.index, end };
}
