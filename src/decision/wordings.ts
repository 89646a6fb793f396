/**
 * What the documents say, white space aside, and since when: what somebody said of an earlier wording was said of another
 * text, unless the Decision Owner says that both mean the same.
 */
import { instantOf, timeOf } from './activity.ts';
import type { Record, Wording } from './record-schema.ts';
import { stableHash } from './stable-hash.ts';
import type { Snapshot } from './snapshot.ts';

/** The first one, and the last ones: what is kept of a text that is rewritten every day. */
const mostWordings = 8;

/** Names all that the documents say; null where one of them could not be read, and where there is none. */
export function wordingIn({ documents }: Pick<Snapshot, 'documents'>): string | null {
  const wordings = documents.map(({ wording }) => wording).sort();
  const [first] = wordings;
  if (first === undefined || wordings.includes(null)) return null;
  if (wordings.length === 1) return first;
  const text = wordings.join(' ');
  return [text, `${text} again`].map((part) => stableHash(part).toString(16).padStart(8, '0')).join('');
}

/** The record with the wording of now, where that is another than the last. It counts from when its commit was first seen, or it was itself. */
export function withWording(record: Record, snapshot: Snapshot, now: Date): Record {
  const hash = wordingIn(snapshot);
  const last = record.wordings.at(-1);
  if (hash === null || hash === last?.hash) return record;
  const head = headSeenAt(snapshot, record);
  const isOfHead = head !== null && head <= now.getTime() && (last === undefined || head > timeOf(last));
  const wording: Wording = { hash, at: instantOf(isOfHead ? head : now.getTime()), editorial: null };
  return { ...record, wordings: bounded([...record.wordings, wording]) };
}

/** In milliseconds; null for an issue. */
function headSeenAt({ rfc, acts }: Snapshot, { heads }: Record): number | null {
  const seen = [...heads, ...acts.filter((act) => act.kind === 'pushed')].find(({ sha }) => sha === rfc.head?.sha);
  return seen === undefined ? null : timeOf(seen);
}

/** Editorial changes go first, then the oldest: the last one that counts stays. */
function bounded(wordings: readonly Wording[]): Wording[] {
  if (wordings.length <= mostWordings) return [...wordings];
  const dropped = wordings.findIndex(({ editorial }, index) => index > 0 && editorial !== null);
  return wordings.filter((_, index) => index !== (dropped < 0 ? 1 : dropped));
}

/** The changes up to a moment that are not said to be editorial, the oldest first. What was seen first is no change. */
export function changesUpTo({ wordings }: Pick<Record, 'wordings'>, now: Date): Wording[] {
  return wordings.slice(1).filter(({ at, editorial }) => editorial === null && timeOf({ at }) <= now.getTime());
}

/** When the text last became another, as of a moment; null where it is as it was. Who spoke before that spoke of an earlier text. */
export function lastChangeAt(record: Pick<Record, 'wordings'>, now: Date): string | null {
  return changesUpTo(record, now).at(-1)?.at ?? null;
}
