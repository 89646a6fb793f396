import { describe, expect, it } from '@jest/globals';
import { answer } from '../../../src/decision/commands/answer.ts';
import { setAside } from '../../../src/decision/commands/set-aside.ts';
import { withdraw } from '../../../src/decision/commands/withdraw.ts';
import type { Objection, Period, Record } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, carol, dan, named, outcomeOf, writtenAt } from '../../support/a-command-context.ts';
import { on } from '../../support/some-acts.ts';

const objection: Objection = { by: named(carol), why: 'No.', isBinding: true, at: on('03-01T12:00'), source: aSource(carol, 51), answered: null, withdrawnAt: null, setAside: null };
const second = { ...objection, why: 'Nor this.', at: on('03-01T13:00') };
const withdrawn = { ...objection, withdrawnAt: on('03-01T14:00') };
const bobs = { ...objection, by: named(bob) };
const reasoned = { by: named(alice), why: 'We tried it.', at: writtenAt, source: aSource(alice) };

/** On `consent`, from the Friday before until the Monday on which something is written, at noon. */
const period: Period = {
  n: 1, rung: 'consent', domain: 'api', zone: 'local', entitled: [named(carol)], teams: [], from: on('02-27T12:00'), until: on('03-02T12:00'), last: on('03-20T10:00'), more: '2 working-days', quorum: 0, extensions: [],
};

function moved(because: 'set-aside' | 'withdrawn'): Period {
  return { ...period, extensions: [{ because, at: writtenAt, until: on('03-04T10:00') }] };
}

describe('/answer', () => {
  it.each<[string, string, Partial<Record>, unknown]>([
    ['answers all that one person objects to', '@carol We tried it.', { objections: [objection, second, withdrawn, bobs] }, { objections: [{ ...objection, answered: reasoned }, { ...second, answered: reasoned }, withdrawn, bobs] }],
    ['takes the place of an earlier answer', '@carol: We tried it.', { objections: [{ ...objection, answered: { ...reasoned, why: 'Soon.' } }] }, { objections: [{ ...objection, answered: reasoned }] }],
    ['gives a period no more time', '@carol We tried it.', { objections: [objection], period }, { objections: [{ ...objection, answered: reasoned }] }],
    ['knows who objected, also where GitHub finds them no more', '@ghost We tried it.', { objections: [{ ...objection, by: { id: 77, login: 'ghost' } }] }, { objections: [{ ...objection, by: { id: 77, login: 'ghost' }, answered: reasoned }] }],
    ['names who has no open objection', '@carol We tried it.', { objections: [withdrawn, bobs] }, { why: 'no-objection-by', person: named(carol) }],
    ['asks how', '@carol', { objections: [objection] }, { why: 'missing', expected: 'how it is answered, in a sentence', example: answer.example }],
    ['asks whose', 'We tried it.', { objections: [objection] }, { why: 'missing', expected: 'a person, with their @', example: answer.example }],
  ])('%s', (_, rest, record, expected) => {
    expect(outcomeOf(answer, rest, { record })).toEqual(expected);
  });
});

describe('/set-aside', () => {
  it.each<[string, string, Partial<Record>, unknown]>([
    ['goes on without all that one person objects to', '@carol We tried it.', { objections: [objection, second, withdrawn, bobs] }, { objections: [{ ...objection, setAside: reasoned }, { ...second, setAside: reasoned }, withdrawn, bobs] }],
    ['leaves time to see it differently', '@carol We tried it.', { objections: [objection], period }, { objections: [{ ...objection, setAside: reasoned }], period: moved('set-aside') }],
    ['leaves none for what binds nobody', '@carol We tried it.', { objections: [{ ...objection, isBinding: false }], period }, { objections: [{ ...objection, isBinding: false, setAside: reasoned }] }],
    ['leaves none where it came after the end', '@carol We tried it.', { objections: [objection], period: { ...period, until: on('02-28T12:00') } }, { objections: [{ ...objection, setAside: reasoned }] }],
    ['leaves none where people are only consulted', '@carol We tried it.', { objections: [objection], period: { ...period, rung: 'consult' } }, { objections: [{ ...objection, setAside: reasoned }] }],
    ['goes no further than the last moment', '@carol We tried it.', { objections: [objection], period: { ...period, last: on('03-03T10:00') } }, { objections: [{ ...objection, setAside: reasoned }], period: { ...period, last: on('03-03T10:00'), extensions: [{ because: 'set-aside', at: writtenAt, until: on('03-04T10:00') }] } }],
    ['sets nothing aside twice', '@carol We tried it.', { objections: [{ ...objection, setAside: reasoned }] }, { why: 'no-objection-by', person: named(carol) }],
    ['asks why', '@carol', { objections: [objection] }, { why: 'missing', expected: 'why, in a sentence', example: setAside.example }],
  ])('%s', (_, rest, record, expected) => {
    expect(outcomeOf(setAside, rest, { record })).toEqual(expected);
  });
});

describe('/withdraw in a period', () => {
  it.each<[string, Partial<Record>, unknown]>([
    ['leaves time to look again', { objections: [objection], period }, { objections: [{ ...objection, withdrawnAt: writtenAt }], period: moved('withdrawn') }],
    ['leaves what was set aside as it is', { objections: [{ ...objection, setAside: reasoned }], period }, { why: 'no-objection' }],
  ])('%s', (_, record, expected) => {
    expect(outcomeOf(withdraw, '', { by: carol, record })).toEqual(expected);
  });

  it('is for one\'s own', () => {
    expect(outcomeOf(withdraw, '', { by: dan, record: { objections: [objection] } })).toEqual({ why: 'no-objection' });
  });
});
