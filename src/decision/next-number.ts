/** Numbers of what the record counts. */
/** The number of the next entry in a list of the record that counts from 1, also when old entries were folded. */
export function nextNumber(entries: readonly { n: number }[], folded: number): number {
  return Math.max(folded, entries.at(-1)?.n ?? 0) + 1;
}
