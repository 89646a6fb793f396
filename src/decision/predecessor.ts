/**
 * Another bot kept the status here before this one came: the Action, where the App takes over. What it asked people for
 * was asked, and what people wrote by then was answered; the one that goes on says nothing of it once more.
 */
import type { Comment, Speech } from './acts.ts';
import type { Call } from './calls.ts';
import type { Spoken } from './fold.ts';
import { readEvent } from './markers.ts';
import { otherStatus } from './other-bot.ts';
import type { Record } from './record-schema.ts';
import type { OwnComment, Snapshot } from './snapshot.ts';

/** Until when, ISO 8601 in UTC, and where its status stands. */
export interface Predecessor {
  status: Comment;
  until: string;
}

/** Null where this one came first. The other one was there until the first look by this one. */
export function predecessorOf(snapshot: Pick<Snapshot, 'acts'>, { firstSeenAt }: Pick<Record, 'firstSeenAt'>): Predecessor | null {
  const status = otherStatus(snapshot);
  return status === null || !isBefore(status.at, firstSeenAt) ? null : { status, until: firstSeenAt };
}

/** The snapshot with the calls that the other one made; its record is its own, and nobody else's to believe. */
export function withItsCalls(snapshot: Snapshot, { status, until }: Predecessor): Snapshot {
  const calls = snapshot.acts.flatMap((act): OwnComment[] => {
    if (act.kind !== 'comment' || act.by.id !== status.by.id || act.isEdited || !isBefore(act.at, until) || readEvent(act) === null) return [];
    return [{ id: act.id, body: act.body, createdAt: act.at, url: act.url }];
  });
  return { ...snapshot, comments: [...snapshot.comments, ...calls] };
}

/** Without the answers to what was written while the other one was there. */
export function withoutItsWords(spoken: readonly Spoken[], predecessor: Predecessor | null): readonly Spoken[] {
  const isIts = ({ at }: Speech) => predecessor !== null && isBefore(at, predecessor.until);
  return spoken.filter(({ speech }) => !isIts(speech));
}

/** Whether a call follows from what happened while the other one was there. A decision is asked about once more after a push. */
export function isItsCall(call: Call, record: Pick<Record, 'heads'>, { until }: Predecessor): boolean {
  if (call.kind === 'hand-off') return isBefore(call.term.startedAt, until);
  if (call.kind !== 'confirm' || call.because !== 'text-changed' || call.decision === null) return false;
  const { confirmed, at } = call.decision;
  return isBefore(confirmed?.at ?? at, until) && !record.heads.some(({ at: seenAt }) => isBefore(until, seenAt));
}

function isBefore(at: string, until: string): boolean {
  return Date.parse(at) < Date.parse(until);
}
