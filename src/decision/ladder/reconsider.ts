/** More time for objections that came off the table, and less for a change that changed nothing. */
import type { Objection, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { withMoreTime } from './more-time.ts';

/** The record after all of these were withdrawn, or set aside, at one moment: the first that stopped anything gives time. */
export function withoutObjections(record: Record, { because, at, objections }: { because: 'withdrawn' | 'set-aside'; at: string; objections: readonly Objection[] }, snapshot: Snapshot): Record {
  return objections.reduce((moved, objection) => withMoreTime(moved, { because, at, objection }, snapshot), record);
}

/** The record without the time that a change gave: it changed nothing of the meaning. */
export function withoutTimeFor(changedAt: string, record: Record): Record {
  const { period } = record;
  if (period === null) return record;
  const extensions = period.extensions.filter(({ because, at }) => because !== 'changed' || at !== changedAt);
  return extensions.length === period.extensions.length ? record : { ...record, period: { ...period, extensions } };
}
