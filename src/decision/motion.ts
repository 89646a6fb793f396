/** When an RFC last moved, as far as a pause is concerned: what ends a pause, or starts it anew. */
import { isTeam, type Act, type Addressee } from './acts.ts';
import { isActivity, isFirstSight, timeOf } from './activity.ts';
import { isQuestion } from './aside.ts';
import { clockStart } from './pause-clock.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { formalitiesIn } from './voices.ts';

interface Watch {
  snapshot: Snapshot;
  record: Record;
  now: Date;
  waitsFor: readonly Addressee[];
  /** Whether what anybody does counts, or only what those do whom the RFC waits for. */
  isAnybodys: boolean;
}

/**
 * The last of: the clock's start, a push, a planned wait's end, a decision, another owner, and an act of somebody who is
 * waited for, other than to ask how things are. In milliseconds.
 */
export function lastMotion({ snapshot, record, now, waitsFor, isAnybodys }: Watch): number {
  const ids = idsOf(waitsFor, snapshot);
  const isFormal = formalitiesIn(record);
  const counts = (act: Act) => act.kind === 'pushed' || (ids.has(act.by.id) && !isQuestion(act)) || (isAnybodys && !isFormal(act));
  const acts = snapshot.acts.filter((act) => isActivity(act) && !isFirstSight(act, record) && counts(act));
  const times = [clockStart(snapshot, record).getTime(), ...recordedMotions(record, now), ...acts.map(timeOf)];
  return times.reduce((latest, time) => Math.max(latest, time));
}

/** Of a team, what any member does; but the author acts for none. */
function idsOf(waitsFor: readonly Addressee[], { teams, rfc }: Snapshot): ReadonlySet<number> {
  const people = waitsFor.flatMap((addressee) => (isTeam(addressee) ? [] : [addressee.id]));
  const names = new Set(waitsFor.flatMap((addressee) => (isTeam(addressee) ? [addressee.team.toLowerCase()] : [])));
  const members = teams.filter(({ team }) => names.has(team.toLowerCase())).flatMap(({ members }) => members ?? []);
  return new Set([...people, ...members.map(({ id }) => id).filter((id) => id !== rfc.author.id)]);
}

/** What a comment did stands in the record, also where the comment itself is gone. */
function recordedMotions({ heads, waits, decisions, namedOwner, ownersAt }: Record, now: Date): number[] {
  const ended = waits.filter(({ kind, until }) => kind === 'wait' && Date.parse(until) <= now.getTime()).map(({ until }) => until);
  const decided = decisions.flatMap(({ at, confirmed, reopened }) => [at, confirmed?.at, reopened?.at]);
  const moments = [...heads.slice(1).map(({ at }) => at), ...ended, ...decided, namedOwner?.at, ownersAt];
  return moments.flatMap((at) => (at === null || at === undefined ? [] : [Date.parse(at)]));
}
