import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../../src/config/schema.ts';
import { driTake } from '../../../src/decision/commands/dri-take.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, carol, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { idle } from '../../support/a-snapshot.ts';

const term: Term = {
  n: 1,
  holder: named(bob),
  step: 'drifting',
  scope: null,
  how: 'taken',
  startedAt: writtenAt,
  dueAt: '2026-03-05T10:00:00.000Z',
  activeAt: null,
  source: aSource(bob),
  ended: null,
};
const carols: Term = { ...term, holder: named(carol), startedAt: '2026-03-01T10:00:00Z', source: aSource(carol, 50) };
const over: Term = { ...carols, ended: { at: '2026-03-02T09:00:00Z', how: 'time', note: null, source: null } };

const example = '/dri take for the API review until Friday';
const expected = '`for` and the step, `until` and a time, both, or nothing';

const friday = '2026-03-06T17:00:00.000Z';
const wednesday = '2026-03-04T10:00:00.000Z';

function elsewhere(endedAt: string | null) {
  return { holder: bob.id, startedAt: '2026-03-01T10:00:00Z', dueAt: '2026-03-09T10:00:00Z', endedAt, isVolunteered: true };
}

describe('/dri take', () => {
  it.each<[string, string, ContextParts, Partial<Term>]>([
    ['as long as a term is', '', {}, {}],
    ['the same, said kindly', ' on this, please!', {}, {}],
    ['the same, with the words of the promise', ' until we close the loop.', {}, {}],
    ['the same, whatever stands below', '\nI will talk to both teams.', {}, {}],
    ['as long as the config says', '', { config: { pause: { ...defaultConfig.pause, term: { ...defaultConfig.pause.term, drifting: { amount: 2, unit: 'days' } } } } }, { dueAt: wednesday }],
    ['until a day, up to the end of its working hours', ' until Friday', {}, { dueAt: friday }],
    ['until a date', ' until 2026-03-06', {}, { dueAt: friday }],
    ['by a day', ' by Friday', {}, { dueAt: friday }],
    ['for so long', ' for 2 days', {}, { dueAt: wednesday }],
    ['for a step', ' for the API review', {}, { scope: 'the API review' }],
    ['for a step, until a day', ' for the API review until Friday', {}, { scope: 'the API review', dueAt: friday }],
    ['until a day, for a step', ' until Friday for the API review', {}, { scope: 'the API review', dueAt: friday }],
    ['for a step with `until` in it', ' for the fort until the audit until Friday', {}, { scope: 'the fort until the audit', dueAt: friday }],
    ['for a step with a promise', ' for the review until the loop is closed', {}, { scope: 'the review' }],
    ['for a step in words that are no time', ' for the time until the audit', {}, { scope: 'the time until the audit' }],
  ])('takes the role %s', (_, rest, parts, changes) => {
    expect(outcomeOf(driTake, rest, { by: bob, ...parts })).toEqual({ terms: [{ ...term, ...changes }] });
  });

  it.each<[string, string, ContextParts, unknown]>([
    ['follows a term that is over', '', { record: { terms: [over] } }, { terms: [over, { ...term, n: 2 }] }],
    ['counts terms that were folded', '', { record: { folded: { terms: 4, calls: 0, escalations: 0, objections: 0, waits: 0, decisions: 0, tensions: 0, citations: 0 } } }, { terms: [{ ...term, n: 5 }] }],
    ['changes nothing for the one who holds it', ' until Friday', { record: { terms: [{ ...carols, holder: { id: bob.id, login: 'robert' } }] } }, {}],
    ['leaves it to somebody else who holds it', '', { record: { terms: [carols] } }, { why: 'dri-held', holder: named(carol) }],
    ['does not know what follows', ' whatever', {}, { why: 'not-understood', part: 'whatever', expected, example }],
    ['does not know until when', ' until frday', {}, { why: 'not-understood', part: 'until frday', expected, example }],
    ['does not know what follows a time', ' until friday maybe', {}, { why: 'not-understood', part: 'until friday maybe', expected, example }],
    ['is not for a moment that is past', ' until 2026-03-01', {}, { why: 'past' }],
    ['is not for longer than a term can be', ' until 2026-06-01', {}, { why: 'too-late', limit: '2026-03-16T10:00:00.000Z' }],
    ['is not for whoever holds as many as one person may', '', { snapshot: { load: { ...idle, terms: [elsewhere(null), elsewhere('2026-03-02T12:00:00Z')] } } }, { why: 'at-limit', limit: 2 }],
    ['counts those that go on', '', { snapshot: { load: { ...idle, terms: [elsewhere(null), elsewhere('2026-03-02T09:00:00Z')] } } }, { terms: [term] }],
    [
      'stands where GitHub does not let them be assigned',
      '',
      { snapshot: { people: everybody.map((person) => ({ ...person, isAssignable: false })) } },
      { terms: [term], remarks: [{ what: 'not-assignable', person: named(bob) }] },
    ],
    [
      'says nothing of an absence of their own',
      '',
      { snapshot: { load: { ...idle, absences: [{ person: bob.id, from: '2026-03-01T00:00:00Z', until: '2026-03-09T00:00:00Z' }] } } },
      { terms: [term] },
    ],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(driTake, rest, { by: bob, ...parts })).toEqual(expected);
  });

  it('is for the author as for anybody', () => {
    expect(outcomeOf(driTake, '', { by: alice })).toEqual({ terms: [{ ...term, holder: named(alice), source: aSource(alice) }] });
  });

  it('is `/dri` too, for an open RFC, and for those whom the config allows it', () => {
    expect([driTake.name, driTake.aliases, driTake.whenClosed, driTake.permission]).toEqual(['dri take', ['dri'], false, 'dri-take']);
  });
});
