/** Users' own words, as the record keeps them: one line, short enough to leave room for others. */
import { longestQuote } from './record-schema.ts';

/** Also control characters, which JSON in PostgreSQL cannot hold. */
const blanks = /[\s\p{Cc}]+/gu;

/**
 * The text on one line, cut to `longestQuote` characters (UTF-16 code units, as the schema counts them), never within
 * a code point; `…` at its end says that there was more.
 */
export function cutQuote(text: string): string {
  const line = text.replace(blanks, ' ').trim();
  if (line.length <= longestQuote) return line;
  const room = longestQuote - 1;
  const isSplit = /[\uD800-\uDBFF]/.test(line.charAt(room - 1));
  return `${line.slice(0, isSplit ? room - 1 : room).trimEnd()}…`;
}
