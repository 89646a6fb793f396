/**
 * Unpause in a simulation, the short way: its own ladder, terms, candidates and choice, around a record that is kept
 * here. What it leaves out is everything that only reads and writes GitHub, which `loop-helper` does not; in return the
 * choice can be another one.
 */
import { instantOf } from '../../src/decision/activity.ts';
import { candidatesOf } from '../../src/decision/candidates.ts';
import { openEscalation, withAsked } from '../../src/decision/escalation.ts';
import { type Help, nextHelp } from '../../src/decision/help-ladder.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Pause } from '../../src/decision/pause-facts.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import { activeTerm, dueFor, endTerm, runOut, startTerm, touchTerm } from '../../src/decision/term.ts';
import { nextWorkingTime } from '../../src/decision/working-time.ts';
import { aboutOf } from './calls-about.ts';
import type { Choice } from './choices.ts';
import type { CallKind, Helper, MadeCall } from './helper.ts';
import { openLedger } from './ledger.ts';
import type { Rfc } from './rfc.ts';
import type { Staff } from './staff.ts';
import { accountOf, config, openOffice } from './what-github-says.ts';
import { calendar, day } from './work-clock.ts';

interface Case {
  record: Record;
  /** The RFC as it was last looked at. */
  seen: Pick<Rfc, 'turn' | 'since'>;
}

const rules = { calendar, config };

export function openLadder(staff: Staff, choose: Choice): Helper {
  const office = openOffice(staff);
  const ledger = openLedger(staff);
  const cases = new Map<number, Case>();

  function caseOf(rfc: Rfc): Case {
    const known = cases.get(rfc.n) ?? { record: newRecord(instantOf(rfc.openedAt)), seen: { turn: rfc.turn, since: rfc.since } };
    cases.set(rfc.n, known);
    return known;
  }

  function keep(rfc: Rfc, record: Record): void {
    caseOf(rfc).record = record;
    ledger.keep(rfc.n, record);
  }

  /** What came to an end since the last look: a term with its step, a request for help with any motion. */
  function catchUp(rfc: Rfc, at: number): Record {
    const known = caseOf(rfc);
    const due = runOut(known.record, instantOf(at));
    const moved = known.seen.turn === rfc.turn ? due : endTerm(due, { at: instantOf(at), how: 'moved-on' });
    const record = known.seen.since === rfc.since ? moved : endEscalations(moved, at);
    known.seen = { turn: rfc.turn, since: rfc.since };
    if (record !== known.record) keep(rfc, record);
    return record;
  }

  function chosen(rfc: Rfc, record: Record, at: number): number | null {
    const snapshot = office.opened(rfc, ledger.loadFor(rfc.n, at));
    const candidates = candidatesOf({ snapshot, record, config, pause: pauseOf(rfc), at: new Date(at) });
    return choose(candidates, `${snapshot.repository.id} ${rfc.n} ${record.terms.length}`, new Date(at));
  }

  function look(rfc: Rfc, at: number): ReturnType<Helper['look']> {
    const record = catchUp(rfc, at);
    if (rfc.decidedAt !== null) return { call: null, wakeAt: null };
    const asked = openEscalation(record)?.asked.length ?? 0;
    const climb = { pause: pauseOf(rfc), record, config, calendar, paused: [], now: new Date(at), hasPath: asked < staff.leads.length };
    const first = nextHelp({ ...climb, hasCandidates: true });
    const dri = first.kind === 'ask-dri' ? chosen(rfc, record, at) : null;
    const help = first.kind === 'ask-dri' && dri === null ? nextHelp({ ...climb, hasCandidates: false }) : first;
    return act(rfc, { help, record, dri, at });
  }

  function act(rfc: Rfc, { help, record, dri, at }: { help: Help; record: Record; dri: number | null; at: number }): ReturnType<Helper['look']> {
    if (help.kind === 'rest') return { call: null, wakeAt: null };
    if (help.kind === 'wait') return { call: null, wakeAt: help.until.getTime() };
    if (ledger.callsOn(at) >= config.limits['actions-per-day']) return { call: null, wakeAt: nextWorkingTime(calendar, new Date(at + day)).getTime() };
    ledger.noteCall(at);
    const step = takeStep(rfc, { stage: help.kind, record, dri, lead: leadAfter(record, staff), at });
    keep(rfc, step.record);
    // Looked at again at once: a call is made a moment before the next question is asked.
    return { call: step.call, wakeAt: at };
  }

  return {
    look,
    acted(rfc, { person }, at) {
      const { record } = caseOf(rfc);
      if (activeTerm(record)?.holder.id === person) keep(rfc, touchTerm(record, instantOf(at), rules));
    },
    driOf: (rfc) => activeTerm(caseOf(rfc).record)?.holder.id ?? null,
    terms: ledger.terms,
    posts: () => null,
  };
}

function pauseOf(rfc: Rfc): Pause {
  return { kind: rfc.step, waitsFor: rfc.waitsFor.map(accountOf), since: instantOf(rfc.since) };
}

function leadAfter(record: Record, { leads }: Staff): number {
  return leads[openEscalation(record)?.asked.length ?? 0] ?? 0;
}

function endEscalations(record: Record, at: number): Record {
  return { ...record, escalations: record.escalations.map((one) => (one.ended === null ? { ...one, ended: { at: instantOf(at), how: 'withdrawn' } } : one)) };
}

interface StepFacts {
  stage: Exclude<Help['kind'], 'wait' | 'rest'>;
  record: Record;
  dri: number | null;
  lead: number;
  at: number;
}

/** The call, and the record as it is once the call was read back. */
function takeStep(rfc: Rfc, { stage, record, dri, lead, at }: StepFacts): { call: MadeCall; record: Record } {
  const callOf = (kind: CallKind, asked: readonly number[]): MadeCall => ({ rfc: rfc.n, at, kind, asked, about: aboutOf(kind, asked, rfc) });
  if (stage === 'nudge' || stage === 'steward') {
    const calls = [...record.calls, { stage, kind: rfc.step, since: instantOf(rfc.since), at: instantOf(at) }];
    const done = stage === 'steward' ? endUnanswered(record, at) : record;
    return { call: callOf(stage, stage === 'nudge' ? rfc.waitsFor.toSorted((one, other) => one - other) : []), record: { ...done, calls } };
  }
  if (stage === 'ask-dri') {
    const holder = accountOf(dri ?? 0);
    const started = { holder: { id: holder.id, login: holder.login }, step: rfc.step, scope: null, how: 'asked', startedAt: instantOf(at), dueAt: dueFor(rfc.step, instantOf(at), rules).toISOString(), source: null } as const;
    return { call: callOf('dri', [holder.id]), record: startTerm(record, started) };
  }
  return { call: callOf('escalation', [lead]), record: withLead(record, lead, at) };
}

/** Nobody is left to ask. */
function endUnanswered(record: Record, at: number): Record {
  return { ...record, escalations: record.escalations.map((one) => (one.ended === null ? { ...one, ended: { at: instantOf(at), how: 'unanswered' } } : one)) };
}

function withLead(record: Record, lead: number, at: number): Record {
  const { id, login } = accountOf(lead);
  const open = openEscalation(record);
  if (open !== null) return { ...record, escalations: record.escalations.map((one) => (one === open ? withAsked(one, { id, login }, instantOf(at)) : one)) };
  const n = record.escalations.length + 1;
  return { ...record, escalations: [...record.escalations, { n, by: null, why: null, source: null, openedAt: instantOf(at), to: null, asked: [{ person: { id, login }, at: instantOf(at) }], ended: null }] };
}
