import { describe, expect, it } from '@jest/globals';
import { abstain } from '../../../src/decision/commands/abstain.ts';
import type { Voice } from '../../../src/decision/record-schema.ts';
import { alice, aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const hers: Voice = { by: named(alice), stance: 'support', at: '2026-03-01T12:00:00Z', source: aSource(alice, 50) };
const his: Voice = { by: named(bob), stance: 'abstain', at: writtenAt, source: aSource(bob) };

describe('/abstain', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['is counted', '', { by: bob, record: { voices: [hers] } }, { voices: [hers, his] }],
    ['takes words along', 'for the reasons above', { by: bob }, { voices: [his] }],
    ['counts the latest voice of a person', '', { by: bob, record: { voices: [{ ...his, stance: 'support', at: '2026-03-01T12:00:00Z' }, hers] } }, { voices: [hers, his] }],
    ['counts twice as once', '', { by: bob, record: { voices: [his] } }, { voices: [his] }],
    ['knows a person by the id', '', { by: bob, record: { voices: [{ ...his, by: { id: bob.id, login: 'robert' } }] } }, { voices: [his] }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(abstain, rest, parts)).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([abstain.name, abstain.whenClosed, abstain.permission]).toEqual(['abstain', false, 'abstain']);
  });
});
