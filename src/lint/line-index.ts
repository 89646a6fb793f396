import { lastAtOrBefore } from './last-at-or-before.ts';

/** Where an offset stands: line and column count from 1, columns in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
}

/** Turns offsets into points by binary search over the starts of lines. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  point(offset: number): Point {
    const index = lastAtOrBefore(this.starts, offset);
    return { line: index + 1, column: offset - (this.starts[index] ?? 0) + 1 };
  }
}
