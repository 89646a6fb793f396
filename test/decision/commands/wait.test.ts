import { describe, expect, it } from '@jest/globals';
import { wait } from '../../../src/decision/commands/wait.ts';
import { whenExpected } from '../../../src/decision/when.ts';
import type { Wait } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

function aWait(until: string, parts: Partial<Wait> = {}): Wait {
  return { kind: 'wait', by: named(alice), from: writtenAt, until, why: 'The audit comes then.', source: aSource(alice), ...parts };
}

const over = aWait('2026-02-20T10:00:00Z', { from: '2026-02-18T10:00:00Z' });
const running = aWait('2026-04-20T09:00:00Z', { from: '2026-02-27T10:00:00Z', by: named(bob) });
const held = aWait('2026-03-04T10:00:00Z', { kind: 'hold', by: named(bob) });
const { example } = wait;

describe('/wait', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['plans a pause until the morning of a day', 'until 2026-04-01 The audit comes then.', {}, { waits: [aWait('2026-04-01T09:00:00Z')] }],
    ['plans a pause of a length', 'for 2 weeks - The audit comes then.', {}, { waits: [aWait('2026-03-16T10:00:00Z')] }],
    ['goes by the calendar', 'until 2026-04-01 The audit comes then.', { snapshot: { calendar: { timezone: 'Europe/Berlin', weekend: [6, 7], holidays: [], hours: { from: 480, to: 960 } } } }, { waits: [aWait('2026-04-01T06:00:00Z')] }],
    ['takes the place of the one that runs, and keeps it', 'until friday The audit comes then.', { record: { waits: [over, running, held] } }, { waits: [over, { ...running, until: writtenAt }, held, aWait('2026-03-06T09:00:00Z')] }],
    ['plans a year at most', 'until 2027-03-03 The audit comes then.', {}, { why: 'too-late', limit: '2027-03-02T10:00:00Z' }],
    ['ends in the future', 'until 2026-03-01 The audit comes then.', {}, { why: 'past' }],
    ['asks until when', ' ', {}, { why: 'missing', expected: 'until when, and why', example }],
    ['does not guess until when', 'until the audit is done', {}, { why: 'not-understood', part: 'until the audit', expected: whenExpected, example }],
    ['asks why', 'until 2026-04-01', {}, { why: 'missing', expected: 'why, in a sentence', example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(wait, rest, parts)).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([wait.whenClosed, wait.permission]).toEqual([false, 'wait']);
  });
});
