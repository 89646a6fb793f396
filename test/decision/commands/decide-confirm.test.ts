import { describe, expect, it } from '@jest/globals';
import { decideConfirm } from '../../../src/decision/commands/decide-confirm.ts';
import type { Act } from '../../../src/decision/acts.ts';
import type { Decision } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, carol, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { aDocument } from '../../support/a-snapshot.ts';

const text = 'b'.repeat(40);
const source = aSource(alice, 50);
const decision: Decision = { n: 2, outcome: 'reject', by: named(alice), owner: named(alice), why: 'Too early.', at: '2026-03-01T10:00:00Z', source, texts: ['old'], confirmed: null, reopened: null, under: null, reviewed: null };
const first: Decision = { ...decision, n: 1, outcome: 'accept' };
const confirmed = { at: writtenAt, source: aSource(alice), owner: named(alice), texts: [text] };
const reopened: Decision = { ...decision, reopened: { at: '2026-03-01T12:00:00Z', by: named(alice), why: 'New facts.', source } };
const accepted: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: '', at: writtenAt, source: aSource(alice), texts: [text], confirmed: null, reopened: null, under: { rung: 'consult', domain: null, zone: 'local', isSatisfied: true, missing: [], silent: [] }, reviewed: null };

function merged(at: string): Pick<ContextParts, 'snapshot'> {
  const act: Act = { kind: 'merged', by: carol, at, isOwn: false };
  return { snapshot: { rfc: { isOpen: false, isMerged: true }, acts: [act] } };
}

const bobs = { snapshot: { documents: [aDocument({ text: '**Decision Owner**: @bob\n' })] } };

describe('/decide confirm', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['confirms the decision in force, on the text as it is', '', { record: { decisions: [first, decision] } }, { decisions: [first, { ...decision, confirmed }] }],
    ['confirms it again', '', { record: { decisions: [{ ...decision, confirmed: { ...confirmed, texts: ['older'] } }] } }, { decisions: [{ ...decision, confirmed }] }],
    ['confirms it under the new owner', '', { ...bobs, by: bob, record: { decisions: [decision] } }, { decisions: [{ ...decision, confirmed: { ...confirmed, owner: named(bob), source: aSource(bob) } }] }],
    ['confirms it on a closed RFC', '', { ...merged('2026-03-01T11:00:00Z'), record: { decisions: [decision] } }, { decisions: [{ ...decision, confirmed }] }],
    ['does not guess which text was confirmed', '', { record: { decisions: [decision], heads: [] } }, { decisions: [{ ...decision, confirmed: { ...confirmed, texts: [] } }] }],
    ['accepts what was merged without a decision', '', merged('2026-03-01T11:00:00Z'), { decisions: [accepted] }],
    ['keeps the words with which that was accepted', 'We agreed on the call.', merged('2026-03-01T11:00:00Z'), { decisions: [{ ...accepted, why: 'We agreed on the call.' }] }],
    ['accepts what was merged after it was reopened', '', { ...merged('2026-03-01T13:00:00Z'), record: { decisions: [reopened] } }, { decisions: [reopened, { ...accepted, n: 3 }] }],
    ['does not bring a decision back that was reopened after the merge', '', { ...merged('2026-03-01T11:00:00Z'), record: { decisions: [reopened] } }, { why: 'no-decision' }],
    ['knows nothing of a merge that came later', '', merged('2026-03-02T10:00:01Z'), { why: 'no-decision' }],
    ['does not know what a close without a merge means', '', { snapshot: { rfc: { isOpen: false } } }, { why: 'no-decision' }],
    ['needs a decision', '', {}, { why: 'no-decision' }],
    ['needs one that was not reopened', '', { record: { decisions: [reopened] } }, { why: 'no-decision' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(decideConfirm, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([decideConfirm.name, decideConfirm.whenClosed, decideConfirm.permission]).toEqual(['decide confirm', true, 'decide-confirm']);
  });
});
