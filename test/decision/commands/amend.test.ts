import { describe, expect, it } from '@jest/globals';
import { amend } from '../../../src/decision/commands/amend.ts';
import type { Decision, Period } from '../../../src/decision/record-schema.ts';
import { alice, aSource, carol, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const period: Period = { n: 1, rung: 'consent', domain: null, zone: 'local', entitled: [named(carol)], teams: [], from: '2026-03-01T12:00:00Z', until: '2026-03-08T12:00:00Z', last: '2026-03-15T12:00:00Z', more: '2 days', quorum: 0, extensions: [] };
const decision: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: '2026-03-01T13:00:00Z', source: aSource(alice, 50), texts: ['b'], confirmed: null, reopened: null, under: null, reviewed: null };
const amended = { by: named(alice), why: 'Dan joined the team.', at: writtenAt, source: aSource(alice) };

describe('/amend', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['keeps why the period begins anew', 'Dan joined the team.', { record: { period } }, { amended }],
    ['asks why', '  ', { record: { period } }, { why: 'missing', expected: 'why, in a sentence', example: amend.example }],
    ['needs a period', 'Dan joined the team.', {}, { why: 'no-period' }],
    ['needs a period that is not being made anew already', 'Dan joined the team.', { record: { period, amended: { ...amended, at: '2026-03-01T13:00:00Z' } } }, { why: 'no-period' }],
    ['comes too late for a decision', 'Dan joined the team.', { record: { period, decisions: [decision] } }, { why: 'decided-already' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(amend, rest, parts)).toEqual(expected);
  });

  it('may be said of an open RFC, by those whom the config allows it', () => {
    expect([amend.whenClosed, amend.permission]).toEqual([false, 'amend']);
  });
});
