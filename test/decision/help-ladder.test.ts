import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { nextHelp, type Climb, type Help } from '../../src/decision/help-ladder.ts';
import type { Pause } from '../../src/decision/pause-facts.ts';
import type { Escalation, PauseCall, Record, Term } from '../../src/decision/record-schema.ts';
import { isWorkingTime } from '../../src/decision/working-time.ts';
import { aRecord, bob, carol, dan, named } from '../support/a-command-context.ts';
import { workdays } from '../support/a-snapshot.ts';
import { runs, seed } from '../support/property-runs.ts';
import { on } from '../support/some-acts.ts';

/** Since a Monday morning: the nudge is due on Thursday, a temporary DRI on Monday, and nobody works on 7 and 8 March. */
const pause: Pause = { kind: 'awaiting-review', waitsFor: [dan], since: on('03-02T10:00') };
const nudge: PauseCall = { stage: 'nudge', kind: pause.kind, since: pause.since, at: on('03-05T10:00') };
const steward: PauseCall = { ...nudge, stage: 'steward', at: on('03-20T10:00') };

function term(from: string, ended: string | null = null, how: NonNullable<Term['ended']>['how'] = 'time', parts: Partial<Term> = {}): Term {
  const end = ended === null ? null : { at: on(ended), how, note: null, source: null };
  return { n: 1, holder: named(bob), step: pause.kind, scope: null, how: 'asked', startedAt: on(from), dueAt: on('03-12T10:00'), activeAt: null, source: null, ended: end, ...parts };
}

function escalation(opened: string, ended: string | null = null, how: NonNullable<Escalation['ended']>['how'] = 'acknowledged', parts: Partial<Escalation> = {}): Escalation {
  const end = ended === null ? null : { at: on(ended), how };
  return { n: 1, by: null, why: null, source: null, openedAt: on(opened), to: null, asked: [{ person: named(carol), at: on(opened) }], ended: end, ...parts };
}

interface Parts extends Partial<Record> {
  now: string;
  nobody?: boolean;
  noPath?: boolean;
  pause?: Partial<Pause>;
  config?: Partial<Config['pause']>;
  paused?: readonly [string, string];
}

/** The help in short: `nudge`, or `until 03-05T10:00`. */
function help({ now, nobody = false, noPath = false, pause: changed, config, paused, ...record }: Parts): string {
  const stretch = paused === undefined ? [] : [{ from: new Date(on(paused[0])), until: new Date(on(paused[1])) }];
  const climb: Climb = {
    pause: { ...pause, ...changed },
    record: aRecord(record),
    config: { ...defaultConfig, pause: { ...defaultConfig.pause, ...config } },
    calendar: workdays,
    paused: stretch,
    now: new Date(on(now)),
    hasCandidates: !nobody,
    hasPath: !noPath,
  };
  return brief(nextHelp(climb));
}

function brief(given: Help): string {
  return given.kind === 'wait' ? `until ${given.until.toISOString().slice(5, 16)}` : given.kind;
}

const calls = [nudge];
const silent = term('03-09T10:00', '03-12T10:00');
const worked = term('03-09T10:00', '03-12T10:00', 'time', { activeAt: on('03-10T10:00') });
const eachTwice = { 'escalate-after': { ...defaultConfig.pause['escalate-after'], 'awaiting-review': 2 } };

