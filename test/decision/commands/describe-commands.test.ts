import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../../src/config/schema.ts';
import { describeCommands } from '../../../src/decision/commands/describe-commands.ts';
import { commands } from '../../../src/decision/commands/registry.ts';

describe('describeCommands', () => {
  it('describes every command, in order', () => {
    expect(describeCommands(defaultConfig).map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
  });

  it('says who may use it, as the config has it', () => {
    const { dri, commands: who } = defaultConfig;
    const described = describeCommands({ dri: { ...dri, 'may-decide': true }, commands: { ...who, 'dri-take': ['@acme/infra'] } });
    expect(described.filter(({ name }) => ['dri take', 'dri help', 'decide'].includes(name)).map((one) => one.who)).toEqual([['@acme/infra'], ['anyone'], ['owner', 'dri']]);
  });
});
