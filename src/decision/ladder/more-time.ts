/** Time that a period gives once more: something is to be considered anew. */
import { parseDuration } from '../../config/duration.ts';
import { instantOf } from '../activity.ts';
import { decisionInForce } from '../decided.ts';
import type { Objection, Period, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { addTime } from '../working-time.ts';
import { clockOf, endsOf } from './closes-at.ts';
import { periodInForce } from './period.ts';

/** What may move the end of a period: an objection is gone, or the text is another one. */
export type Reason = { because: 'withdrawn' | 'set-aside'; at: string; objection: Objection } | { because: 'changed'; at: string };

/** Each moves the end on; the last few tell why it is where it is. */
const mostExtensions = 10;

/**
 * The record after something is to be considered anew: `more` is left from then on, as the period has it. For an objection
 * that is gone, never beyond the period's last moment, nor once it was decided, and only on the rungs on which it stopped
 * the decision. For another text always: who agreed to the one before has not agreed to it.
 */
export function withMoreTime(record: Record, reason: Reason, snapshot: Snapshot): Record {
  const period = periodInForce(record);
  const place = { snapshot, record };
  if (period === null || !matters(reason, period, place)) return record;
  const { because, at } = reason;
  const more = parseDuration(period.more);
  if (!more.ok || Date.parse(at) < Date.parse(period.from)) return record;
  const extension = { because, at, until: instantOf(addTime(snapshot.calendar, new Date(at), more.duration).getTime()) };
  const movesEndOf = (before: Period) => endsOf(withExtension(before, extension), place).least > endsOf(before, place).least;
  // The change may turn out to be editorial, and what was given for another reason stays.
  return movesEndOf(period) || movesEndOf(withoutChanges(period)) ? { ...record, period: withExtension(period, extension) } : record;
}

function withExtension(period: Period, extension: Period['extensions'][number]): Period {
  return { ...period, extensions: [...period.extensions, extension].slice(-mostExtensions) };
}

function withoutChanges(period: Period): Period {
  return { ...period, extensions: period.extensions.filter(({ because }) => because !== 'changed') };
}

/** An objection that stopped nothing leaves nothing to be considered anew. */
function matters(reason: Reason, period: Period, { snapshot, record }: { snapshot: Snapshot; record: Record }): boolean {
  if (reason.because === 'changed') return true;
  const { least, last } = endsOf(period, { snapshot, record });
  const clock = clockOf(snapshot, new Date(reason.at));
  const { isBinding, at } = reason.objection;
  if (decisionInForce(record) !== null || clock >= last || !isBinding || period.rung === 'consult') return false;
  return period.rung === 'consensus' || Math.min(clock, Date.parse(at)) < least;
}
