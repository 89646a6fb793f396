/** What a call of Unpause's own changes in the record, once it is read back from the timeline. */
import type { Config } from '../config/schema.ts';
import type { CallEvent } from './call-events.ts';
import { endEscalation, withAsked } from './escalation.ts';
import { nextNumber } from './next-number.ts';
import type { Escalation, PauseCall, Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm, dueFor, startTerm } from './term.ts';

interface Context {
  snapshot: Snapshot;
  config: Config;
}

/** A call that is in the record already changes nothing. */
export function foldCall(record: Record, { at, event }: { at: string; event: CallEvent }, context: Context): Record {
  switch (event.kind) {
    case 'nudge':
      return withPauseCall(record, { stage: 'nudge', kind: event.step, since: event.since, at });
    case 'steward':
      return withoutAnswer(withPauseCall(record, { stage: 'steward', kind: event.step, since: event.since, at }), at);
    case 'dri':
      return withTerm(record, { ...event, at }, context);
    case 'escalation':
      return withRequest(record, { ...event, at });
    case 'period':
      return event.period.n > (record.period?.n ?? 0) ? { ...record, period: event.period } : record;
  }
}

function withPauseCall(record: Record, call: PauseCall): Record {
  const isKept = record.calls.some(({ stage, kind, since }) => stage === call.stage && kind === call.kind && Date.parse(since) === Date.parse(call.since));
  return isKept || isFolded(record, call) ? record : { ...record, calls: [...record.calls, call] };
}

/** The oldest are folded first: what is no newer than the oldest of those kept was there. */
function isFolded({ calls: [oldest], folded }: Record, { at }: PauseCall): boolean {
  return folded.calls > 0 && oldest !== undefined && Date.parse(at) <= Date.parse(oldest.at);
}

/** Nobody is left to ask, so an open request for help is over. */
function withoutAnswer(record: Record, at: string): Record {
  return { ...record, escalations: record.escalations.map((escalation) => (Date.parse(escalation.openedAt) <= Date.parse(at) ? endEscalation(escalation, 'unanswered', at) : escalation)) };
}

/** Whoever took the role while the call was on its way has it: a term of that number, or an active one, is there. The number is the call's, also where an earlier term is gone. */
function withTerm(record: Record, { n, person, step, at }: Extract<CallEvent, { kind: 'dri' }> & { at: string }, { snapshot, config }: Context): Record {
  if (n < nextNumber(record.terms, record.folded.terms) || activeTerm(record) !== null) return record;
  const dueAt = dueFor(step, at, { calendar: snapshot.calendar, config }).toISOString();
  return startTerm(record, { holder: person, step, scope: null, how: 'asked', startedAt: at, dueAt, source: null }, n);
}

function withRequest(record: Record, { n, person, at }: Extract<CallEvent, { kind: 'escalation' }> & { at: string }): Record {
  const known = record.escalations.find((escalation) => escalation.n === n);
  if (known !== undefined) return { ...record, escalations: record.escalations.map((escalation) => (escalation === known ? withAsked(known, person, at) : escalation)) };
  if (n <= record.folded.escalations) return record;
  const opened: Escalation = { n, by: null, why: null, source: null, openedAt: at, to: null, asked: [{ person, at }], ended: null };
  return { ...record, escalations: [...record.escalations, opened] };
}
