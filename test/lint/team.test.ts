import { describe, expect, it } from '@jest/globals';
import { namesRole, namesTeam } from '../../src/lint/team.ts';
import { found, read } from '../support/lint-text.ts';

describe('namesTeam', () => {
  it.each([
    '@acme/storage', 'everyone', 'Everybody', 'the team', 'The Platform Team', 'Steering Committee', 'Architecture Review Board',
    'working group', 'SIG Network leads', 'all maintainers', 'the community', 'Core team (Alice, Bob)', 'we', 'Technical Council',
  ])('sees many in "%s"', (text) => {
    expect(namesTeam(text)).toBe(true);
  });

  it.each(['@alice', 'Alice Smith', 'Alice Smith (Platform Team)', '@alice (core team)', '@alice from the core team', 'team lead', 'Steambert Allgood', 'Wei Wu'])(
    'sees no group in "%s"',
    (text) => {
      expect(namesTeam(text)).toBe(false);
    },
  );
});

describe('namesRole', () => {
  it.each(['Product Manager', 'the storage lead', 'CTO', 'Tech Lead.', 'Engineering Director'])('sees a role in "%s"', (text) => {
    expect(namesRole(text)).toBe(true);
  });

  it.each(['Alice Smith', '@alice, lead', 'Lead Alice', 'the person who was once said to be the lead'])('sees none in "%s"', (text) => {
    expect(namesRole(text)).toBe(false);
  });
});

describe('a text longer than any name', () => {
  it('is neither a group nor a role', () => {
    expect(namesTeam(`${'x '.repeat(300)}team`)).toBe(false);
    expect(namesRole(`${'x'.repeat(500)} lead`)).toBe(false);
  });
});

describe('an owner that is a group', () => {
  it('is marked as one and reported', () => {
    expect(read('Decision Owner: @acme/storage\n').decision.owners).toEqual([{ text: '@acme/storage', login: null, team: true, line: 1, column: 17 }]);
    expect(found('Decision Owner: @acme/storage\n')).toEqual(['decision-owner-person error']);
  });

  it('is a person where `people` says so', () => {
    expect(found('Decision Owner: Release Crew\n', { people: { 'Release Crew': 'alice' } })).toEqual([]);
  });
});
