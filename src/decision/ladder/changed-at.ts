/** When the text last became another one: what was said before that was said of another text. */
import type { Record } from '../record-schema.ts';

/** In milliseconds; -Infinity where it never did. The first wording changes nothing, and an editorial one means the same. */
export function changedAt({ wordings }: Pick<Record, 'wordings'>): number {
  const last = wordings.slice(1).findLast(({ editorial }) => editorial === null);
  return last === undefined ? -Infinity : Date.parse(last.at);
}
