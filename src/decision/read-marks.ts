/** Which comments and reviews were read for commands: each is read once, in the order in which they were written. */
import type { Act, Speech } from './acts.ts';
import { isSpeech } from './acts.ts';
import type { Record } from './record-schema.ts';

/** How far back the ids are kept, in milliseconds: GitHub may show what was written a little late. */
const lookBack = 3_600_000;
/** More than this in an hour, and the oldest count as read by their time alone. */
const mostIds = 100;

/** `c12` for a comment, `r34` for a review: GitHub counts the two apart. */
export function speechId({ kind, id }: Speech): string {
  return `${kind === 'comment' ? 'c' : 'r'}${id}`;
}

export function isRead({ read }: Record, speech: Speech): boolean {
  return read !== null && (Date.parse(speech.at) <= Date.parse(read.until) || read.ids.includes(speechId(speech)));
}

/**
 * The record after these were read. Only what holds commands is marked: words without any may be read as often as one
 * likes, and a mark for each would be a new record with every comment.
 */
export function markRead(record: Record, speeches: readonly Speech[], acts: readonly Act[]): Record {
  const last = speeches.at(-1);
  if (last === undefined) return record;
  const ids = new Set([...(record.read?.ids ?? []), ...speeches.map(speechId)]);
  const read = acts.filter(isSpeech).filter((speech) => ids.has(speechId(speech)));
  const overflow = read.at(-mostIds - 1)?.at ?? last.at;
  const until = Math.max(Date.parse(last.at) - lookBack, read.length > mostIds ? Date.parse(overflow) : 0);
  const kept = record.read !== null && Date.parse(record.read.until) > until ? record.read.until : new Date(until).toISOString();
  return { ...record, read: { until: kept, ids: read.filter(({ at }) => Date.parse(at) > Date.parse(kept)).map(speechId) } };
}
