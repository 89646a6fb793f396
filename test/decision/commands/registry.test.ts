import { describe, expect, it } from '@jest/globals';
import { commands, meaningOf } from '../../../src/decision/commands/registry.ts';

/** The command and the rest of its text, the nearest one, or null. */
function meaning(line: string): string | null {
  const [, name = '', rest = ''] = /^\/(\S+)([\s\S]*)$/.exec(line) ?? [];
  const found = meaningOf({ name, rest });
  if (found.kind === 'none') return null;
  return found.kind === 'near' ? `near ${found.nearest}` : `${found.command.name}|${found.rest}`;
}

describe('meaningOf', () => {
  it.each([
    ['/dri', 'dri take|'],
    ['/dri take', 'dri take|'],
    ['/dri Take, please', 'dri take| please'],
    ['/dri for the review', 'dri take| for the review'],
    ['/dri until friday', 'dri take| until friday'],
    ['/dri\ntake a look', 'dri take|\ntake a look'],
    ['/dri hand @bob so it is', 'dri hand| @bob so it is'],
    ['/dri pass\nI am busy', 'dri pass|\nI am busy'],
    ['/decide accept it is good', 'decide| accept it is good'],
    ['/decide confirm', 'decide confirm|'],
    ['/withdraw', 'withdraw|'],
    ['/wait until friday for it', 'wait| until friday for it'],
  ])('reads %j', (line, expected) => {
    expect(meaning(line)).toBe(expected);
  });

  it.each([
    ['/dir take', 'near /dri take'],
    ['/dir', 'near /dri'],
    ['/dri tkae', 'near /dri take'],
    ['/dri asign @bob', 'near /dri assign'],
    ['/dri-take', 'near /dri take'],
    ['/dri whatever', 'near /dri'],
    ['/escalte to @bob', 'near /escalate'],
    ['/decied accept', 'near /decide'],
    ['/objct it is wrong', 'near /object'],
  ])('finds what %j probably meant', (line, expected) => {
    expect(meaning(line)).toBe(expected);
  });

  it.each(['/etc', '/usr', '/opt', '/var', '/home', '/tmp', '/dev', '/api', '/docs', '/src', '/assign @bob', '/lgtm', '/approve', '/close', '/label bug', '/retest', '/cc @bob', '/help', '/shrug'])(
    'leaves %j to others',
    (line) => {
      expect(meaning(line)).toBeNull();
    },
  );
});

describe('commands', () => {
  it('have one name each', () => {
    const names = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commands.map((command) => [command.name, command] as const))('/%s says how it is written, with an example that means it', (name, { usage, example }) => {
    expect(usage.startsWith(`/${name}`)).toBe(true);
    expect(meaning(example)).toMatch(new RegExp(`^${name}\\|`));
  });
});