describe('nextHelp', () => {
  it.each<[string, Parts, string]>([
    ['waits before the nudge', { now: '03-04T10:00' }, 'until 03-05T10:00'],
    ['nudges when it is time', { now: '03-05T10:00' }, 'nudge'],
    ['nudges for another pause of the same kind', { now: '03-12T10:00', calls: [{ ...nudge, since: on('02-02T10:00') }] }, 'nudge'],
    ['nudges for another kind', { now: '03-12T10:00', calls: [{ ...nudge, kind: 'drifting' }] }, 'nudge'],
    ['nudges by the time of the kind', { now: '03-03T10:00', config: { 'nudge-after': { ...defaultConfig.pause['nudge-after'], 'awaiting-review': { amount: 1, unit: 'working-days' } } } }, 'nudge'],
    ['knows a pause by its moment, however it is written', { now: '03-06T10:00', calls: [{ ...nudge, since: '2026-03-02T10:00:00.000Z' }] }, 'until 03-09T10:00'],

    ['waits until the morning', { now: '03-05T20:00' }, 'until 03-06T09:00'],
    ['waits until Monday', { now: '03-07T12:00' }, 'until 03-09T09:00'],
    ['wakes in working hours', { now: '03-03T10:00', pause: { since: on('03-02T20:00') } }, 'until 03-06T09:00'],
    ['waits for whoever asked to be waited for', { now: '03-06T10:00', paused: ['03-05T12:00', '03-10T12:00'] }, 'until 03-10T12:00'],
    ['does not count planned waits', { now: '03-05T10:00', paused: ['03-03T10:00', '03-05T10:00'] }, 'until 03-09T10:00'],

    ['waits after the nudge', { now: '03-06T10:00', calls }, 'until 03-09T10:00'],
    ['asks for a temporary DRI', { now: '03-09T10:00', calls }, 'ask-dri'],
    ['asks the path where the pool is empty', { now: '03-09T10:00', calls, nobody: true }, 'escalate'],
    ['calls for a steward where nobody can be asked', { now: '03-09T10:00', calls, nobody: true, noPath: true }, 'steward'],

    ['waits while somebody drives', { now: '03-10T10:00', calls, terms: [term('03-09T10:00')] }, 'until 03-12T10:00'],
    ['waits while a volunteer drives, without a nudge', { now: '03-10T10:00', terms: [term('03-01T10:00', null, 'time', { how: 'taken' })] }, 'until 03-12T10:00'],
    ['nudges after a volunteer', { now: '03-12T10:00', terms: [term('03-03T10:00', '03-12T10:00', 'time', { how: 'taken' })] }, 'nudge'],
    ['does not hold a volunteer from before the nudge against anybody', { now: '03-09T10:00', calls, terms: [term('03-03T10:00', '03-04T10:00')] }, 'ask-dri'],

    ['asks the path after an unanswered term', { now: '03-12T10:00', calls, terms: [silent] }, 'escalate'],
    ['asks the path when a term is over, also where nobody noted it', { now: '03-12T10:00', calls, terms: [term('03-09T10:00')] }, 'escalate'],
    ['asks the next person first where two terms may go by', { now: '03-12T10:00', calls, terms: [silent], config: eachTwice }, 'ask-dri'],
    ['asks the path after the second', { now: '03-17T10:00', calls, terms: [silent, term('03-12T10:00', '03-17T10:00')], config: eachTwice }, 'escalate'],
    ['calls for a steward where there is no path', { now: '03-12T10:00', calls, terms: [silent], noPath: true }, 'steward'],
    ['lets an answered term work', { now: '03-12T10:00', calls, terms: [worked] }, 'until 03-16T10:00'],
    ['asks the next person after it', { now: '03-16T10:00', calls, terms: [worked] }, 'ask-dri'],
    ['lets a released term work', { now: '03-10T10:00', calls, terms: [term('03-09T10:00', '03-10T10:00', 'released')] }, 'until 03-12T10:00'],
    ['lets a finished step work', { now: '03-10T10:00', calls, terms: [term('03-09T10:00', '03-10T10:00', 'done')] }, 'until 03-12T10:00'],
    ['asks the next person at once when somebody passes', { now: '03-09T11:00', calls, terms: [term('03-09T10:00', '03-09T11:00', 'passed')] }, 'ask-dri'],
    ['asks the path after three people', { now: '03-09T13:00', calls, terms: ['10', '11', '12'].map((hour) => term(`03-09T${hour}:00`, `03-09T${hour}:30`, 'passed')) }, 'escalate'],
    ['takes a term that was handed on for one', { now: '03-09T13:00', calls, terms: [term('03-09T10:00', '03-09T10:30', 'handed'), term('03-09T10:30', '03-09T11:00', 'handed', { how: 'handed' }), term('03-09T11:00', '03-09T12:00', 'passed', { how: 'handed' })] }, 'ask-dri'],
    ['waits for more terms where the config does', { now: '03-09T13:00', calls, terms: ['10', '11', '12'].map((hour) => term(`03-09T${hour}:00`, `03-09T${hour}:30`, 'passed')), config: { 'escalate-after': { ...defaultConfig.pause['escalate-after'], 'awaiting-review': 4 } } }, 'ask-dri'],

    ['waits for whom it asked on the path', { now: '03-12T11:00', calls, terms: [silent], escalations: [escalation('03-12T10:00')] }, 'until 03-16T10:00'],
    ['asks the next on the path', { now: '03-16T10:00', calls, terms: [silent], escalations: [escalation('03-12T10:00')] }, 'next-on-path'],
    ['asks the first on the path of a request by a person', { now: '03-04T10:00', escalations: [escalation('03-04T10:00', null, 'acknowledged', { asked: [] })] }, 'next-on-path'],
    ['goes on with the request of an earlier pause', { now: '03-04T10:00', escalations: [escalation('02-24T10:00')] }, 'next-on-path'],
    ['calls for a steward at the end of the path', { now: '03-16T10:00', calls, escalations: [escalation('03-12T10:00')], noPath: true }, 'steward'],
    ['goes on along the path while somebody drives', { now: '03-11T11:00', calls, terms: [term('03-09T10:00')], escalations: [escalation('03-09T11:00')] }, 'next-on-path'],
    ['waits for the path while somebody drives longer', { now: '03-09T12:00', calls, terms: [term('03-09T10:00')], escalations: [escalation('03-09T11:00')] }, 'until 03-11T11:00'],
    ['waits for the one who drives where the path is at its end', { now: '03-11T11:00', calls, terms: [term('03-09T10:00')], escalations: [escalation('03-09T11:00')], noPath: true }, 'until 03-12T10:00'],

    ['lets an answered request work', { now: '03-13T10:00', calls, escalations: [escalation('03-12T10:00', '03-13T10:00')] }, 'until 03-18T10:00'],
    ['calls for a steward after it', { now: '03-18T10:00', calls, escalations: [escalation('03-12T10:00', '03-13T10:00')] }, 'steward'],
    ['calls for a steward after a request that nobody answered', { now: '03-17T10:00', calls, escalations: [escalation('03-12T10:00', '03-16T10:00', 'unanswered')] }, 'steward'],
    ['begins anew after help that came before the nudge', { now: '03-05T10:00', escalations: [escalation('03-02T11:00', '03-04T10:00')] }, 'until 03-09T10:00'],
    ['is silent after the call for a steward', { now: '03-25T10:00', calls: [nudge, steward] }, 'rest'],
    ['is silent though a request is still open', { now: '03-25T10:00', calls: [nudge, steward], escalations: [escalation('03-12T10:00')] }, 'rest'],
    ['answers a request that came after the call for a steward', { now: '03-25T10:00', calls: [nudge, steward], escalations: [escalation('03-23T10:00')] }, 'next-on-path'],
    ['calls for no second steward at the end of that', { now: '03-26T10:00', calls: [nudge, steward], escalations: [escalation('03-23T10:00')], noPath: true }, 'rest'],
    ['waits for a volunteer after the call for a steward', { now: '03-25T10:00', calls: [nudge, steward], terms: [term('03-24T10:00', null, 'time', { dueAt: on('03-27T10:00') })] }, 'until 03-27T10:00'],
    ['begins anew when the pause does', { now: '03-26T10:00', calls: [nudge, steward], terms: [silent], pause: { since: on('03-23T10:00') } }, 'nudge'],
  ])('%s', (_, parts, expected) => {
    expect(help(parts)).toBe(expected);
  });

  it('takes each step at most once in a pause, in working hours, and comes to rest', () => {
    const turn = fc.record({ hours: fc.integer({ min: 0, max: 60 }), luck: fc.constantFrom(...lucks), candidates: fc.integer({ min: 0, max: 4 }), path: fc.boolean() });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 120, maxLength: 120 }), fc.integer({ min: 0, max: 200 }), (turns, start) => {
        const taken = climbThrough(turns, new Date(Date.parse(pause.since) + start * 3_600_000));
        const count = (stage: string) => taken.filter((each) => each === stage).length;
        expect([count('steward'), count('rest') > 0]).toEqual([1, true]);
        expect(Math.max(count('nudge'), count('escalate'))).toBeLessThanOrEqual(1);
        expect(count('ask-dri')).toBeLessThanOrEqual(3);
        expect(taken.slice(0, taken.indexOf('ask-dri') + 1)).toEqual(taken.includes('ask-dri') ? expect.arrayContaining(['nudge']) : []);
      }),
      { numRuns: runs({ desk: 200, ci: 1_000, long: 20_000 }), seed },
    );
  });
});

