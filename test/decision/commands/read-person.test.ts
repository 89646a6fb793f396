import { describe, expect, it } from '@jest/globals';
import { readPerson } from '../../../src/decision/commands/read-person.ts';
import { bob, everybody } from '../../support/a-command-context.ts';
import { aSnapshot } from '../../support/a-snapshot.ts';

const example = '/owner @alice Bob is on leave.';
const managed = { id: 20, login: 'zoe_acme', isBot: false };
const snapshot = aSnapshot({ people: [...everybody, { account: managed, permission: 'read', isAssignable: true }] });

const missing = { ok: false, refusal: { why: 'missing', expected: 'a person, with their @', example } };

describe('readPerson', () => {
  it.each<[string, string, unknown]>([
    ['finds somebody, and the rest', ' @bob he knows', { ok: true, args: { account: bob, rest: ' he knows' } }],
    ['folds the case', '@BOB', { ok: true, args: { account: bob, rest: '' } }],
    ['ends a login where a sentence goes on', '@bob: he knows', { ok: true, args: { account: bob, rest: ': he knows' } }],
    ['knows an enterprise\'s users', '@zoe_acme knows', { ok: true, args: { account: managed, rest: ' knows' } }],
    ['asks for the @', 'bob knows', missing],
    ['asks for a person', '', missing],
    ['takes no address for a person', 'bob@acme.example', missing],
    ['does not find whom nobody looked up', '@yan knows', { ok: false, refusal: { why: 'no-such-person', login: 'yan' } }],
    ['takes no longer login for a shorter one', '@bob-by knows', { ok: false, refusal: { why: 'no-such-person', login: 'bob-by' } }],
    ['takes no beginning of a word for a login', '@bob_by_by knows', missing],
    ['takes no bot for a person', '@helper knows', { ok: false, refusal: { why: 'no-such-person', login: 'helper' } }],
    ['asks for one person where a team is named', '@acme/infra knows', { ok: false, refusal: { why: 'not-understood', part: '@acme/infra', expected: 'one person, with their @', example } }],
  ])('%s', (_, text, expected) => {
    expect(readPerson(text, { snapshot, example })).toEqual(expected);
  });
});
