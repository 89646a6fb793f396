/** Which moments a question to the database may name: both databases take those of the years 1 to 9999, whoever asks. */

const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether a question may name this moment, in milliseconds since 1970. */
export function isMoment(at: number): boolean {
  return at >= earliest && at <= latest;
}

/** The moment itself, or the last one that a question may name. */
export function noLaterThanLast(at: number): number {
  return Math.min(at, latest);
}

/** The largest number that an RFC, or a decision about one, can have. */
export const largestNumber = 2 ** 31 - 1;
