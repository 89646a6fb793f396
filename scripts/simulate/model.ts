/** A simulated year: RFCs arrive, people answer or do not, and a helper does what it can. `behaviour` says how people are. */
import { openAgenda } from './agenda.ts';
import { behaviour } from './behaviour.ts';
import type { Draws } from './draws.ts';
import type { Doing, Helper, MadeCall } from './helper.ts';
import { answer, closeStep, openRfc, type Rfc, type Step } from './rfc.ts';
import type { Away, Staff } from './staff.ts';
import { day, whenWorked, workday, worked } from './work-clock.ts';

export interface Year {
  /** From a Monday to a Monday, midnight: when RFCs arrive; they are then followed to their end. */
  span: Away;
  rfcs: readonly Rfc[];
  calls: readonly MadeCall[];
}

type Event =
  | { kind: 'opened'; n: number }
  /** Somebody whom it waits for answers. */
  | { kind: 'answers'; rfc: Rfc; turn: number; person: number }
  /** Somebody notices by chance that nothing moves. */
  | { kind: 'noticed'; rfc: Rfc; since: number }
  /** The temporary DRI begins, and is done. */
  | { kind: 'drives' | 'closes'; rfc: Rfc; turn: number; person: number }
  /** One on the path of escalation answers. */
  | { kind: 'helps'; rfc: Rfc; turn: number; person: number }
  | { kind: 'wakes'; rfc: Rfc };

export const firstDay = Date.parse('2026-01-05T00:00:00Z');
export const yearLong = 52 * 7 * day;
/** In minutes. Whoever notices something does so later than it came about, as GitHub tells time. */
const second = 1 / 60;
/** Of a year of 52 weeks. */
const workdays = 260;

/** What each step asks of those whom it waits for. */
const part: Record<Step, Doing> = { 'awaiting-review': 'approves', 'awaiting-author': 'revises', 'awaiting-decision': 'decides' };

export interface Setting {
  staff: Staff;
  draws: Draws;
  helper: Helper;
  rfcsPerYear: number;
  years: number;
}

