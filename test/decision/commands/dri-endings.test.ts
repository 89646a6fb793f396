import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../src/decision/commands/define-command.ts';
import { driDone } from '../../../src/decision/commands/dri-done.ts';
import { driPass } from '../../../src/decision/commands/dri-pass.ts';
import { driRelease } from '../../../src/decision/commands/dri-release.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import { aSource, bob, carol, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const source = aSource(bob);
const term: Term = { n: 1, holder: named(bob), step: 'drifting', scope: null, how: 'asked', startedAt: '2026-03-01T10:00:00Z', dueAt: '2026-03-04T10:00:00.000Z', activeAt: null, source: null, ended: null };

function ended(how: 'done' | 'released' | 'passed', note: string | null): Term {
  return { ...term, ended: { at: writtenAt, how, note, source } };
}

function outcome(command: Command, rest: string, parts: ContextParts = {}): unknown {
  return outcomeOf(command, rest, { by: bob, record: { terms: [term] }, ...parts });
}

describe.each([
  ['/dri done', driDone, 'done'],
  ['/dri release', driRelease, 'released'],
] as const)('%s', (_, command, how) => {
  it.each<[string, string, ContextParts, unknown]>([
    ['ends the term', '', {}, { terms: [ended(how, null)] }],
    ['keeps the note', ': The format\nis agreed.', {}, { terms: [ended(how, 'The format is agreed.')] }],
    ['ends it for whoever may', '', { by: carol }, { terms: [{ ...term, ended: { at: writtenAt, how, note: null, source: aSource(carol) } }] }],
    ['needs a term', '', { record: { terms: [] } }, { why: 'no-dri' }],
    ['ends it once', '', { record: { terms: [ended('done', null)] } }, { why: 'no-dri' }],
  ])('%s', (_name, rest, parts, expected) => {
    expect(outcome(command, rest, parts)).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([command.whenClosed, command.permission]).toEqual([false, command.name.replace(' ', '-')]);
  });
});

describe('/dri pass', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['ends the term, and remembers whom not to ask', '', {}, { terms: [ended('passed', null)], passed: [bob.id] }],
    ['keeps no reason', 'I have too much to do.', {}, { terms: [ended('passed', null)], passed: [bob.id] }],
    ['works for a volunteer', '', { record: { terms: [{ ...term, how: 'taken' }] } }, { terms: [{ ...ended('passed', null), how: 'taken' }], passed: [bob.id] }],
    ['remembers everybody once', '', { record: { terms: [term], passed: [carol.id, bob.id] } }, { terms: [ended('passed', null)], passed: [carol.id, bob.id] }],
    ['needs a term', '', { record: { terms: [] } }, { why: 'no-dri' }],
    ['passes once', '', { record: { terms: [ended('passed', null)], passed: [bob.id] } }, { why: 'no-dri' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcome(driPass, rest, parts)).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([driPass.whenClosed, driPass.permission]).toEqual([false, 'dri-pass']);
  });
});
