/**
 * Unpause in a simulation: its own ladder, terms, candidates and choice, around a record that is kept here. What it
 * leaves out is everything that only reads and writes GitHub.
 */
import { candidatesOf } from '../../src/decision/candidates.ts';
import { openEscalation } from '../../src/decision/escalation.ts';
import { type Help, nextHelp } from '../../src/decision/ladder.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Pause } from '../../src/decision/pause-facts.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import { activeTerm, dueFor, endTerm, runOut, startTerm, touchTerm } from '../../src/decision/term.ts';
import { nextWorkingTime } from '../../src/decision/working-time.ts';
import type { Choice } from './choices.ts';
import type { HeldTerm, Helper, MadeCall } from './helper.ts';
import type { Rfc } from './rfc.ts';
import type { Staff } from './staff.ts';
import { accountOf, config, openOffice } from './what-github-says.ts';
import { calendar, day } from './work-clock.ts';

interface Case {
  record: Record;
  /** The turn of the RFC as it was last looked at. */
  turn: number;
}

const rules = { calendar, config };

export function openLadder(staff: Staff, choose: Choice): Helper {
  const office = openOffice(staff);
  const cases = new Map<number, Case>();
  const ledger = new Map<string, HeldTerm>();
  const callsOn = new Map<number, number>();

  function caseOf(rfc: Rfc): Case {
    const known = cases.get(rfc.n) ?? { record: newRecord(iso(rfc.openedAt)), turn: rfc.turn };
    cases.set(rfc.n, known);
    return known;
  }

  function keep(rfc: Rfc, record: Record): void {
    caseOf(rfc).record = record;
    for (const { n, holder, startedAt, dueAt, ended, how } of record.terms) {
      ledger.set(`${rfc.n}/${n}`, { rfc: rfc.n, holder: holder.id, startedAt, dueAt, endedAt: ended?.at ?? null, isVolunteered: how === 'taken' });
    }
  }

  /** What came to an end since the last look. */
  function catchUp(rfc: Rfc, at: number): Record {
    const known = caseOf(rfc);
    const due = runOut(known.record, iso(at));
    const hasMoved = known.turn !== rfc.turn;
    known.turn = rfc.turn;
    const record = hasMoved ? endEscalations(endTerm(due, { at: iso(at), how: 'moved-on' }), at) : due;
    if (record !== known.record) keep(rfc, record);
    return record;
  }

  function chosen(rfc: Rfc, record: Record, at: number): number | null {
    const terms = [...ledger.values()].filter((term) => term.rfc !== rfc.n);
    const snapshot = office.snapshotOf(rfc, { terms, absences: office.absencesAt(at), callsToday: 0 });
    const owner = { person: accountOf(rfc.owner), by: accountOf(rfc.author), why: '', at: iso(rfc.openedAt), source: { in: 'comment' as const, id: 1, by: rfc.author, hash: '' }, instead: [] };
    const candidates = candidatesOf({ snapshot, record: { ...record, namedOwner: owner }, config, pause: pauseOf(rfc), at: new Date(at) });
    return choose(candidates, `${rfc.n} ${record.terms.length}`, new Date(at));
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
    const today = Math.floor(at / day);
    const made = callsOn.get(today) ?? 0;
    if (made >= config.limits['actions-per-day']) return { call: null, wakeAt: nextWorkingTime(calendar, new Date((today + 1) * day)).getTime() };
    callsOn.set(today, made + 1);
    const step = takeStep(rfc, { stage: help.kind, record, dri, lead: leadAfter(record, staff), at });
    keep(rfc, step.record);
    // Looked at again at once: a call is made a moment before the next question is asked.
    return { call: step.call, wakeAt: at };
  }

  return {
    look,
    acted(rfc, person, at) {
      const { record } = caseOf(rfc);
      if (activeTerm(record)?.holder.id === person) keep(rfc, touchTerm(record, iso(at), rules));
    },
    driOf: (rfc) => activeTerm(caseOf(rfc).record)?.holder.id ?? null,
    terms: () => [...ledger.values()],
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function pauseOf(rfc: Rfc): Pause {
  return { kind: rfc.step, waitsFor: rfc.waitsFor.map(accountOf), since: iso(rfc.since) };
}

function leadAfter(record: Record, { leads }: Staff): number {
  return leads[openEscalation(record)?.asked.length ?? 0] ?? 0;
}

function endEscalations(record: Record, at: number): Record {
  return { ...record, escalations: record.escalations.map((one) => (one.ended === null ? { ...one, ended: { at: iso(at), how: 'acknowledged' } } : one)) };
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
  const made = { rfc: rfc.n, at };
  const about = `${rfc.step} since ${rfc.since}`;
  if (stage === 'nudge' || stage === 'steward') {
    const calls = [...record.calls, { stage, kind: rfc.step, since: iso(rfc.since), at: iso(at) }];
    return { call: { ...made, kind: stage, asked: stage === 'nudge' ? rfc.waitsFor : [], about: `${stage}: ${about}` }, record: { ...record, calls } };
  }
  if (stage === 'ask-dri') {
    const holder = accountOf(dri ?? 0);
    const started = { holder: { id: holder.id, login: holder.login }, step: rfc.step, scope: null, how: 'asked', startedAt: iso(at), dueAt: dueFor(rfc.step, iso(at), rules).toISOString(), source: null } as const;
    return { call: { ...made, kind: 'dri', asked: [holder.id], about: `${holder.id} to drive: ${about}` }, record: startTerm(record, started) };
  }
  const call: MadeCall = { ...made, kind: 'escalation', asked: [lead], about: `${lead} to help: ${about}` };
  return { call, record: withAsked(record, lead, at) };
}

function withAsked(record: Record, lead: number, at: number): Record {
  const { id, login } = accountOf(lead);
  const asked = { person: { id, login }, at: iso(at) };
  const open = openEscalation(record);
  if (open === null) {
    const n = record.escalations.length + 1;
    return { ...record, escalations: [...record.escalations, { n, by: null, why: null, source: null, openedAt: iso(at), to: null, asked: [asked], ended: null }] };
  }
  return { ...record, escalations: record.escalations.map((one) => (one === open ? { ...one, asked: [...one.asked, asked] } : one)) };
}
