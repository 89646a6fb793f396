import { describe, expect, it } from '@jest/globals';
import { reopen } from '../../../src/decision/commands/reopen.ts';
import type { Decision } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const source = aSource(alice, 50);
const decision: Decision = { n: 2, outcome: 'accept', by: named(alice), owner: named(alice), why: 'It is time.', at: '2026-03-01T10:00:00Z', source, texts: ['b'], confirmed: null, reopened: null, under: null, reviewed: null };
const earlier: Decision = { ...decision, n: 1 };
const reopened = { at: writtenAt, by: named(bob), why: 'The numbers changed.', source: aSource(bob) };

describe('/reopen', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['opens the decision in force, and keeps it', 'The numbers changed.', { by: bob, record: { decisions: [earlier, decision] } }, { decisions: [earlier, { ...decision, reopened }] }],
    ['opens it on a closed RFC', ': The numbers changed.', { by: bob, record: { decisions: [decision] }, snapshot: { rfc: { isOpen: false } } }, { decisions: [{ ...decision, reopened }] }],
    ['asks why', '  ', { record: { decisions: [decision] } }, { why: 'missing', expected: 'why, in a sentence', example: reopen.example }],
    ['needs a decision', 'The numbers changed.', {}, { why: 'no-decision' }],
    ['opens it once', 'The numbers changed.', { record: { decisions: [{ ...decision, reopened }] } }, { why: 'no-decision' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(reopen, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([reopen.whenClosed, reopen.permission]).toEqual([true, 'reopen']);
  });
});
