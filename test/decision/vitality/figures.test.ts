import { describe, expect, it } from '@jest/globals';
import type { LogObjection } from '../../../src/decision/log/entry.ts';
import { factsOf, type RfcCourse } from '../../../src/decision/vitality/facts.ts';
import type { Figure } from '../../../src/decision/vitality/figure.ts';
import { lastPeriods, periodAt } from '../../../src/decision/vitality/period.ts';
import type { TalkedOf } from '../../../src/decision/vitality/worth-talking.ts';
import { figures } from '../../../src/decision/vitality/registry.ts';
import { aCourse, alice, aVitalEntry, aVitalSource, bob, carol, today } from '../../support/a-vital-source.ts';

type Source = NonNullable<Parameters<typeof aVitalSource>[0]>;

const thisQuarter = periodAt(today, 'quarter');
const at = '2026-10-20T10:00:00Z';
const before = '2026-08-20T10:00:00Z';

function figure(id: string): Figure {
  const found = figures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}

function inThisQuarter(source: Source) {
  const [facts] = factsOf(aVitalSource(source), [thisQuarter]);
  if (facts === undefined) throw new Error('no facts');
  return facts;
}

/** So many decisions of this quarter, each another RFC. */
function entries(count: number, parts: (index: number) => Partial<TalkedOf> = () => ({})): TalkedOf[] {
  return Array.from({ length: count }, (_, index) => aVitalEntry({ number: index + 1, at, ...parts(index) }));
}

/** Each took as many working days as its number says. */
function courses(count: number, parts: (index: number) => Partial<RfcCourse> = () => ({})): RfcCourse[] {
  return Array.from({ length: count }, (_, index) => aCourse({ number: index + 1, decisions: [{ n: 1, at, days: index + 1 }], ...parts(index) }));
}

const objection: LogObjection = { by: bob, why: 'Too risky.', at, answered: null, withdrawnAt: null, setAside: null };
const setAside: LogObjection = { ...objection, setAside: { by: alice, why: 'We can go back.', at, source: { in: 'comment', id: 1, by: alice.id, hash: '' } } };
const review = (outcome: 'kept' | 'reversed') => ({ outcome, by: alice, why: 'It works.', at, source: { in: 'comment', id: 1, by: alice.id, hash: '' } }) as const;
const tension = { principle: 'small-steps', why: 'It did not fit.', by: bob, at };
/** As the log tells of an RFC that was put off, opened again and accepted: each entry has all that was said until the next. */
const twice = [
  aVitalEntry({ n: 1, at: '2026-10-05T10:00:00Z', result: 'superseded', objections: [{ ...setAside, at: '2026-10-02T10:00:00Z' }, { ...objection, at: '2026-10-07T10:00:00Z' }], tensions: [{ ...tension, at: '2026-10-02T10:00:00Z' }] }),
  aVitalEntry({ n: 2, at: '2026-10-10T10:00:00Z', objections: [{ ...setAside, at: '2026-10-02T10:00:00Z' }, { ...objection, at: '2026-10-07T10:00:00Z' }, { ...objection, at: '2026-10-12T10:00:00Z' }], tensions: [{ ...tension, at: '2026-10-02T10:00:00Z' }] }),
];
const term = { holder: bob.id, startedAt: at, endedAt: at, ended: 'handed', hasNote: true } as const;
const request = { openedAt: at, ended: 'acknowledged', days: 2 } as const;
const pause = { kind: 'awaiting-review', from: at, until: at, days: 2 } as const;

