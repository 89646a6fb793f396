import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../src/decision/commands/decide.ts';
import type { Decision } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { aBody, aDocument, anIssue } from '../../support/a-snapshot.ts';

const example = '/decide accept The audit is done, and the keys can be rotated.';
const missing = { why: 'missing', expected: 'accept, reject or defer, and why', example };
const missingWhy = { why: 'missing', expected: 'why, in a sentence', example };

function aDecision(parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'It is time.', at: writtenAt, source: aSource(alice), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: { rung: 'consult', domain: null, zone: 'local', isSatisfied: true, missing: [], silent: [] }, reviewed: null, ...parts };
}

const closed: ContextParts = { snapshot: { rfc: { isOpen: false } } };
const shared = { documents: [aDocument({ text: '**Decision Owner**: @alice, @bob\n' })] };
const ownerless = { documents: [aDocument({ text: '# Keys\n' })] };
const ofIssue = { rfc: anIssue, documents: [aBody('**Decision Owner**: @alice\n')] };
const unseen = { record: { heads: [] } };
const earlier = aDecision({ n: 3, outcome: 'defer' });

describe('/decide', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['records what was decided, by whom, why, when and on which text', 'accept It is time.', {}, { decisions: [aDecision()] }],
    ['reads another word for an outcome', 'Approved: It is time.', {}, { decisions: [aDecision()] }],
    ['rejects', 'reject - It is time.', {}, { decisions: [aDecision({ outcome: 'reject' })] }],
    ['puts off', '**defer** It is time.', {}, { decisions: [aDecision({ outcome: 'defer' })] }],
    ['reads a reason from the lines below', 'accept\n\nIt is\ntime.', {}, { decisions: [aDecision()] }],
    ['says under whose ownership somebody else decided', 'accept It is time.', { by: bob }, { decisions: [aDecision({ by: named(bob), source: aSource(bob) })] }],
    ['takes the owner who speaks, of several', 'accept It is time.', { by: bob, snapshot: shared }, { decisions: [aDecision({ by: named(bob), owner: named(bob), source: aSource(bob) })] }],
    ['knows where nobody is named', 'accept It is time.', { snapshot: ownerless }, { decisions: [aDecision({ owner: null })] }],
    ['is about the body of an issue', 'accept It is time.', { snapshot: ofIssue }, { decisions: [aDecision({ texts: ['body:e3b0c44298fc1c14'] })] }],
    ['does not guess which text was decided on', 'accept It is time.', unseen, { decisions: [aDecision({ texts: [] })] }],
    ['replaces a decision, and keeps it', 'accept It is time.', { record: { decisions: [earlier] } }, { decisions: [earlier, aDecision({ n: 4 })] }],
    ['counts on from decisions that were folded', 'accept It is time.', { record: { folded: { terms: 0, calls: 0, escalations: 0, objections: 0, waits: 0, decisions: 6, tensions: 0, citations: 0 } } }, { decisions: [aDecision({ n: 7 })] }],
    ['decides on a closed RFC', 'accept It is time.', closed, { decisions: [aDecision()] }],
    ['asks for an outcome', '', {}, missing],
    ['asks for an outcome in words', '🎉', {}, missing],
    ['does not guess an outcome', 'maybe It is time.', {}, { why: 'not-understood', part: 'maybe', expected: 'accept, reject or defer', example }],
    ['asks why', 'accept', {}, missingWhy],
    ['takes no punctuation for a reason', 'accept: ...', {}, missingWhy],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(decide, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([decide.whenClosed, decide.permission, decide.example]).toEqual([true, 'decide', example]);
  });
});
