import { describe, expect, it } from '@jest/globals';
import { editorial } from '../../../src/decision/commands/editorial.ts';
import type { Period, Record, Wording } from '../../../src/decision/record-schema.ts';
import { alice, aSource, carol, named, outcomeOf, writtenAt } from '../../support/a-command-context.ts';
import { on } from '../../support/some-acts.ts';

const first: Wording = { hash: 'a', at: on('02-27T10:00'), editorial: null };
const second: Wording = { hash: 'b', at: on('02-28T10:00'), editorial: null };
const third: Wording = { hash: 'c', at: on('03-01T10:00'), editorial: null };
const unseen: Wording = { hash: 'd', at: on('03-02T10:01'), editorial: null };
const marked = { by: named(alice), why: 'A typo.', at: writtenAt, source: aSource(alice) };

const period: Period = {
  n: 1, rung: 'consult', domain: null, zone: 'local', entitled: [named(carol)], teams: [], from: on('02-27T12:00'), until: on('03-02T12:00'), last: on('03-20T10:00'), more: '2 working-days', quorum: 0,
  extensions: [{ because: 'changed', at: second.at, until: on('03-03T10:00') }, { because: 'changed', at: third.at, until: on('03-04T10:00') }],
};

describe('/editorial', () => {
  it.each<[string, string, Partial<Record>, unknown]>([
    ['marks the last change', 'A typo.', { wordings: [first, second, third] }, { wordings: [first, second, { ...third, editorial: marked }] }],
    ['marks the one before, once that is marked', 'A typo.', { wordings: [first, second, { ...third, editorial: marked }] }, { wordings: [first, { ...second, editorial: marked }, { ...third, editorial: marked }] }],
    ['does not mean what came after it', 'A typo.', { wordings: [first, second, unseen] }, { wordings: [first, { ...second, editorial: marked }, unseen] }],
    ['takes back the time that the change gave', 'A typo.', { wordings: [first, second, third], period }, { wordings: [first, second, { ...third, editorial: marked }], period: { ...period, extensions: period.extensions.slice(0, 1) } }],
    ['needs a change', 'A typo.', { wordings: [first] }, { why: 'no-change' }],
    ['asks why', '', { wordings: [first, second] }, { why: 'missing', expected: 'why, in a sentence', example: editorial.example }],
  ])('%s', (_, rest, record, expected) => {
    expect(outcomeOf(editorial, rest, { record })).toEqual(expected);
  });
});
