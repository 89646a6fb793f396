import { describe, expect, it } from '@jest/globals';
import { driAssign } from '../../../src/decision/commands/dri-assign.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import { aSource, bob, carol, dan, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { idle } from '../../support/a-snapshot.ts';

const source = aSource(carol);
const term: Term = { n: 1, holder: named(bob), step: 'drifting', scope: null, how: 'assigned', startedAt: writtenAt, dueAt: '2026-03-05T10:00:00.000Z', activeAt: null, source, ended: null };
const dans: Term = { ...term, holder: named(dan), how: 'taken', startedAt: '2026-03-01T10:00:00Z', source: aSource(dan, 50) };
const example = '/dri assign @alice for the API review until Friday';
const unassignable = { people: everybody.map((person) => ({ ...person, isAssignable: false })) };
const away = { load: { ...idle, absences: [{ person: bob.id, from: '2026-03-01T00:00:00Z', until: '2026-03-09T09:00:00Z' }] } };

describe('/dri assign', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['asks somebody', ' @bob', {}, { terms: [term] }],
    ['asks for a step, until a day', ' @bob for the API review until Friday', {}, { terms: [{ ...term, scope: 'the API review', dueAt: '2026-03-06T17:00:00.000Z' }] }],
    [
      'takes the place of whoever holds the role',
      ' @bob',
      { record: { terms: [dans] } },
      { terms: [{ ...dans, ended: { at: writtenAt, how: 'replaced', note: null, source } }, { ...term, n: 2 }] },
    ],
    ['changes nothing for the one who holds it', ' @dan', { record: { terms: [dans] } }, {}],
    ['is a volunteer’s word where they name themselves', ' @carol', {}, { terms: [{ ...term, holder: named(carol), how: 'taken' }] }],
    ['asks who passed before, as a person asks', ' @bob', { record: { passed: [bob.id] } }, { terms: [term] }],
    ['asks who is away, and says so', ' @bob', { snapshot: away }, { terms: [term], remarks: [{ what: 'away', person: named(bob), until: '2026-03-09T09:00:00Z' }] }],
    ['asks a member whom GitHub does not let be assigned, and says so', ' @bob', { snapshot: unassignable }, { terms: [term], remarks: [{ what: 'not-assignable', person: named(bob) }] }],
    ['asks nobody else whom GitHub does not let be assigned', ' @dan', { snapshot: unassignable }, { why: 'not-assignable', person: named(dan) }],
    ['asks who may be assigned, as far as GitHub says', ' @dan', { snapshot: { people: everybody.map((person) => ({ ...person, isAssignable: null })) } }, { terms: [{ ...term, holder: named(dan) }] }],
    ['needs a person', '', {}, { why: 'missing', expected: 'a person, with their @', example }],
    ['needs one person, not a team', ' @acme/infra', {}, { why: 'not-understood', part: '@acme/infra', expected: 'one person, with their @', example }],
    ['needs somebody who is there', ' @nobody', {}, { why: 'no-such-person', login: 'nobody' }],
    ['asks no bot', ' @helper', {}, { why: 'no-such-person', login: 'helper' }],
    ['does not know what follows', ' @bob and @dan', {}, { why: 'not-understood', part: 'and @dan', expected: '`for` and the step, `until` and a time, both, or nothing', example }],
    ['is not for a moment that is past', ' @bob until 2026-03-01', {}, { why: 'past' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(driAssign, rest, { by: carol, ...parts })).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([driAssign.name, driAssign.whenClosed, driAssign.permission]).toEqual(['dri assign', false, 'dri-assign']);
  });
});
