/** When the clock of an RFC starts, and when it stands still. */
import { timeOf } from './activity.ts';
import { within, type Interval } from './intervals.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { voicesOf } from './voices.ts';

/** The last moment that can be told of. */
const endOfTime = 8.64e15;

/**
 * From when on waiting counts: since the RFC is there and Unpause is switched on here (or, where GitHub does not say
 * when that was, since it was first looked at), and since it last became ready or was opened again.
 */
export function clockStart({ rfc, rules, acts }: Snapshot, record: Record): Date {
  const starts = acts.filter(({ kind }) => kind === 'readied' || kind === 'reopened').map(timeOf);
  return new Date(Math.max(timeOf({ at: rfc.createdAt }), timeOf({ at: rules.configuredAt ?? record.firstSeenAt }), ...starts));
}

/** Stretches in which no time passes: planned waits, holds and drafts. A draft that is one still is no stretch yet. */
export function pausedIntervals(snapshot: Snapshot, record: Record): Interval[] {
  return [...waits(snapshot, record), ...draftStretches(snapshot)];
}

/** Until when the RFC was asked to wait, as of now; null while it is not. */
export function waitsUntil({ waits }: Pick<Record, 'waits'>, now: Date): Date | null {
  const planned = waits.filter(({ kind, from }) => kind === 'wait' && Date.parse(from) <= now.getTime()).map(({ until }) => Date.parse(until));
  const until = Math.max(...planned);
  return until > now.getTime() ? new Date(until) : null;
}

/** When a stretch that holds this moment is over; null where there is none. */
export function stillUntil(paused: readonly Interval[], now: Date): Date | null {
  const stretch = within(paused, { from: -endOfTime, until: endOfTime }).find(({ from, until }) => from <= now.getTime() && now.getTime() < until);
  return stretch === undefined ? null : new Date(stretch.until);
}

/** A hold is over as soon as the one who asked for it has spoken: that is what was waited for. */
function waits(snapshot: Snapshot, record: Record): Interval[] {
  const voices = record.waits.some(({ kind }) => kind === 'hold') ? voicesOf(snapshot, record) : [];
  return record.waits.map(({ kind, by, from, until }) => {
    const start = Date.parse(from);
    const spoken = kind === 'hold' ? (voices.find((voice) => voice.by === by.id && voice.at > start)?.at ?? Infinity) : Infinity;
    return { from: new Date(start), until: new Date(Math.min(Date.parse(until), spoken)) };
  });
}

/** An RFC that became ready without having been made a draft was opened as one. */
function draftStretches({ acts, rfc }: Snapshot): Interval[] {
  const stretches: Interval[] = [];
  let from: string | null = rfc.createdAt;
  for (const { kind, at } of acts) {
    if (kind === 'drafted') from = at;
    if (kind !== 'readied') continue;
    if (from !== null) stretches.push({ from: new Date(from), until: new Date(at) });
    from = null;
  }
  return stretches;
}
