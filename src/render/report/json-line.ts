/**
 * A value as one line of JSON with its line ending. Where a string would hold `##[…]`, which a CI
 * runner obeys even in the middle of a line, one `#` is written as its escape: the parsed value is the same.
 */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(/##(?=[\w-]*\[)/g, String.raw`#\u0023`)}\n`;
}