describe('each figure', () => {
  it.each<[string, string, Source, object]>([
    ['decision-latency', 'of ten', { entries: entries(10), courses: courses(10) }, { p50: 5, p90: 9 }],
    ['decision-latency', 'of four, which are single cases', { entries: entries(4), courses: courses(4) }, { p50: null, p90: null }],
    ['decision-latency', 'of decisions whose course is not known', { entries: entries(9) }, { p50: null, p90: null }],
    ['decision-latency', 'of another quarter', { entries: entries(10, () => ({ at: before })), courses: courses(10) }, { p50: null, p90: null }],
    ['pause-time', 'of three RFCs', { courses: courses(3, () => ({ stretches: [pause, { ...pause, days: 4 }] })) }, { p50: 2, p90: 4, total: 18 }],
    ['pause-time', 'that ended in another quarter', { courses: courses(9, () => ({ stretches: [{ ...pause, until: before }] })) }, { p50: null, p90: null, total: 0 }],
    ['first-answer', 'of six', { courses: courses(6, (index) => ({ firstAnswer: { at, days: index } })) }, { p50: 2, p90: 5 }],
    [
      'escalations',
      'of every kind',
      { courses: [...courses(5, () => ({ escalations: [request] })), aCourse({ escalations: [{ ...request, ended: 'unanswered' }, { ...request, ended: 'withdrawn' }, { openedAt: at, ended: null, days: null }] })] },
      { 'share-acknowledged': 5 / 7, p50: 2, requests: 8, acknowledged: 5, withdrawn: 1, unanswered: 1 },
    ],
    [
      'named-owner',
      'with some by others, and one by nobody',
      { entries: [...entries(6), aVitalEntry({ at, owner: bob }), aVitalEntry({ at, n: 0, by: null, result: 'merged-without-decision' })] },
      { share: 0.75, 'by-others': 1, 'merged-without-decision': 1 },
    ],
    ['concentration', 'of eight in ten in one hand', { entries: entries(10, (index) => ({ owner: index < 8 ? alice : index < 9 ? bob : carol })) }, { people: 1, owners: 3 }],
    ['concentration', 'of seven in ten in one hand', { entries: entries(10, (index) => ({ owner: index < 7 ? alice : index < 9 ? bob : carol })) }, { people: 2, owners: 3 }],
    ['concentration', 'without those who are not named any more', { entries: entries(10, (index) => ({ owner: index < 5 ? { id: 0, login: 'former-participant' } : bob })) }, { people: 1, owners: 1 }],
    ['concentration', 'of four decisions', { entries: entries(4) }, { people: null, owners: null }],
    [
      'new-leaders',
      'with somebody from before',
      { entries: [aVitalEntry({ at: before }), ...entries(2, (index) => ({ owner: index === 0 ? alice : carol }))], courses: [aCourse({ terms: [{ ...term, startedAt: before }, term, { ...term, holder: carol.id }] })] },
      { owners: 1, drivers: 1 },
    ],
    ['new-leaders', 'somebody who has not for two years is new again', { entries: [aVitalEntry({ at: '2024-01-05T10:00:00Z' }), aVitalEntry({ at: before, owner: bob }), ...entries(1)] }, { owners: 1, drivers: null }],
    ['new-leaders', 'in a log that has just begun', { entries: entries(3) }, { owners: null, drivers: null }],
    [
      'hand-offs',
      'with and without notes',
      { courses: [aCourse({ terms: [term, term, { ...term, ended: 'released' }, { ...term, ended: 'passed', hasNote: false }, { ...term, hasNote: false }, { ...term, ended: 'done' }] })] },
      { 'with-notes': 0.6, 'hand-offs': 3, 'given-back': 2 },
    ],
    [
      'principles-in-use',
      'with one that is forgotten, and one that everybody cites',
      { entries: entries(6, (index) => ({ principles: index < 4 ? ['small-steps'] : [] })), principles: ['small-steps', 'data-stays-local'] },
      { citing: 4 / 6, 'never-cited': 1, 'never-in-tension': 1, tensions: 0 },
    ],
    ['principles-in-use', 'with a tension', { entries: entries(6, (index) => ({ tensions: index === 0 ? [tension] : [] })), principles: ['small-steps'] }, { citing: 1, 'never-cited': 0, 'never-in-tension': 0, tensions: 1 }],
    [
      'principles-in-use',
      'with one that everybody cites who has it, beside decisions of a repository without',
      { entries: [...entries(10), ...entries(30, () => ({ repository: { id: 2 }, principles: [] }))], principles: ['small-steps', { id: 'data-stays-local', repositories: new Set([2]) }] },
      { citing: 0.25, 'never-cited': 1, 'never-in-tension': 1, tensions: 0 },
    ],
    [
      'principles-in-use',
      'with one of a repository that decided nothing, and one that is only cited where it does not hold',
      { entries: entries(6, () => ({ tensions: [tension] })), principles: [{ id: 'data-stays-local', repositories: new Set([2]) }, { id: 'small-steps', repositories: new Set([3]) }] },
      { citing: 1, 'never-cited': 0, 'never-in-tension': 0, tensions: 0 },
    ],
    [
      'principles-in-use',
      'of two repositories that share one',
      { entries: [...entries(6), ...entries(8, () => ({ repository: { id: 2 }, principles: [] }))], principles: [{ id: 'small-steps', repositories: new Set([1, 2]) }] },
      { citing: 6 / 14, 'never-cited': 0, 'never-in-tension': 0, tensions: 0 },
    ],
    ['objections', 'of every kind', { entries: entries(3, () => ({ objections: [objection, setAside, { ...objection, withdrawnAt: at }] })) }, { 'share-set-aside': 3 / 9, objections: 9, withdrawn: 3, 'set-aside': 3 }],
    ['objections', 'once, though the RFC was decided twice', { entries: twice }, { 'share-set-aside': null, objections: 3, withdrawn: 0, 'set-aside': 1 }],
    ['objections', 'once, though the first decision was in another quarter', { entries: twice.map((entry, index) => ({ ...entry, at: index === 0 ? before : entry.at })) }, { 'share-set-aside': null, objections: 3, withdrawn: 0, 'set-aside': 1 }],
    ['objections', 'of an RFC that was decided anew, not again', { entries: twice.map((entry, index) => ({ ...entry, at: index === 0 ? '2026-09-30T10:00:00Z' : entry.at, objections: [{ ...setAside, at: before }] })) }, { 'share-set-aside': null, objections: 0, withdrawn: 0, 'set-aside': 0 }],
    ['principles-in-use', 'with a tension, told by two decisions', { entries: twice, principles: ['small-steps'] }, { citing: null, 'never-cited': 0, 'never-in-tension': 0, tensions: 1 }],
    ['decided-anyway', 'once', { entries: [...entries(7), aVitalEntry({ at, isSatisfied: false }), aVitalEntry({ at, rung: null, isSatisfied: false })] }, { share: 1 / 8, anyway: 1 }],
    [
      'outcome-reviews',
      'done, due, and yet to come',
      { entries: entries(6, (index) => ({ at: before, reviewOn: index < 5 ? '2026-11-01' : '2026-12-24', review: index < 2 ? review('kept') : index < 3 ? review('reversed') : null })) },
      { done: 0.6, due: 2, kept: 2, changed: 0, reversed: 1 },
    ],
    [
      'outcome-reviews',
      'acted on, and of decisions without a day',
      { entries: [aVitalEntry({ at: before, result: 'superseded', reviewOn: null, review: review('reversed'), reopened: {} }), aVitalEntry({ number: 8, at: before, reviewOn: null, review: review('kept') })] },
      { done: null, due: 0, kept: 1, changed: 0, reversed: 1 },
    ],
    ['outcome-reviews', 'looked back at in the quarter, and not in that of the day', { entries: [aVitalEntry({ at: before, reviewOn: '2026-09-01', review: review('kept') })] }, { done: null, due: 0, kept: 1, changed: 0, reversed: 0 }],
    ['outcome-reviews', 'looked back at after the quarter of the day', { entries: [aVitalEntry({ at: before, reviewOn: '2026-11-01', review: { ...review('kept'), at: '2027-01-02T10:00:00Z' } })] }, { done: null, due: 0, kept: 0, changed: 0, reversed: 0 }],
  ])('reckons %s %s', (id, _name, source, expected) => {
    expect(figure(id).values(inThisQuarter(source))).toEqual(expected);
  });

  it('reckons by domain where there is more than one', () => {
    const source = { entries: entries(12, (index) => ({ domain: index < 6 ? 'api' : null })), courses: courses(12) };
    expect(figure('decision-latency').groups(inThisQuarter(source))).toEqual([
      { by: 'domain', name: 'api', count: 6, values: { p50: 3, p90: 6 } },
      { by: 'domain', name: null, count: 6, values: { p50: 9, p90: 12 } },
    ]);
    expect(figure('decision-latency').groups(inThisQuarter({ entries: entries(12), courses: courses(12) }))).toEqual([]);
  });

  it('reckons how long decisions take on each rung of the ladder where there is more than one', () => {
    const onRungs = entries(12, (index) => ({ rung: index < 6 ? 'consensus' : 'delegate' }));
    const facts = inThisQuarter({ entries: [...onRungs, aVitalEntry({ number: 13, n: 0, by: null, rung: null, result: 'merged-without-decision' })], courses: courses(13) });
    expect(figure('decision-latency').groups(facts).filter(({ by }) => by === 'rung')).toEqual([
      { by: 'rung', name: 'delegate', count: 6, values: { p50: 9, p90: 12 } },
      { by: 'rung', name: 'consensus', count: 6, values: { p50: 3, p90: 6 } },
    ]);
    expect(figure('decision-latency').groups(inThisQuarter({ entries: entries(12), courses: courses(12) })).filter(({ by }) => by === 'rung')).toEqual([]);
  });

  it('reckons each principle by the decisions of the repositories that have it', () => {
    const source = { entries: [...entries(10), ...entries(30, () => ({ repository: { id: 2 }, principles: ['small-steps'] }))], principles: ['small-steps', { id: 'data-stays-local', repositories: new Set([1, 2]) }] };
    expect(figure('principles-in-use').groups(inThisQuarter(source))).toEqual([
      { by: 'principle', name: 'small-steps', count: 10, values: { citing: 1, 'never-cited': 0, 'never-in-tension': 1, tensions: 0 } },
      { by: 'principle', name: 'data-stays-local', count: 0, values: { citing: 0, 'never-cited': 1, 'never-in-tension': 0, tensions: 0 } },
    ]);
  });

  it('reckons pauses by what was waited for', () => {
    const stretches = [pause, { ...pause, kind: 'drifting', days: 1 } as const];
    expect(figure('pause-time').groups(inThisQuarter({ courses: courses(5, () => ({ stretches })) }))).toEqual([
      { by: 'pause', name: 'awaiting-review', count: 5, values: { p50: 2, p90: 2, total: 10 } },
      { by: 'pause', name: 'drifting', count: 5, values: { p50: 1, p90: 1, total: 5 } },
    ]);
  });

  it.each(figures.map((each) => [each.id, each] as const))('has a definition, limits and measures of its own: %s', (_id, each) => {
    expect(new Set(each.measures.map(({ id }) => id)).size).toBe(each.measures.length);
    const empty = each.values(inThisQuarter({}));
    expect(Object.keys(empty)).toEqual(each.measures.map(({ id }) => id));
    for (const text of [each.definition, each.limits]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('has each look back in one quarter, with or without a day for it', () => {
    const all = entries(40, (index) => ({ at: '2025-10-01T10:00:00Z', reviewOn: index % 2 === 0 ? '2026-11-01' : null, review: { ...review('kept'), at: new Date(Date.UTC(2026, 0, 1 + index * 8)).toISOString() } }));
    const facts = factsOf(aVitalSource({ entries: all }), lastPeriods(today, 'quarter', 4));
    expect(facts.flatMap(({ reviews }) => reviews.map(({ entry }) => entry.number))).toEqual(all.map(({ number }) => number));
  });

  it('sorts every decision into one quarter', () => {
    const all = entries(40, (index) => ({ at: new Date(Date.UTC(2026, 0, 1 + index * 8)).toISOString() }));
    const facts = factsOf(aVitalSource({ entries: all }), lastPeriods(today, 'quarter', 4));
    expect(facts.flatMap(({ decided }) => decided.map(({ entry }) => entry.number))).toEqual(all.map(({ number }) => number));
  });
});
