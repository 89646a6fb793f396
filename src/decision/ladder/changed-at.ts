/** When the text last became another one: what was said before that was said of another text. */
import type { Record } from '../record-schema.ts';
import { lastChangeAt } from '../wordings.ts';

/** As of a moment, in milliseconds; -Infinity where it never did. */
export function changedAt(record: Pick<Record, 'wordings'>, now: Date): number {
  const at = lastChangeAt(record, now);
  return at === null ? -Infinity : Date.parse(at);
}
