/** What an act ends: the term for a step that is done, and a request for help that is not needed any more. */
import type { Config } from '../config/schema.ts';
import type { PauseKind } from '../config/schema-pause.ts';
import { isAfter, isSpeech, type Act } from './acts.ts';
import { isActivity } from './activity.ts';
import { afterActs } from './as-of.ts';
import { linesFor } from './commands/run-commands.ts';
import { isSettled } from './decided.ts';
import { endEscalation, openEscalation } from './escalation.ts';
import { pauseOf } from './pause.ts';
import type { Pause } from './pause-facts.ts';
import { recordAsOf } from './record-as-of.ts';
import type { Escalation, Record, Term } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm, endTerm } from './term.ts';

interface Place {
  snapshot: Snapshot;
  config: Config;
}

/** An act, and the record as it was before the commands in it. */
export interface Move {
  act: Act;
  count: number;
  before: Record;
}

/**
 * A term is for one step: once the RFC waits for something else, it is over. A step in somebody's own words is theirs
 * to end. A request for help is withdrawn when the act it asked for came without it.
 */
export function moveOn(record: Record, move: Move, place: Place): Record {
  const { snapshot, config } = place;
  const { act, count } = move;
  const term = stepTerm(record, act);
  const request = openRequest(record, act);
  if (!isActivity(act) || (term === null && request === null)) return record;
  const [then, known] = [afterActs(snapshot, count), knownWith(act, record, snapshot)];
  const pause = pauseOf(then, known, config, new Date(act.at));
  const isOver = (step: PauseKind) => (pause === null ? isSettled(then, known) : pause.kind !== step && pause.kind !== kindBefore(move, place));
  const moved = term !== null && isOver(term.step) ? endTerm(record, { at: act.at, how: 'moved-on' }) : record;
  return request !== null && isMoving(pause, act) ? withdrawRequest(moved, request, act.at) : moved;
}

/** What the RFC waited for until the act: a date that passes takes the role from nobody. */
function kindBefore({ act, count, before }: Move, { snapshot, config }: Place): PauseKind | null {
  return pauseOf(afterActs(snapshot, count - 1), knownWith(act, before, snapshot), config, new Date(act.at))?.kind ?? null;
}

/** At each look all acts are folded: what came after one is nothing that it brought about. */
function knownWith({ at }: Act, record: Record, snapshot: Snapshot): Record {
  const known = recordAsOf(record, new Date(at), snapshot);
  const hasBegun = record.period !== null && Date.parse(record.period.from) < Date.parse(at);
  return { ...known, period: hasBegun ? record.period : null };
}

/** The active term, where an act may end it. */
function stepTerm(record: Record, act: Act): Term | null {
  const term = activeTerm(record);
  return term !== null && term.scope === null && isAfter(act, { at: term.startedAt, source: term.source }) ? term : null;
}

/** The open request, where an act may end it: whoever asks once more has not got what they ask for. */
function openRequest(record: Record, act: Act): Escalation | null {
  const request = openEscalation(record);
  return request !== null && isAfter(act, { at: request.openedAt, source: request.source }) && !asksForHelp(act) ? request : null;
}

function asksForHelp(act: Act): boolean {
  return isSpeech(act) && linesFor(act.body).some(({ meaning }) => meaning.kind === 'command' && meaning.command.name === 'escalate');
}

/** Nobody is waited for any more, or the wait began anew with this very act. */
function isMoving(pause: Pause | null, { at }: Act): boolean {
  return pause === null || Date.parse(pause.since) >= Date.parse(at);
}

function withdrawRequest(record: Record, request: Escalation, at: string): Record {
  return { ...record, escalations: record.escalations.map((each) => (each === request ? endEscalation(each, 'withdrawn', at) : each)) };
}