export function simulate({ staff, draws, helper, rfcsPerYear, years }: Setting): Year {
  const span = { from: firstDay, until: firstDay + years * yearLong };
  const agenda = openAgenda<Event>();
  const rfcs: Rfc[] = [];
  const calls: MadeCall[] = [];
  const wakes = new Map<number, number | null>();

  function arrive(after: number, n: number): void {
    const at = whenWorked(worked(after) + ((workdays * workday) / rfcsPerYear) * draws.exponential(`arrival/${n}`));
    if (at < span.until) agenda.add(at, { kind: 'opened', n });
  }

  /** Asks some people for their part in the step at hand; who has answered by then is not asked again. */
  function ask(rfc: Rfc, people: readonly number[], at: number): void {
    for (const person of people) {
      const answersAt = staff.answer(person, at, `${rfc.n}/${rfc.turn}/${person}/${at}`);
      if (answersAt !== null) agenda.add(answersAt, { kind: 'answers', rfc, turn: rfc.turn, person });
    }
  }

  function entered(rfc: Rfc, before: { turn: number; since: number }, at: number): void {
    if (rfc.decidedAt !== null || rfc.since === before.since) return;
    if (rfc.turn !== before.turn) ask(rfc, rfc.waitsFor, at);
    notice(rfc, at);
  }

  function notice(rfc: Rfc, at: number): void {
    const after = second + behaviour.noticedAfter * draws.exponential(`noticed/${rfc.n}/${rfc.turn}/${at}`);
    agenda.add(whenWorked(worked(at) + after), { kind: 'noticed', rfc, since: rfc.since });
  }

  function open(n: number, at: number): Rfc {
    const [author = 0, owner = 0, ...reviewers] = drawPeople({ staff, draws, n, at });
    const rfc = openRfc({ n, author, owner, reviewers, at });
    rfcs.push(rfc);
    arrive(at, n + 1);
    ask(rfc, reviewers, at);
    notice(rfc, at);
    return rfc;
  }

  function respond(call: MadeCall, rfc: Rfc): void {
    calls.push(call);
    const [person = 0] = call.asked;
    if (call.kind === 'nudge') ask(rfc, rfc.waitsFor, call.at);
    if (call.kind !== 'dri' && call.kind !== 'escalation') return;
    const answersAt = staff.answer(person, call.at, `${rfc.n}/${call.kind}/${call.about}`);
    if (answersAt === null) return;
    agenda.add(answersAt, { kind: call.kind === 'dri' ? 'drives' : 'helps', rfc, turn: rfc.turn, person });
  }

  function drive(rfc: Rfc, person: number, at: number): void {
    helper.acted(rfc, { person, does: 'speaks' }, at);
    ask(rfc, rfc.waitsFor, at);
    const doneAt = staff.answer(person, at, `${rfc.n}/${rfc.turn}/${person}/closes`);
    if (doneAt !== null) agenda.add(doneAt, { kind: 'closes', rfc, turn: rfc.turn, person });
  }

  /** What an event changes; an event that is out of date changes nothing. */
  function happen(event: Event, at: number): Rfc | null {
    if (event.kind === 'opened') return open(event.n, at);
    const { rfc } = event;
    if (rfc.decidedAt !== null) return null;
    if (event.kind === 'wakes') return wakes.get(rfc.n) === at ? rfc : null;
    if (event.kind === 'noticed' ? event.since !== rfc.since : event.turn !== rfc.turn) return null;
    carryOut(event, at);
    return rfc;
  }

  function carryOut(event: Exclude<Event, { kind: 'opened' | 'wakes' }>, at: number): void {
    const { rfc } = event;
    if (event.kind === 'noticed') {
      ask(rfc, rfc.waitsFor, at);
      notice(rfc, at);
    } else if (event.kind === 'helps') {
      bringAbout(rfc, event.person, at);
    } else if (event.kind === 'answers') {
      if (rfc.waitsFor.includes(event.person)) hear(rfc, event.person, at);
    } else if (helper.driOf(rfc) === event.person) {
      // Who is waited for and drives has a shorter way.
      if (rfc.waitsFor.includes(event.person)) return hear(rfc, event.person, at);
      if (event.kind === 'drives') return drive(rfc, event.person, at);
      bringAbout(rfc, event.person, at);
    }
  }

  /** Somebody whom the RFC waits for does their part. */
  function hear(rfc: Rfc, person: number, at: number): void {
    const asksForChanges = draws.even(`${rfc.n}/changes/${person}`) < behaviour.asksForChanges;
    helper.acted(rfc, { person, does: rfc.step === 'awaiting-review' && asksForChanges ? 'asks-for-changes' : part[rfc.step] }, at);
    answer(rfc, { person, at, asksForChanges });
  }

  /** Somebody speaks with those whom the RFC waits for, and all of them do their part. */
  function bringAbout(rfc: Rfc, person: number, at: number): void {
    helper.acted(rfc, { person, does: 'speaks' }, at);
    for (const waited of rfc.waitsFor) helper.acted(rfc, { person: waited, does: part[rfc.step] }, at);
    closeStep(rfc, at);
  }

  arrive(span.from, 1);
  for (let next = agenda.next(); next !== null; next = agenda.next()) {
    const { at, event } = next;
    const before = event.kind === 'opened' ? null : { turn: event.rfc.turn, since: event.rfc.since };
    const rfc = happen(event, at);
    if (rfc === null) continue;
    if (before !== null) entered(rfc, before, at);
    const { call, wakeAt } = helper.look(rfc, at);
    wakes.set(rfc.n, wakeAt);
    if (wakeAt !== null) agenda.add(wakeAt, { kind: 'wakes', rfc });
    if (call !== null) respond(call, rfc);
  }
  return { span, rfcs, calls };
}

/** An author, an owner and the reviewers: different people who are there, or anybody where too few are. */
function drawPeople({ staff, draws, n, at }: { staff: Staff; draws: Draws; n: number; at: number }): number[] {
  const there = staff.people.filter((person) => !staff.isAway(person, at));
  const left = there.length < 2 + behaviour.reviewers ? [...staff.people] : there;
  return Array.from({ length: 2 + behaviour.reviewers }, (_, index) => left.splice(Math.floor(draws.even(`cast/${n}/${index}`) * left.length), 1)[0] ?? 0);
}
