import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../../src/config/schema.ts';
import { withdraw } from '../../../src/decision/commands/withdraw.ts';
import type { Objection } from '../../../src/decision/record-schema.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { alice, aSource, bob, dan, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

function anObjection(by: Account, parts: Partial<Objection> = {}): Objection {
  return { by: named(by), why: 'The rollback takes a day.', isBinding: true, at: '2026-03-01T12:00:00Z', source: aSource(by, 50), answered: null, withdrawnAt: null, setAside: null, ...parts };
}

const hers = anObjection(alice);
const his = anObjection(bob);
const another = anObjection(bob, { why: 'And it costs.' });
const gone = anObjection(bob, { withdrawnAt: '2026-03-01T13:00:00Z' });
const unbound = anObjection(dan, { isBinding: false });
const now = { withdrawnAt: writtenAt };
const nobody = { commands: { ...defaultConfig.commands, withdraw: ['nobody' as const] } };
const unknown = { people: everybody.map((facts) => (facts.account.id === dan.id ? { ...facts, permission: null } : facts)) };

describe('/withdraw', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['withdraws all of one\'s own objections, and keeps when', '', { by: bob, record: { objections: [hers, gone, his, another] } }, { objections: [hers, gone, { ...his, ...now }, { ...another, ...now }] }],
    ['goes by the id, not the login', '', { by: { ...bob, login: 'robert' }, record: { objections: [his] } }, { objections: [{ ...his, ...now }] }],
    ['takes words along', 'Thanks, that answers it.', { by: bob, record: { objections: [his] } }, { objections: [{ ...his, ...now }] }],
    ['withdraws what never bound', '', { by: dan, record: { objections: [unbound] } }, { objections: [{ ...unbound, ...now }] }],
    ['withdraws on a closed RFC', '', { by: bob, record: { objections: [his] }, snapshot: { rfc: { isOpen: false } } }, { objections: [{ ...his, ...now }] }],
    ['needs an objection', '', { by: bob }, { why: 'no-objection' }],
    ['needs one of one\'s own', '', { by: bob, record: { objections: [hers] } }, { why: 'no-objection' }],
    ['withdraws once', '', { by: bob, record: { objections: [gone] } }, { why: 'no-objection' }],
    ['goes by what the config says of those that bind', '', { by: bob, config: nobody, record: { objections: [his] } }, { why: 'not-allowed', who: ['nobody'] }],
    ['does not guess where GitHub did not say who somebody is', '', { by: dan, snapshot: unknown, record: { objections: [anObjection(dan)] } }, { why: 'rights-unknown', who: ['members', 'asked'] }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(withdraw, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC', () => {
    expect([withdraw.whenClosed, withdraw.permission]).toEqual([true, null]);
  });
});