const lucks = ['silent', 'active', 'pass', 'release', 'hand', 'answer', 'ask', 'take'] as const;
type Luck = (typeof lucks)[number];

const endings: Readonly<Partial<globalThis.Record<Luck, 'passed' | 'released' | 'handed'>>> = { pass: 'passed', release: 'released', hand: 'handed' };

interface Turn {
  hours: number;
  luck: Luck;
  candidates: number;
  path: boolean;
}

/** Lets one pause run on while people answer, pass, or say nothing; gives what was done, in order. */
function climbThrough(turns: readonly Turn[], start: Date): string[] {
  const taken: string[] = [];
  let record = aRecord();
  let now = start;
  let asks = 0;
  for (const { hours, luck, candidates, path } of turns) {
    const climb = { pause, record, config: defaultConfig, calendar: workdays, paused: [], now, hasCandidates: candidates > 0, hasPath: path && asks < 6 };
    const given = nextHelp(climb);
    if (given.kind === 'wait') {
      expect(given.until > now).toBe(true);
      now = given.until;
    } else {
      taken.push(given.kind);
      expect(given.kind === 'rest' || isWorkingTime(workdays, now)).toBe(true);
      if (given.kind === 'next-on-path' || given.kind === 'escalate') asks += 1;
      record = withHelp(record, given.kind, now);
      now = new Date(now.getTime() + hours * 60_000);
    }
    record = luck === 'ask' || luck === 'take' ? withVolunteer(record, luck, now) : withLuck(record, luck, now);
  }
  return taken;
}

