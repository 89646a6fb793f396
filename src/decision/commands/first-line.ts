/** A command whose arguments end with its line: what stands below it is said to people. */

/** Far more than any argument is long; without a bound, looking for its end would take quadratic time. */
const longest = 1000;

/** The rest of the command's own line, cut where it is very long, without the marks that only end a sentence. */
export function firstLine(rest: string): string {
  return (/^[^\r\n]*/.exec(rest)?.[0] ?? '').trim().slice(0, longest).replace(/[\s.!,;:]+$/, '');
}
