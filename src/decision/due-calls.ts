/** The calls of one look: what follows from people's acts at once, and at most one that somebody's silence asks for. */
import type { Config } from '../config/schema.ts';
import { hasStory } from './known-record.ts';
import { periodCall } from './ladder/period-call.ts';
import { hasEvent, statusComments } from './markers.ts';
import type { Call } from './calls.ts';
import { centreCall } from './centre.ts';
import { confirmCall, handOffCall } from './follow-ups.ts';
import type { Momentum } from './momentum.ts';
import { outcomeCall } from './outcome-review.ts';
import type { Effect } from './plan.ts';
import { isItsCall, type Predecessor } from './predecessor.ts';
import { pressedCalls } from './pressed.ts';
import type { Record } from './record-schema.ts';
import { rewordedCall } from './reworded.ts';
import { mayBegin } from './show-status.ts';
import type { Snapshot } from './snapshot.ts';
import { addTime, isWorkingTime, nextWorkingTime } from './working-time.ts';

interface Moment {
  snapshot: Snapshot;
  record: Record;
  config: Config;
  now: Date;
  momentum: Momentum;
  /** Null where no other bot kept the status here before. */
  predecessor: Predecessor | null;
}

export interface DueCalls {
  effects: readonly Effect[];
  /** From when on a call may be made that has to wait for working hours, or for tomorrow; null where none has to. */
  from: Date | null;
}

export const noCalls: DueCalls = { effects: [], from: null };

/** Calls that stand there already are left out: each is made once. */
export function dueCalls({ snapshot, record, config, now, momentum, predecessor }: Moment): DueCalls {
  const { heard, pause } = momentum;
  const isNew = (call: Call | null): call is Call => call !== null && !hasEvent(snapshot.comments, call.event) && (predecessor === null || !isItsCall(call, record, predecessor));
  const atOnce = [...pressedCalls(snapshot), handOffCall({ snapshot, record, heard, pause })].filter(isNew);
  const reworded = rewordedCall({ snapshot, record, config, now });
  const place = { snapshot, record, config, now };
  // Nothing begins on an old RFC in which nobody did anything since Unpause came.
  const beginnings = hasBegun(place) ? [periodCall(place), reworded.call, centreCall(place)] : [reworded.call];
  const [call] = snapshot.rfc.isDraft ? [] : [confirmCall(place), ...beginnings, outcomeCall(place), momentum.call].filter(isNew);
  const from = call === undefined ? null : notBefore(snapshot, config, now);
  const calls = call === undefined || from !== null ? atOnce : [...atOnce, call];
  return { effects: calls.map((each): Effect => ({ kind: 'call', call: each })), from: earliest(from, reworded.from) };
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Whether a first status comment, which notifies people, was due by now. */
function hasBegun({ snapshot, record }: Pick<Moment, 'snapshot' | 'record'>): boolean {
  return statusComments(snapshot.comments).length > 0 || hasStory(record) || mayBegin(snapshot);
}

/** Null where a call may be made now. */
function notBefore({ calendar, load }: Snapshot, config: Config, now: Date): Date | null {
  if (load.callsToday >= config.limits['actions-per-day']) return nextWorkingTime(calendar, addTime(calendar, now, { amount: 1, unit: 'days' }));
  return isWorkingTime(calendar, now) ? null : nextWorkingTime(calendar, now);
}