function withHelp(record: Record, stage: Exclude<Help['kind'], 'wait'>, now: Date): Record {
  const at = now.toISOString();
  const someone = { person: named(carol), at };
  if (stage === 'nudge' || stage === 'steward') return { ...record, calls: [...record.calls, { ...nudge, stage, at }] };
  if (stage === 'ask-dri') return { ...record, terms: [...record.terms, term('03-01T10:00', null, 'time', { startedAt: at, dueAt: new Date(now.getTime() + 3 * 86_400_000).toISOString() })] };
  if (stage === 'escalate') return { ...record, escalations: [...record.escalations, { ...escalation('03-01T10:00'), openedAt: at, asked: [someone] }] };
  if (stage === 'rest') return record;
  return { ...record, escalations: record.escalations.map((each) => (each.ended === null ? { ...each, asked: [...each.asked, someone] } : each)) };
}

/** People ask for help, and offer it, by themselves; not without end. */
function withVolunteer(record: Record, luck: 'ask' | 'take', now: Date): Record {
  const due = withLuck(record, 'silent', now);
  const isBusy = due.terms.some(({ ended }) => ended === null) || due.escalations.some(({ ended }) => ended === null);
  if (isBusy || due.terms.length + due.escalations.length > 5) return due;
  const at = now.toISOString();
  if (luck === 'ask') return { ...due, escalations: [...due.escalations, { ...escalation('03-01T10:00'), by: named(dan), openedAt: at, asked: [] }] };
  return { ...due, terms: [...due.terms, term('03-01T10:00', null, 'time', { how: 'taken', startedAt: at, dueAt: new Date(now.getTime() + 86_400_000).toISOString() })] };
}

/** What the fold would note: somebody moves, or a term runs out. */
function withLuck(record: Record, luck: Luck, now: Date): Record {
  const at = now.toISOString();
  const terms = record.terms.map((each): Term => {
    if (each.ended !== null) return each;
    if (Date.parse(each.dueAt) <= now.getTime()) return { ...each, ended: { at: each.dueAt, how: 'time', note: null, source: null } };
    if (luck === 'active') return { ...each, activeAt: at };
    const how = endings[luck];
    return how === undefined ? each : { ...each, ended: { at, how, note: null, source: null } };
  });
  const handed = luck === 'hand' && terms.some(({ ended }, index) => ended?.how === 'handed' && record.terms[index]?.ended === null);
  if (handed) terms.push(term('03-01T10:00', null, 'time', { how: 'handed', startedAt: at, dueAt: new Date(now.getTime() + 86_400_000).toISOString() }));
  const escalations = record.escalations.map((each): Escalation => (each.ended === null && luck === 'answer' ? { ...each, ended: { at, how: 'acknowledged' } } : each));
  return { ...record, terms, escalations };
}
