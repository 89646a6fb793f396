import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { rolesExplained, rolesInWords } from '../../src/render/roles.ts';

describe('rolesInWords', () => {
  it.each([
    [['dri', 'triage'], 'the temporary DRI or people with triage rights'],
    [['@acme/infra'], '@\u200bacme/infra'],
    [['nobody'], ''],
    [[], ''],
  ])('puts %j in words', (who, expected) => {
    expect(rolesInWords(who)).toBe(expected);
  });

  // A role without words would show as a name.
  it.each(Object.entries(defaultConfig.commands))('has words for those who may use %s', (_command, who) => {
    expect(rolesInWords(who)).toMatch(/^[A-Za-z ,]+$/);
  });
});

describe('rolesExplained', () => {
  it('says who members are', () => {
    expect(rolesExplained(['members', 'dri'])).toMatch(/^members or the temporary DRI \(members are the author, .*\)$/);
  });
});
