import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plainText } from '../../src/render/plain-text.ts';
import { anyText } from './any-report.ts';

describe('plainText', () => {
  it.each([
    ['leaves ordinary text alone', 'Zoë (she) decides: 決定 👩‍💻, #12', 'Zoë (she) decides: 決定 👩‍💻, #12'],
    ['shows an ANSI escape instead of sending it', '\u001b[31mred', String.raw`\u001b[31mred`],
    ['shows the one-character form of an escape', '\u009b2J', String.raw`\u009b2J`],
    ['shows what would reorder the line', 'a\u202eb\u2066c', String.raw`a\u202eb\u2066c`],
    ['keeps a message on its line', 'one\r\ntwo\tthree\u2028four', 'one two three four'],
    ['replaces half a character', 'a\ud83d!', 'a\ufffd!'],
    ['keeps runners from hearing a command', 'x ##[add-mask]y ##vso[task]z', 'x ## [add-mask]y ## vso[task]z'],
    ['leaves a heading alone', '## Owners [list]', '## Owners [list]'],
  ])('%s', (_behaviour, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('holds nothing that a terminal or a runner acts on, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|##[\w-]*\[/u);
      }),
    );
  });
});
