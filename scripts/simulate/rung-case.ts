/** One RFC on a rung of the ladder: who has read it when, what they say, and when it is decided. The rungs are Unpause's own. */
import type { Rung } from '../../src/config/schema-domains.ts';
import type { Config } from '../../src/config/schema.ts';
import { instantOf } from '../../src/decision/activity.ts';
import { judge, type Judgement } from '../../src/decision/ladder/judge.ts';
import { withMoreTime } from '../../src/decision/ladder/more-time.ts';
import { freeze } from '../../src/decision/ladder/period.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Objection, Record, Source, Voice } from '../../src/decision/record-schema.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { openAgenda } from './agenda.ts';
import type { Draws } from './draws.ts';
import { rungBehaviour } from './rung-behaviour.ts';
import type { Staff } from './staff.ts';
import { accountOf } from './what-github-says.ts';
import { calendar, whenWorked, workday, worked } from './work-clock.ts';

/** What became of an RFC. Moments in milliseconds. */
export interface RungCase {
  openedAt: number;
  /** Null where it never was. */
  decidedAt: number | null;
  /** Objections that somebody came to, and those of them that came too late. */
  objections: number;
  late: number;
  /** How many of those entitled had said nothing when it was decided. */
  silent: number;
}

export interface RungSetting {
  rung: Rung;
  /** With a domain that has this rung, to which every RFC belongs. */
  config: Config;
  /** Tells this RFC's draws from all others. */
  name: string;
  author: number;
  owner: number;
  entitled: readonly number[];
  at: number;
  staff: Staff;
  draws: Draws;
  /** The RFC as its author has just opened it. */
  snapshot: Snapshot;
}

type Side = Voice['stance'] | 'objects';

type Event =
  /** Somebody has read it, and says what they think; `again`: of a new text. */
  | { kind: 'speaks'; person: number; side: Side; again: boolean }
  | { kind: 'answered'; person: number }
  | { kind: 'withdrawn' | 'set-aside'; person: number }
  | { kind: 'decides'; turn: number }
  /** The period may be over. */
  | { kind: 'ends' };

/** When somebody answers who is asked once more as long as they do not; null: never. */
export function answersAt({ staff }: Pick<RungSetting, 'staff'>, person: number, { at, name, until }: { at: number; name: string; until: number }): number | null {
  const { askedAgainAfter, mostAsks } = rungBehaviour;
  const answers: number[] = [];
  let askedAt = at;
  for (let asks = 0; asks < mostAsks && askedAt <= until && (answers.length === 0 || askedAt < Math.min(...answers)); asks += 1) {
    const answer = staff.answer(person, askedAt, `${name}/${asks}`);
    if (answer !== null) answers.push(answer);
    askedAt = whenWorked(worked(askedAt) + (askedAgainAfter[asks] ?? 5) * workday);
  }
  return answers.length === 0 ? null : Math.min(...answers);
}

