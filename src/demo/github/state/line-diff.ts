/** One line of a diff: kept, taken away or added. */
export interface DiffLine {
  mark: ' ' | '-' | '+';
  text: string;
  /** Its number before the change, from 1; null for an added line. */
  before: number | null;
  /** Its number after the change, from 1; null for a line taken away. */
  after: number | null;
}

interface Edit {
  mark: DiffLine['mark'];
  text: string;
}

/** Beyond so many edits the shortest way is not looked for: everything is replaced. */
const editLimit = 500;

/** Compares two lists of lines after Myers, "An O(ND) Difference Algorithm" (1986). */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start < shared && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shared - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = edits(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return numbered([...marked(' ', before.slice(0, start)), ...middle, ...marked(' ', before.slice(before.length - end))]);
}

function edits(before: readonly string[], after: readonly string[]): Edit[] {
  const trace = walk(before, after);
  if (trace === null) return [...marked('-', before), ...marked('+', after)];
  const reversed: Edit[] = [];
  let x = before.length;
  let y = after.length;
  for (const [depth, furthest] of [...trace.entries()].reverse()) {
    const start = depth === 0 ? { x: 0, y: 0 } : stepBefore(furthest, x - y, depth);
    while (x > start.x && y > start.y) {
      x -= 1;
      y -= 1;
      reversed.push(...marked(' ', before.slice(x, x + 1)));
    }
    if (depth > 0) reversed.push(...(x === start.x ? marked('+', after.slice(start.y, start.y + 1)) : marked('-', before.slice(start.x, start.x + 1))));
    ({ x, y } = start);
  }
  return reversed.reverse();
}

/** How far each diagonal reaches: on diagonal `k`, `x` lines of the old text and `x - k` of the new one. */
type Reach = ReadonlyMap<number, number>;

/** For each number of edits, how far each diagonal had come before it; null where it takes too many. */
function walk(before: readonly string[], after: readonly string[]): Reach[] | null {
  let furthest: Reach = new Map([[1, 0]]);
  const trace: Reach[] = [];
  for (let depth = 0; depth <= editLimit; depth += 1) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -depth; k <= depth; k += 2) {
      const x = slide(before, after, { k, x: isDown(furthest, k, depth) ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1 });
      next.set(k, x);
      if (x >= before.length && x - k >= after.length) return trace;
    }
    furthest = next;
  }
  return null;
}

/** Past all lines that are the same. */
function slide(before: readonly string[], after: readonly string[], { k, x: start }: { k: number; x: number }): number {
  let x = start;
  while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
  return x;
}

function stepBefore(furthest: Reach, k: number, depth: number): { x: number; y: number } {
  const from = isDown(furthest, k, depth) ? k + 1 : k - 1;
  const x = reach(furthest, from);
  return { x, y: x - from };
}

function isDown(furthest: Reach, k: number, depth: number): boolean {
  return k === -depth || (k !== depth && reach(furthest, k - 1) < reach(furthest, k + 1));
}

function reach(furthest: Reach, k: number): number {
  return furthest.get(k) ?? 0;
}

function marked(mark: Edit['mark'], lines: readonly string[]): Edit[] {
  return lines.map((text) => ({ mark, text }));
}

function numbered(list: readonly Edit[]): DiffLine[] {
  let before = 0;
  let after = 0;
  return list.map(({ mark, text }) => {
    if (mark !== '+') before += 1;
    if (mark !== '-') after += 1;
    return { mark, text, before: mark === '+' ? null : before, after: mark === '-' ? null : after };
  });
}
