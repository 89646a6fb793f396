/** Reads tables both ways round: a label in the first column, or labels in the header over one row of values. */
import type { Table, TableCell } from 'mdast';
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { inlineLines } from './inline-runs.ts';
import { foldLabel } from './label.ts';
import { readWholeLabel, type LabelReader } from './label-line.ts';
import { textOf, type Run, type Segment } from './value.ts';

// What RFC headers are made of, whatever the process: tells a row of labels from a row of values.
const usualLabels = new Set(
  ['status', 'date', 'author', 'authors', 'created', 'updated', 'title', 'type', 'category', 'version', 'issue', 'pr', 'field', 'value', 'key', 'role', 'name', 'rfc', 'start date', 'feature'],
);

interface Cell {
  runs: Run[];
  segments: Segment[];
  text: string;
}

function readCell(cell: TableCell | undefined, document: Document): Cell {
  const lines = cell === undefined ? [] : inlineLines(cell.children, document);
  const runs = lines.flat();
  return { runs, text: textOf(runs).trim(), segments: lines.map((line) => ({ runs: line, whole: false })) };
}

function match(label: Cell, value: Cell, reader: LabelReader): FieldMatch | null {
  const labelled = readWholeLabel(label.runs, reader);
  if (labelled === null) return null;
  const { key, label: text, start, end } = labelled;
  return { key, label: text, form: 'table', start, end, segments: value.segments };
}

function isLabel(cell: Cell | undefined, reader: LabelReader): boolean {
  const label = foldLabel(cell?.text ?? '');
  return usualLabels.has(label) || reader.labels.has(label);
}

function mentions(cell: Cell | undefined): boolean {
  return (cell?.text ?? '').includes('@');
}

/** Whether the header is a row of labels over values, and not a first pair of label and value. */
function isHeaderRow(header: readonly Cell[], rows: readonly Cell[][], reader: LabelReader): boolean {
  if (header.length !== 2 || isLabel(header[1], reader)) return true;
  const [only] = rows;
  if (only === undefined || rows.length !== 1 || isLabel(only[0], reader)) return false;
  const value = header[1]?.text ?? '';
  return value !== '' && !/[@[\]<]|\bTBD\b/i.test(value) && mentions(only[0]);
}

/** The fields of a table. A column over several rows is a log of many decisions, and no field of this one. */
export function readTable(table: Table, document: Document, reader: LabelReader): FieldMatch[] {
  const [header = [], ...rows] = table.children.map((row) => row.children.map((cell) => readCell(cell, document)));
  const empty: Cell = { runs: [], segments: [], text: '' };
  const found: (FieldMatch | null)[] = [];
  if (isHeaderRow(header, rows, reader)) {
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      found.push(...header.map((label, column) => match(label, only[column] ?? empty, reader)));
    }
  } else if (header[0] !== undefined) found.push(match(header[0], header[1] ?? empty, reader));
  found.push(...rows.map(([label = empty, value = empty]) => match(label, value, reader)));
  return found.filter((one) => one !== null);
}
