import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { allowedIn, canDo, offeredTo, whoCan, type Ability } from '../../src/render/who-can.ts';

function allowed(commands: Partial<Config['commands']> = {}, dri: Partial<Config['dri']> = {}) {
  return allowedIn({ commands: { ...defaultConfig.commands, ...commands }, dri: { ...defaultConfig.dri, ...dri } });
}

const take: Ability = ['dri-take', 'take the role'];
const escalate: Ability = ['escalate', 'ask for help'];
const decide: Ability = ['decide', 'decide'];

describe('whoCan', () => {
  it.each<[string, readonly Ability[], Partial<Config['commands']>, string]>([
    ['names those who can do several things once', [take, escalate], {}, 'members can take the role or ask for help'],
    ['names each where they differ', [take, decide], {}, 'members can take the role and the Decision Owner can decide'],
    ['goes by the config', [take, escalate], { 'dri-take': ['triage'], escalate: ['author', '@acme/leads'] }, 'people with triage rights can take the role and the author or @\u200bacme/leads can ask for help'],
    ['leaves out what nobody may do', [take, escalate], { 'dri-take': ['nobody'] }, 'members can ask for help'],
    ['is empty where nobody may do any of it', [take], { 'dri-take': ['nobody'] }, ''],
  ])('%s', (_, abilities, commands, expected) => {
    expect(whoCan(abilities, allowed(commands))).toBe(expected);
  });

  it('counts the temporary DRI among those who decide, where the config lets them', () => {
    expect(whoCan([decide], allowed({}, { 'may-decide': true }))).toBe('the Decision Owner or the temporary DRI can decide');
  });

  it('names people as the caller wants them', () => {
    expect(whoCan([take], allowed({ 'dri-take': ['@alice'] }), (login) => login)).toBe('@alice can take the role');
  });
});

describe('canDo', () => {
  it('is a sentence, or none', () => {
    expect(canDo([take], allowed())).toEqual(['Members can take the role.']);
    expect(canDo([take], allowed({ 'dri-take': ['nobody'] }))).toEqual([]);
  });
});

describe('offeredTo', () => {
  it.each<[string, Config['commands']['dri-done'], string[]]>([
    ['says it plainly to whoever may', ['dri', 'triage'], ['It ends.']],
    ['says it plainly where anyone may', ['anyone'], ['It ends.']],
    ['says who it is for instead', ['triage'], ['It ends. For people with triage rights.']],
    ['says nothing where nobody may', ['nobody'], []],
  ])('%s', (_, who, expected) => {
    expect(offeredTo(['dri'], ['dri-done', 'It ends.'], allowed({ 'dri-done': who }))).toEqual(expected);
  });
});
