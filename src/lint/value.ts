/** A field's value before anybody is recognised in it: runs of rendered text that know where they were written. */

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

/** The part of `runs` between two positions of their joined text. */
export function sliceRuns(runs: readonly Run[], from: number, to: number, source: string): Run[] {
  const slices: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, run.text.length);
    if (start < end) slices.push(start === 0 && end === run.text.length ? run : cutRun(run, start, end, source));
    at += run.text.length;
  }
  return slices;
}

function cutRun(run: Run, from: number, to: number, source: string): Run {
  return { ...run, text: run.text.slice(from, to), start: offsetIn(run, from, source), end: offsetIn(run, to, source) };
}

/** Where the character at `index` of a run was written. */
export function offsetIn(run: Run, index: number, source: string): number {
  if (run.end - run.start === run.text.length) return run.start + index;
  let at = run.start;
  for (let seen = 0; at < run.end; ) {
    if (source[at] === run.text[seen]) {
      if (seen === index) return at;
      seen += 1;
      at += 1;
      continue;
    }
    // An entity, an escape, or what stands at the start of a continued line.
    const entity = source[at] === '&' ? source.indexOf(';', at) : -1;
    if (entity < 0 || entity >= run.end) {
      at += 1;
      continue;
    }
    if (seen === index) return at;
    at = entity + 1;
    seen += 1;
  }
  return Math.min(at, run.end);
}
