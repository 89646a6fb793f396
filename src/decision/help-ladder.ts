/**
 * The ladder of help: what is due next for a pause, and when. The nudge comes first; whatever people do before it
 * postpones it, and what is tried after it counts: a temporary DRI, the next one, the escalation path, and at the end a
 * call for a steward, after which Unpause is silent. A pause that starts anew has a ladder of its own; a term or an
 * escalation that is still open goes on.
 */
import type { Config } from '../config/schema.ts';
import type { Duration } from '../config/duration.ts';
import type { WorkCalendar } from './calendar.ts';
import { nextDueAt, openEscalation } from './escalation.ts';
import { stillUntil } from './pause-clock.ts';
import type { Pause } from './pause-facts.ts';
import type { Escalation, PauseCall, Record, Term } from './record-schema.ts';
import { activeTerm, isAnswered } from './term.ts';
import { addTime, isWorkingTime, nextWorkingTime, type Interval } from './working-time.ts';

export type Stage = 'nudge' | 'ask-dri' | 'escalate' | 'next-on-path' | 'steward';

/** `rest`: nothing more comes by itself, which the status shows. */
export type Help = { kind: 'wait'; until: Date } | { kind: Stage } | { kind: 'rest' };

export interface Climb {
  pause: Pause;
  record: Record;
  config: Config;
  calendar: WorkCalendar;
  /** Stretches in which no time passes. */
  paused: readonly Interval[];
  now: Date;
  /** Whether the rotation can name somebody. */
  hasCandidates: boolean;
  /** Whether somebody is left on the escalation path. */
  hasPath: boolean;
}

/** What comes next, and the moment from which it may. */
interface Step {
  stage: Stage;
  from: Date;
}

/** After as many terms in one pause help to decide is asked for, unless the config waits for more. A hand-over goes on with one. */
const mostTerms = 3;

/** What to do now, or until when to wait. Calls wait for working hours, and while somebody asked for time. */
export function nextHelp(climb: Climb): Help {
  const { record, now } = climb;
  const term = activeTerm(record);
  const step = nextStep(climb);
  if (term !== null && Date.parse(term.dueAt) > now.getTime()) return besideTerm(new Date(term.dueAt), step, climb);
  return step === null ? { kind: 'rest' } : take(step, climb);
}

/** While somebody drives, only an escalation that is open already goes on. */
function besideTerm(dueAt: Date, step: Step | null, climb: Climb): Help {
  const help: Help = step?.stage === 'next-on-path' ? take(step, climb) : { kind: 'wait', until: dueAt };
  return help.kind === 'wait' && help.until > dueAt ? { kind: 'wait', until: dueAt } : help;
}

function take({ stage, from }: Step, { calendar, paused, now }: Climb): Help {
  const moment = from > now ? from : (stillUntil(paused, now) ?? now);
  if (moment <= now && isWorkingTime(calendar, now)) return { kind: stage };
  return { kind: 'wait', until: nextWorkingTime(calendar, moment) };
}

/** The next step of the ladder; null where the last was taken. */
function nextStep(climb: Climb): Step | null {
  const open = openAfterSteward(climb);
  const isOver = callOf('steward', climb) !== null;
  if (open !== null && (climb.hasPath || !isOver)) return onPath(open, climb);
  if (isOver) return null;
  const nudge = callOf('nudge', climb);
  return nudge === null ? { stage: 'nudge', from: nudgeFrom(climb) } : afterNudge(nudge, climb);
}

/** The open escalation; one that was open as the steward was called for has come to its end. */
function openAfterSteward(climb: Climb): Escalation | null {
  const open = openEscalation(climb.record);
  const steward = callOf('steward', climb);
  return open !== null && (steward === null || isSince(open.openedAt, steward.at)) ? open : null;
}

function onPath(open: Escalation, { calendar, config, paused, hasPath }: Climb): Step {
  const from = nextDueAt(open, { calendar, config, paused }) ?? new Date(open.openedAt);
  return { stage: hasPath ? 'next-on-path' : 'steward', from };
}

/** Help that was asked for and came before the nudge is a new beginning. */
function nudgeFrom(climb: Climb): Date {
  const { pause, config, record } = climb;
  const helped = record.escalations.flatMap(({ ended }) => ended?.at ?? []).filter((at) => isSince(at, pause.since));
  const from = Math.max(...[pause.since, ...helped].map((at) => Date.parse(at)));
  return after(new Date(from).toISOString(), config.pause['nudge-after'][pause.kind], climb);
}

function afterNudge(nudge: PauseCall, climb: Climb): Step {
  const { record, pause, config } = climb;
  const escalation = record.escalations.findLast(({ openedAt }) => isSince(openedAt, nudge.at));
  if (escalation?.ended) return afterEscalation(escalation.ended, climb);
  const terms = record.terms.filter(({ startedAt }) => isSince(startedAt, nudge.at));
  const tried = terms.filter(({ how }) => how !== 'handed');
  const limit = config.pause['escalate-after'][pause.kind];
  const isEnough = tried.length >= Math.max(mostTerms, limit) || terms.filter(isUnanswered).length >= limit;
  return { stage: stageAfter(isEnough, climb), from: driFrom(terms.at(-1), nudge, climb) };
}

/** An answer is given time to work; where nobody answered, there is nothing to wait for. */
function afterEscalation(ended: NonNullable<Escalation['ended']>, climb: Climb): Step {
  const { pause, config } = climb;
  const from = ended.how === 'unanswered' ? new Date(ended.at) : after(ended.at, config.pause['nudge-after'][pause.kind], climb);
  return { stage: 'steward', from };
}

function stageAfter(isEnough: boolean, { hasCandidates, hasPath }: Climb): Stage {
  if (!isEnough && hasCandidates) return 'ask-dri';
  return hasPath ? 'escalate' : 'steward';
}

/** Who passed, or said nothing, leaves nothing behind that needs time; after anybody else it runs again. */
function driFrom(last: Term | undefined, nudge: PauseCall, climb: Climb): Date {
  const { pause, config } = climb;
  const endedAt = last === undefined ? nudge.at : (last.ended?.at ?? last.dueAt);
  if (last !== undefined && (last.ended?.how === 'passed' || isUnanswered(last))) return new Date(endedAt);
  return after(endedAt, config.pause['dri-after'][pause.kind], climb);
}

/** It ran out, and its holder did nothing in it. */
function isUnanswered(term: Term): boolean {
  return !isAnswered(term) && (term.ended === null || term.ended.how === 'time');
}

function after(at: string, duration: Duration, { calendar, paused }: Climb): Date {
  return addTime(calendar, new Date(at), duration, paused);
}

function callOf(stage: PauseCall['stage'], { record, pause }: Climb): PauseCall | null {
  const isOfPause = (call: PauseCall) => call.kind === pause.kind && Date.parse(call.since) === Date.parse(pause.since);
  return record.calls.find((call) => call.stage === stage && isOfPause(call)) ?? null;
}

function isSince(at: string, start: string): boolean {
  return Date.parse(at) >= Date.parse(start);
}
