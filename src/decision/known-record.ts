/** The record that a look begins with: the one in the status comment, else the database's copy, else an empty one to fold into. */
import { believedRecord } from './believed-record.ts';
import { newRecord, type Record } from './record.ts';
import type { ObservedRecord } from './record.ts';
import type { OwnComment, Snapshot } from './snapshot.ts';

/** What is lost is rebuilt, and says so; a record that is merely not there yet begins now. */
export function knownRecord({ comments, rfc, people }: Pick<Snapshot, 'comments' | 'rfc' | 'people'>, record: Exclude<ObservedRecord, { kind: 'newer' }>, now: Date): Record {
  if (record.kind === 'sound') return record.record;
  const firstWord = firstWordAt(comments) ?? now.toISOString();
  if (record.kind === 'unsealed') return believedRecord(record.record, { rfc, people }, { firstWordAt: firstWord, now });
  const known = record.copy ?? newRecord(firstWord);
  if (record.kind !== 'none') return { ...known, rebuilt: { at: now.toISOString(), reason: record.kind } };
  // A copy with a story was on GitHub once.
  return record.copy !== null && hasStory(known) ? { ...known, rebuilt: { at: now.toISOString(), reason: 'missing' } } : known;
}

/** Unpause was here when it first wrote something. */
function firstWordAt(comments: readonly OwnComment[]): string | null {
  return comments.reduce<string | null>((first, { createdAt }) => (first === null || Date.parse(createdAt) < Date.parse(first) ? createdAt : first), null);
}

/** Whether there is more to show than that an RFC was seen. */
export function hasStory({ terms, calls, escalations, objections, voices, waits, decisions, tensions, citations, namedOwner, period }: Record): boolean {
  return [terms, calls, escalations, objections, voices, waits, decisions, tensions, citations].some((entries) => entries.length > 0) || namedOwner !== null || period !== null;
}