export function playRung(setting: RungSetting): RungCase {
  const { rung, config, name, owner, entitled, at: openedAt, draws, snapshot } = setting;
  const agenda = openAgenda<Event>();
  let record = opened(setting);
  const result: RungCase = { openedAt, decidedAt: null, objections: 0, late: 0, silent: 0 };
  let [asked, turn] = [false, 0];
  const last = record.period === null ? openedAt : Date.parse(record.period.last);
  const askedUntil = { delegate: openedAt, consent: openedAt, consult: last, consensus: Infinity }[rung];

  const judged = (at: number): Judgement => judge({ snapshot, record, config, now: new Date(at) });

  function plan(person: number, event: Event, { at, about, until = Infinity }: { at: number; about: string; until?: number }): void {
    const answer = answersAt(setting, person, { at, name: `${name}/${about}/${person}`, until });
    if (answer !== null) agenda.add(answer, event);
  }

  /** The owner is asked once nothing is missing; what comes in between has to be settled first. */
  function askOwner(at: number): void {
    const { missing, closesAt } = judged(at);
    if (missing.length > 0) {
      asked = false;
      if (closesAt !== null && Date.parse(closesAt) > at) agenda.add(Date.parse(closesAt), { kind: 'ends' });
    } else if (!asked) {
      [asked, turn] = [true, turn + 1];
      plan(owner, { kind: 'decides', turn }, { at, about: `decides ${turn}` });
    }
  }

  function speak({ person, side, again }: Extract<Event, { kind: 'speaks' }>, at: number): void {
    if (side !== 'objects') {
      record = { ...record, voices: [...record.voices.filter(({ by }) => by.id !== person), { by: named(person), stance: side, at: instantOf(at), source: sourceOf(person, at) }] };
      return;
    }
    if (!again) {
      result.objections += 1;
      if (isTooLate(at)) result.late += 1;
    }
    if (result.decidedAt !== null) return;
    record = { ...record, objections: [...record.objections, anObjection(person, at)] };
    plan(setting.author, { kind: 'answered', person }, { at, about: `answers ${person}` });
  }

  function isTooLate(at: number): boolean {
    const { closesAt } = judged(at);
    return result.decidedAt !== null || (rung === 'consent' && closesAt !== null && at >= Date.parse(closesAt));
  }

  /** The author answers: with another text, or with words. */
  function answer(person: number, at: number): void {
    if (draws.even(`${name}/changes/${person}`) >= rungBehaviour.changesText) {
      const isWithdrawn = draws.even(`${name}/withdraws/${person}`) < rungBehaviour.withdrawn;
      plan(isWithdrawn ? person : owner, { kind: isWithdrawn ? 'withdrawn' : 'set-aside', person }, { at, about: `settles ${person}` });
      return;
    }
    record = withMoreTime({ ...record, wordings: [...record.wordings, { hash: String(at), at: instantOf(at), editorial: null }] }, { because: 'changed', at: instantOf(at) }, snapshot);
    settle({ kind: 'withdrawn', person }, at);
    if (rung !== 'consensus') return;
    for (const { by, stance } of record.voices) plan(by.id, { kind: 'speaks', person: by.id, side: stance, again: true }, { at, about: `reads again ${at}` });
  }

  function settle({ kind, person }: { kind: 'withdrawn' | 'set-aside'; person: number }, at: number): void {
    const objection = record.objections.find(({ by, withdrawnAt, setAside }) => by.id === person && withdrawnAt === null && setAside === null);
    if (objection === undefined) return;
    const moment = instantOf(at);
    const settled: Objection = kind === 'withdrawn' ? { ...objection, withdrawnAt: moment } : { ...objection, setAside: { by: named(owner), why: 'We go on.', at: moment, source: sourceOf(owner, at) } };
    const known = { ...record, objections: record.objections.map((each) => (each === objection ? settled : each)) };
    record = withMoreTime(known, { because: kind, at: moment, objection }, snapshot);
    if (rung === 'consensus') plan(person, { kind: 'speaks', person, side: kind === 'withdrawn' ? 'support' : 'abstain', again: true }, { at, about: `takes a side ${at}` });
  }

  function happen(event: Event, at: number): void {
    if (event.kind === 'speaks') speak(event, at);
    if (result.decidedAt !== null) return;
    if (event.kind === 'answered') answer(event.person, at);
    if (event.kind === 'withdrawn' || event.kind === 'set-aside') settle(event, at);
    if (event.kind === 'decides' && event.turn === turn && judged(at).missing.length === 0) {
      result.decidedAt = at;
      const spoken = new Set([...record.voices, ...record.objections].map(({ by }) => by.id));
      result.silent = entitled.filter((person) => !spoken.has(person)).length;
    }
  }

  for (const person of entitled) plan(person, { kind: 'speaks', person, side: sideOf(draws.even(`${name}/side/${person}`)), again: false }, { at: openedAt, about: 'reads', until: askedUntil });
  askOwner(openedAt);
  for (let next = agenda.next(); next !== null; next = agenda.next()) {
    happen(next.event, next.at);
    if (result.decidedAt === null) askOwner(next.at);
  }
  return result;
}

/** Its period begins at once; on `delegate` there is none. */
function opened({ rung, config, entitled, at }: RungSetting): Record {
  const record = { ...newRecord(instantOf(at)), wordings: [{ hash: 'first', at: instantOf(at), editorial: null }] };
  if (rung === 'delegate') return record;
  const people = entitled.map(accountOf);
  return { ...record, period: freeze(1, new Date(at), { rule: { rung, domain: null, zone: 'local' }, entitled: { people, byConfig: new Set(), unknownTeams: [], unknownNames: [] }, config, calendar }) };
}

function sideOf(chance: number): Side {
  if (chance < rungBehaviour.supports) return 'support';
  return chance < rungBehaviour.supports + rungBehaviour.abstains ? 'abstain' : 'objects';
}

function named(person: number): { id: number; login: string } {
  const { id, login } = accountOf(person);
  return { id, login };
}

function sourceOf(person: number, at: number): Source {
  return { in: 'comment', id: Math.floor(at / 1000), by: person, hash: '' };
}

function anObjection(person: number, at: number): Objection {
  return { by: named(person), why: 'This would be hard to undo.', isBinding: true, at: instantOf(at), source: sourceOf(person, at), answered: null, withdrawnAt: null, setAside: null };
}
