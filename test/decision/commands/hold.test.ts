import { describe, expect, it } from '@jest/globals';
import { hold } from '../../../src/decision/commands/hold.ts';
import { whenExpected } from '../../../src/decision/when.ts';
import type { Wait } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

function aHold(until: string, parts: Partial<Wait> = {}): Wait {
  return { kind: 'hold', by: named(bob), from: writtenAt, until, why: 'I want to try it first.', source: aSource(bob), ...parts };
}

const earlier = aHold('2026-02-20T10:00:00Z', { from: '2026-02-18T10:00:00Z' });
const hers = aHold('2026-03-03T10:00:00Z', { by: named(alice) });
const planned = aHold('2026-03-05T10:00:00Z', { kind: 'wait' });
const { example } = hold;

describe('/hold', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['asks to be waited for', '2 working days I want to try it first.', {}, { waits: [aHold('2026-03-04T10:00:00Z')] }],
    ['holds for as long as may be', 'for 3 working days: I want to try it first.', {}, { waits: [aHold('2026-03-05T10:00:00Z')] }],
    ['holds until the morning of a day', 'until thursday, I want to try it first.', {}, { waits: [aHold('2026-03-05T09:00:00Z')] }],
    ['passes over a weekend', '2026-03-10 I want to try it first.', { at: '2026-03-06T10:00:00Z' }, { waits: [aHold('2026-03-10T09:00:00Z', { from: '2026-03-06T10:00:00Z' })] }],
    ['stands beside those of others', '2d I want to try it first.', { record: { waits: [hers] } }, { waits: [hers, aHold('2026-03-04T10:00:00Z')] }],
    ['may be said by whoever planned a pause', '2d I want to try it first.', { record: { waits: [planned] } }, { waits: [planned, aHold('2026-03-04T10:00:00Z')] }],
    ['may be said once', '2d Again.', { record: { waits: [earlier] } }, { why: 'once' }],
    ['knows a person by the id', '2d Again.', { record: { waits: [{ ...earlier, by: { id: bob.id, login: 'robert' } }] } }, { why: 'once' }],
    ['is no long time', '4 working days I want to try it first.', {}, { why: 'too-late', limit: '2026-03-05T10:00:00Z' }],
    ['ends in the future', '2026-03-02 I want to try it first.', {}, { why: 'past' }],
    ['asks until when', '', {}, { why: 'missing', expected: 'until when, and why', example }],
    ['does not guess until when', 'a little while, please', {}, { why: 'not-understood', part: 'a little while,', expected: whenExpected, example }],
    ['asks why', '2 working days', {}, { why: 'missing', expected: 'why, in a sentence', example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(hold, rest, { by: bob, ...parts })).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([hold.whenClosed, hold.permission]).toEqual([false, 'hold']);
  });
});
