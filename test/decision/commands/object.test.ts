import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../../src/config/schema.ts';
import { object } from '../../../src/decision/commands/object.ts';
import type { Objection } from '../../../src/decision/record-schema.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { alice, aSource, bob, dan, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

function anObjection(by: Account, parts: Partial<Objection> = {}): Objection {
  return { by: named(by), why: 'The rollback takes a day.', isBinding: true, at: writtenAt, source: aSource(by), answered: null, withdrawnAt: null, setAside: null, ...parts };
}

/** Objections by so many people, each another one. */
function crowd(size: number, parts: Partial<Objection> = {}): Objection[] {
  return Array.from({ length: size }, (_, index) => anObjection({ id: 1000 + index, login: `user-${index}`, isBot: false }, parts));
}

const mine = anObjection(bob);
const five = ['one', 'two', 'three', 'four', 'five'].map((why) => anObjection(bob, { why }));
const unbound = { remarks: [{ what: 'not-binding' }] };
const withdrawn = { withdrawnAt: '2026-03-01T12:00:00Z' };
const unknown = { people: everybody.map((facts) => (facts.account.id === dan.id ? { ...facts, permission: null } : facts)) };

describe('/object', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['records an objection with its reason', 'The rollback takes a day.', { by: bob }, { objections: [mine] }],
    ['records that of the author', '- The rollback takes a day.', { by: alice }, { objections: [anObjection(alice)] }],
    ['shows that of a stranger, which does not bind', 'The rollback takes a day.', { by: dan }, { objections: [anObjection(dan, { isBinding: false })], ...unbound }],
    ['goes by what the config says', 'The rollback takes a day.', { by: dan, config: { commands: { ...defaultConfig.commands, object: ['@dan'] } } }, { objections: [anObjection(dan)] }],
    ['does not guess where GitHub did not say who somebody is', 'No.', { by: dan, snapshot: unknown }, { why: 'rights-unknown', who: ['members', 'asked'] }],
    ['keeps another one by the same person', 'The rollback takes a day.', { by: bob, record: { objections: [five[0] ?? mine] } }, { objections: [five[0], mine] }],
    ['keeps the same words once', 'The  rollback takes a day.', { by: bob, id: 101, record: { objections: [mine] } }, {}],
    ['keeps the same words again once they bind', 'The rollback takes a day.', { by: bob, record: { objections: [anObjection(bob, { isBinding: false })] } }, { objections: [anObjection(bob, { isBinding: false }), mine] }],
    ['says again that it does not bind', 'The rollback takes a day.', { by: dan, record: { objections: [anObjection(dan, { isBinding: false })] } }, unbound],
    ['keeps the same words by somebody else', 'The rollback takes a day.', { by: bob, record: { objections: [anObjection(alice)] } }, { objections: [anObjection(alice), mine] }],
    ['objects again after a withdrawal', 'The rollback takes a day.', { by: bob, record: { objections: [{ ...mine, ...withdrawn }] } }, { objections: [{ ...mine, ...withdrawn }, mine] }],
    ['keeps five by one person', 'No.', { by: bob, record: { objections: five } }, { why: 'too-many-objections', limit: 5, of: 'one person' }],
    ['keeps two hundred', 'No.', { by: bob, record: { objections: crowd(200) } }, { why: 'too-many-objections', limit: 200, of: 'everybody' }],
    ['does not count what was withdrawn', 'The rollback takes a day.', { by: bob, record: { objections: crowd(200, withdrawn) } }, { objections: [...crowd(200, withdrawn), mine] }],
    ['keeps fifty that do not bind', 'No.', { by: dan, record: { objections: crowd(50, { isBinding: false }) } }, { why: 'too-many-objections', limit: 50, of: 'those who bind nobody' }],
    ['keeps room for members', 'The rollback takes a day.', { by: bob, record: { objections: crowd(50, { isBinding: false }) } }, { objections: [...crowd(50, { isBinding: false }), mine] }],
    ['asks why', '', { by: bob }, { why: 'missing', expected: 'why, in a sentence', example: object.example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(object, rest, parts)).toEqual(expected);
  });

  it('is for an open RFC, and open to anyone', () => {
    expect([object.whenClosed, object.permission]).toEqual([false, null]);
  });
});
