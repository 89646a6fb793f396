import { describe, expect, it } from '@jest/globals';
import { driHand } from '../../../src/decision/commands/dri-hand.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import { aSource, bob, carol, dan, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const source = aSource(bob);
const bobs: Term = { n: 3, holder: named(bob), step: 'awaiting-review', scope: 'the API', how: 'taken', startedAt: '2026-03-01T10:00:00Z', dueAt: '2026-03-04T10:00:00.000Z', activeAt: null, source: aSource(bob, 50), ended: null };
const handed: Term = { ...bobs, n: 4, holder: named(carol), step: 'drifting', how: 'handed', startedAt: writtenAt, dueAt: '2026-03-05T10:00:00.000Z', source };
const over = { ...bobs, ended: { at: writtenAt, how: 'handed' as const, note: 'The key length is open.', source } };
const example = '/dri hand @alice Bob and I agree on the format; the key length is still open.';
const unassignable = { people: everybody.map((person) => ({ ...person, isAssignable: false })) };

describe('/dri hand', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['passes the role on with its note, for the step of now', ' @carol The key length is open.', {}, { terms: [over, handed] }],
    ['takes a note over several lines', ' @carol: The key\nlength is open.', {}, { terms: [over, handed] }],
    ['hands on for whoever may', ' @carol The key length is open.', { by: dan }, { terms: [{ ...over, ended: { ...over.ended, source: aSource(dan) } }, { ...handed, source: aSource(dan) }] }],
    ['says that GitHub does not let a member be assigned', ' @carol The key length is open.', { snapshot: unassignable }, { terms: [over, handed], remarks: [{ what: 'not-assignable', person: named(carol) }] }],
    ['leaves a stranger in peace whom GitHub does not let be assigned', ' @dan So it is.', { snapshot: unassignable }, { why: 'not-assignable', person: named(dan) }],
    ['needs a note', ' @carol', {}, { why: 'missing', expected: 'a note with what the next person needs to know', example }],
    ['needs a note with words', ' @carol --', {}, { why: 'missing', expected: 'a note with what the next person needs to know', example }],
    ['needs a person', ' The key length is open.', {}, { why: 'missing', expected: 'a person, with their @', example }],
    ['needs somebody who is there', ' @nobody So it is.', {}, { why: 'no-such-person', login: 'nobody' }],
    ['needs somebody else', ' @bob So it is.', {}, { why: 'not-understood', part: '@Bob', expected: 'somebody else than the temporary DRI of now', example }],
    ['needs a role to hand over', ' @carol So it is.', { record: { terms: [] } }, { why: 'no-dri' }],
    ['cannot be done twice', ' @carol So it is.', { record: { terms: [over] } }, { why: 'no-dri' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(driHand, rest, { by: bob, record: { terms: [bobs] }, ...parts })).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([driHand.name, driHand.whenClosed, driHand.permission]).toEqual(['dri hand', false, 'dri-hand']);
  });
});
