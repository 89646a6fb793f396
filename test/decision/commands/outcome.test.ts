import { describe, expect, it } from '@jest/globals';
import { outcome } from '../../../src/decision/commands/outcome.ts';
import type { Decision } from '../../../src/decision/record-schema.ts';
import { alice, aSource, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const decision: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: '2025-03-01T12:00:00Z', source: aSource(alice, 50), texts: [], confirmed: null, reopened: null, under: null, reviewed: null };
const reopened = { at: '2025-04-01T12:00:00Z', by: named(alice), why: 'News.', source: aSource(alice, 51) };
const decided: ContextParts = { record: { decisions: [decision] } };

function reviewed(judgement: 'kept' | 'changed' | 'reversed', why = 'It held.') {
  return { decisions: [{ ...decision, reviewed: { outcome: judgement, by: named(alice), why, at: writtenAt, source: aSource(alice) } }] };
}

const { example } = outcome;

describe('/outcome', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['says that a decision was kept', 'kept It held.', decided, reviewed('kept')],
    ['says that it was changed', 'changed: A month became two weeks.', decided, reviewed('changed', 'A month became two weeks.')],
    ['says that it was reversed', '**reversed** It did not hold.', decided, reviewed('reversed', 'It did not hold.')],
    ['takes the word in any case', 'Kept - It held.', decided, reviewed('kept')],
    ['takes a later word in place of an earlier one', 'changed It held for a while.', { record: reviewed('kept') }, reviewed('changed', 'It held for a while.')],
    ['is about the decision in force', 'kept It held.', { record: { decisions: [{ ...decision, reopened }, { ...decision, n: 2 }] } }, { decisions: [{ ...decision, reopened }, { ...reviewed('kept').decisions[0], n: 2 }] }],
    ['finds no decision where there is none', 'kept It held.', {}, { why: 'no-decision' }],
    ['finds none where it was opened again', 'kept It held.', { record: { decisions: [{ ...decision, reopened }] } }, { why: 'no-decision' }],
    ['asks for a judgement', '', decided, { why: 'missing', expected: 'kept, changed or reversed, and why', example }],
    ['does not guess a judgement', 'fine All is well.', decided, { why: 'not-understood', part: 'fine', expected: 'kept, changed or reversed', example }],
    ['asks what came of it', 'kept', decided, { why: 'missing', expected: 'what came of it, in a sentence', example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(outcome, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([outcome.whenClosed, outcome.permission]).toEqual([true, 'outcome']);
  });
});
