/** When a decision period ends, with all that moved its end. A planned pause stops its clock, as it stops every other. */
import type { WorkCalendar } from '../calendar.ts';
import { within, type Interval } from '../intervals.ts';
import { pausedIntervals } from '../pause-clock.ts';
import type { Period, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { addTime, workingDaysBetween } from '../working-time.ts';

/** In milliseconds. */
export interface PeriodEnds {
  /** When it ends at the earliest, as things are. */
  least: number;
  /** When it ends, whatever moves its end. */
  last: number;
}

interface Place {
  snapshot: Snapshot;
  record: Record;
}

/**
 * A hold puts off the end as well, but no further than the last moment: only those who may plan a pause for the whole
 * RFC, and a draft, stop that clock too. A text that is another one gives its time beyond that moment: nobody has read it.
 */
export function endsOf(period: Period, { snapshot, record }: Place): PeriodEnds {
  const { calendar } = snapshot;
  const planned = pausedIntervals(snapshot, { ...record, waits: record.waits.filter(({ kind }) => kind === 'wait') });
  const still = pausedIntervals(snapshot, record);
  const changed = period.extensions.filter(({ because }) => because === 'changed');
  const last = Math.max(...[{ at: period.from, until: period.last }, ...changed].map((end) => putOff(calendar, end, planned)));
  const ends = [{ at: period.from, until: period.until }, ...period.extensions].map((end) => putOff(calendar, end, still));
  return { least: Math.min(last, Math.max(...ends)), last };
}

/** In a draft nobody is asked for anything, so the time of a period stands still. In milliseconds. */
export function clockOf({ rfc, acts }: Pick<Snapshot, 'rfc' | 'acts'>, now: Date): number {
  const draftedAt = rfc.isDraft ? acts.findLast(({ kind }) => kind === 'drafted')?.at : undefined;
  return draftedAt === undefined ? now.getTime() : Math.min(now.getTime(), Date.parse(draftedAt));
}

/** When the end comes that was announced at a moment: stretches since then in which the clock stood still come on top. */
function putOff(calendar: WorkCalendar, { at, until }: { at: string; until: string }, paused: readonly Interval[]): number {
  const [from, end] = [Date.parse(at), Date.parse(until)];
  const stretches = within(paused, { from, until: Infinity });
  if (!stretches.some((stretch) => stretch.from < end)) return end;
  const amount = workingDaysBetween(calendar, new Date(from), new Date(end));
  return Math.max(end, addTime(calendar, new Date(from), { amount, unit: 'working-days' }, paused).getTime());
}
