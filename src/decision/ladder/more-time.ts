/** Time that a period gives once more: something is to be considered anew. */
import { parseDuration } from '../../config/duration.ts';
import { instantOf } from '../activity.ts';
import { decisionInForce } from '../decided.ts';
import type { Objection, Period, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { addTime } from '../working-time.ts';
import { endsOf, type PeriodEnds } from './closes-at.ts';
import { periodInForce } from './period.ts';

/** What may move the end of a period: an objection is gone, or the text is another one. */
export type Reason = { because: 'withdrawn' | 'set-aside'; at: string; objection: Objection } | { because: 'changed'; at: string };

/** Each moves the end on; the last few tell why it is where it is. */
const mostExtensions = 10;

/**
 * The record after something is to be considered anew: `more` is left from then on, as the period has it, never beyond
 * its last moment. A period that is past that, or in which it was decided, has no more time to give. Only the rungs on
 * which an objection stops a decision give time where one is gone.
 */
export function withMoreTime(record: Record, reason: Reason, snapshot: Snapshot): Record {
  const period = periodInForce(record);
  if (period === null || decisionInForce(record) !== null) return record;
  const ends = endsOf(period, { snapshot, record });
  const { because, at } = reason;
  const moment = Date.parse(at);
  const more = parseDuration(period.more);
  if (!more.ok || moment < Date.parse(period.from) || moment >= ends.last || !matters(reason, period, ends)) return record;
  const extension = { because, at, until: instantOf(addTime(snapshot.calendar, new Date(moment), more.duration).getTime()) };
  const extended = { ...period, extensions: [...period.extensions, extension].slice(-mostExtensions) };
  return endsOf(extended, { snapshot, record }).least > ends.least ? { ...record, period: extended } : record;
}

/** An objection that stopped nothing leaves nothing to be considered anew. */
function matters(reason: Reason, { rung }: Period, { least }: PeriodEnds): boolean {
  if (reason.because === 'changed') return true;
  const { isBinding, at } = reason.objection;
  return isBinding && rung !== 'consult' && (rung === 'consensus' || Date.parse(at) < least);
}
