/** Reads a labelled value on one rendered line: `**Decision Owner**: @alice`, `Decision Owner: @alice`. */
import type { AliasScan } from './alias-scan.ts';
import { foldLabel, numbering } from './label.ts';
import type { FieldKey } from './presets.ts';
import { sliceRuns, textOf, type Run } from './value.ts';

/** What a reader of labels knows: the labels, how to see them, and the text that runs point into. */
export interface LabelReader {
  labels: ReadonlyMap<string, FieldKey>;
  scan: AliasScan;
  text: string;
}

export interface LabelledLine {
  key: FieldKey;
  /** The label as written, without its colon. */
  label: string;
  start: number;
  end: number;
  bold: boolean;
  value: Run[];
}

const longestLabel = 120;
const colons = /^\s*[:：]+\s*/;
const dash = /^\s*(?:[-–—=]+\s+|(?=@))/;
// `## Decision Owner {#owner}`: no words, but the name of the place.
const anchor = /\s*\{#[^{}\s]+\}\s*$/;

/** The field that some runs are the whole label of; code, struck-out text and tables of contents are no labels. */
export function fieldOf(runs: readonly Run[], reader: LabelReader): FieldKey | null {
  const text = textOf(runs);
  if (text.length > longestLabel) return null;
  const key = reader.labels.get(foldLabel(text));
  if (key === undefined) return null;
  if (runs.some((run) => run.code || run.struck || run.url?.startsWith('#'))) return null;
  const [first, last] = [runs.find(isShown), runs.findLast(isShown)];
  return first !== undefined && last !== undefined && reader.scan.sees(reader.text, first.start, last.end) ? key : null;
}

function isShown(run: Run): boolean {
  return run.text.trim() !== '';
}

function labelled(label: readonly Run[], value: Run[], key: FieldKey): LabelledLine {
  const shown = label.filter(isShown);
  return {
    key,
    label: textOf(label).replace(/[\s:：]+$/, '').trim(),
    start: shown[0]?.start ?? 0,
    end: shown.at(-1)?.end ?? 0,
    bold: shown.every((run) => run.strong),
    value,
  };
}

/** The labelled value on a line, or null where the line has none. */
export function readLabel(line: readonly Run[], reader: LabelReader): LabelledLine | null {
  return readColonLabel(line, reader) ?? readBareBoldLabel(line, reader);
}

function readColonLabel(line: readonly Run[], reader: LabelReader): LabelledLine | null {
  const text = textOf(line);
  const colon = text.slice(0, longestLabel).search(/[:：]/);
  if (colon <= 0) return null;
  const label = sliceRuns(line, 0, colon, reader.text);
  const key = fieldOf(label, reader);
  if (key === null) return null;
  const from = colon + (colons.exec(text.slice(colon))?.[0].length ?? 1);
  return labelled(label, sliceRuns(line, from, text.length, reader.text), key);
}

/** `**Decision Owner** — @alice`: bold says it is a label where a dash or a mention follows. */
function readBareBoldLabel(line: readonly Run[], reader: LabelReader): LabelledLine | null {
  const plain = line.findIndex((run) => !run.strong);
  if (plain <= 0) return null;
  const label = line.slice(0, plain);
  const rest = textOf(line.slice(plain));
  const separator = dash.exec(rest);
  if (separator === null) return null;
  const key = fieldOf(label, reader);
  if (key === null) return null;
  const from = textOf(label).length + separator[0].length;
  return labelled(label, sliceRuns(line, from, textOf(line).length, reader.text), key);
}

/** A label that stands alone: the text of a heading or of a cell, numbering aside. */
export function readWholeLabel(runs: readonly Run[], reader: LabelReader): LabelledLine | null {
  const text = textOf(runs);
  if (text.length > longestLabel * 2) return null;
  const from = numbering.exec(text)?.[0].length ?? 0;
  const label = sliceRuns(runs, from, text.length - (anchor.exec(text)?.[0].length ?? 0), reader.text);
  const key = fieldOf(label, reader);
  return key === null ? null : labelled(label, [], key);
}

/** Whether a line begins with a label of its own, so that it cannot belong to the value before it. */
export function startsWithLabel(line: readonly Run[]): boolean {
  return /^\s*[\p{L}\p{N}][^:：@]{0,48}[:：](?:\s|$)/u.test(textOf(line));
}

/** Splits a line of bold labels (`**Author**: @bob **Decision Owner**: @alice`) into a line for each. */
export function splitBoldLabels(line: readonly Run[]): Run[][] {
  const starts = line.flatMap((_, index) => (isBoldLabel(line, index) ? [index] : []));
  if (starts.length < 2 || starts[0] !== 0) return [[...line]];
  return starts.map((start, index) => line.slice(start, starts[index + 1]));
}

function isBoldLabel(line: readonly Run[], index: number): boolean {
  const run = line[index];
  if (!run?.strong || line[index - 1]?.strong) return false;
  return /[:：]\s*$/.test(run.text) || /^\s*[:：]/.test(line[index + 1]?.text ?? '');
}
