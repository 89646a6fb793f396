import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { commandHelp } from '../../src/render/command-help.ts';
import { commandList } from '../../src/render/command-list.ts';
import { markdownMessage } from '../../src/render/markdown-message.ts';
import { codeSpan } from '../../src/render/users-words.ts';

describe('commandList', () => {
  it('has an item for each command, and says who members are', () => {
    const text = commandList([{ usage: '/dri take', help: 'Become it with `@`.', who: 'members' }, { usage: '/owner @user WHY', help: 'Name another.', who: 'nobody else' }]);
    expect(text).toMatch(/^- `\/dri take`: Become it with `@`\. For members\.\n- `\/owner @user WHY`: Name another\. For nobody else\.\n\nMembers are the author, .*\.$/);
  });

  it('leaves out what nobody may use', () => {
    expect(commandList([{ usage: '/x', help: 'X.', who: '' }])).toBe('');
  });

  it('stays within its room', () => {
    const text = commandList(Array.from({ length: 200 }, (_, index) => ({ usage: `/command-${index}`, help: 'Do something.', who: 'anyone' })));
    expect(text.length).toBeLessThan(5_000);
    expect(text).toMatch(/\n- … and \d+ more$/);
  });

  it.each(commandHelp(defaultConfig).map((command) => [command.usage, command] as const))('shows the words of %s as they stand: nothing in them is markup by mistake', (_, { usage, help }) => {
    expect([`\`${usage}\``, help]).toEqual([codeSpan(usage), markdownMessage(help)]);
  });
});
