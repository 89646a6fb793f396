/** More time for objections that came off the table, and less for a change that changed nothing. */
import { openObjections } from '../open-objections.ts';
import type { Objection, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { endsOf } from './closes-at.ts';
import { withMoreTime } from './more-time.ts';

/** The record after all of these were withdrawn, or set aside, at one moment: the first that stopped anything gives time. */
export function withoutObjections(record: Record, { because, at, objections }: { because: 'withdrawn' | 'set-aside'; at: string; objections: readonly Objection[] }, snapshot: Snapshot): Record {
  return objections.reduce((moved, objection) => withMoreTime(moved, { because, at, objection }, snapshot), record);
}

/** The record without the time that a change gave: it changed nothing of the meaning. Time in which somebody objected stays. */
export function withoutTimeFor(changedAt: string, record: Record, snapshot: Snapshot): Record {
  const { period } = record;
  if (period === null) return record;
  const extensions = period.extensions.filter(({ because, at }) => because !== 'changed' || at !== changedAt);
  const shorter = { ...period, extensions };
  const place = { snapshot, record };
  const [end, endNow] = [endsOf(shorter, place).least, endsOf(period, place).least];
  const isNeeded = openObjections(record).some(({ isBinding, at }) => isBinding && Date.parse(at) >= end && Date.parse(at) < endNow);
  return isNeeded ? record : { ...record, period: shorter };
}
