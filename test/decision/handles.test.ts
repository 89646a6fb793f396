import { describe, expect, it } from '@jest/globals';
import { accountsNamed } from '../../src/decision/handles.ts';
import { alice, bob, carol, everybody, robot } from '../support/a-command-context.ts';

const teams = [
  { team: 'acme/infra', members: [carol, robot, bob] },
  { team: 'acme/hidden', members: null },
];

describe('accountsNamed', () => {
  it.each([
    ['finds people in the order of the handles', ['carol', 'alice'], [carol, alice]],
    ['folds the case of logins', ['BOB'], [bob]],
    ['takes a team as its members, bots left out', ['Acme/Infra'], [carol, bob]],
    ['names everybody once', ['bob', 'acme/infra', 'Bob'], [bob, carol]],
    ['leaves out who was not looked up', ['zoe', 'acme/hidden', 'acme/none'], []],
    ['takes no bot for a person', ['helper'], []],
  ])('%s', (_, handles, expected) => {
    expect(accountsNamed(handles, { people: everybody, teams })).toEqual(expected);
  });
});
