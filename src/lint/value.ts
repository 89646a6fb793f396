/** A field's value before anybody is recognised in it: runs of rendered text that know where they were written. */
import { decodeEntities } from './alias-scan.ts';

const entity = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;

export interface Run {
  text: string;
  /** Where the run was written; longer than `text` where there are entities, escapes or line ends. */
  start: number;
  end: number;
  strong: boolean;
  struck: boolean;
  code: boolean;
  /** Where the link leads that the run is the text of. */
  url: string | null;
}

/** What stands on one line, in one list item or in one cell. */
export interface Segment {
  runs: Run[];
  /** One item as its writer meant it (a list item of front matter): never split further. */
  whole: boolean;
}

/** The rendered text of some runs. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Cuts parts out of some runs; what was found out about a run is kept for the next cut. */
export class RunSlicer {
  private readonly runs: readonly Run[];
  private readonly source: string;
  private readonly starts: readonly number[];
  private readonly offsets = new Map<Run, Int32Array>();

  constructor(runs: readonly Run[], source: string) {
    this.runs = runs;
    this.source = source;
    let at = 0;
    this.starts = runs.map((run) => (at += run.text.length) - run.text.length);
  }

  /** The part of the runs between two positions of their joined text. */
  slice(from: number, to: number): Run[] {
    const slices: Run[] = [];
    for (let index = this.runAt(from); index < this.runs.length; index += 1) {
      const [run, at] = [this.runs[index], this.starts[index] ?? 0];
      if (run === undefined || at >= to) break;
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, run.text.length);
      if (start < end) slices.push(start === 0 && end === run.text.length ? run : this.cut(run, start, end));
    }
    return slices;
  }

  /** The index of the last run that begins at or before a position. */
  private runAt(position: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private cut(run: Run, from: number, to: number): Run {
    return { ...run, text: run.text.slice(from, to), start: this.offsetIn(run, from), end: this.offsetIn(run, to) };
  }

  /** Where the character at `index` of a run was written. */
  private offsetIn(run: Run, index: number): number {
    if (run.end - run.start === run.text.length) return run.start + index;
    const offsets = this.offsets.get(run) ?? offsetsOf(run, this.source);
    this.offsets.set(run, offsets);
    return offsets[index] ?? run.end;
  }
}

/** Where each character of a run was written: its source has entities, escapes, or starts of continued lines besides. */
function offsetsOf(run: Run, source: string): Int32Array {
  const offsets = new Int32Array(run.text.length + 1).fill(run.end);
  let seen = 0;
  for (let at = run.start; at < run.end && seen < run.text.length; ) {
    const { written, shown } = run.code ? { written: 1, shown: 1 } : characterAt(source, at, run.text.slice(seen, seen + 2));
    if (written === 1 && source[at] !== run.text[seen]) {
      at += 1;
      continue;
    }
    offsets.fill(at, seen, seen + shown);
    seen += shown;
    at += written;
  }
  return offsets;
}

/** How long the character is that is written at `at`, and as how many code units it is shown, `expected` being the next. */
function characterAt(source: string, at: number, expected: string): { written: number; shown: number } {
  if (source[at] !== '&') return { written: 1, shown: 1 };
  entity.lastIndex = at;
  const written = entity.exec(source)?.[0] ?? '&';
  const decoded = decodeEntities(written);
  return decoded !== written && expected.startsWith(decoded) ? { written: written.length, shown: decoded.length } : { written: 1, shown: 1 };
}

/** The part of `runs` between two positions of their joined text. */
export function sliceRuns(runs: readonly Run[], from: number, to: number, source: string): Run[] {
  return new RunSlicer(runs, source).slice(from, to);
}
