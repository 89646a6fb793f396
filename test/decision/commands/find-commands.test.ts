import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCommands } from '../../../src/decision/commands/find-commands.ts';
import { runs, seed } from '../../support/property-runs.ts';

/** What was found, as `name|rest`. */
function found(body: string): string[] {
  return findCommands(body).map(({ name, rest }) => `${name}|${rest}`);
}

describe('findCommands', () => {
  it.each<[string, string, string[]]>([
    ['a command alone', '/dri take', ['dri| take']],
    ['a command in capitals', '/DRI Take', ['dri| Take']],
    ['a command below a greeting', 'Hi all,\n/dri take', ['dri| take']],
    ['a command in a paragraph of its own', 'Hi all,\n\n/dri take\n\nBye.', ['dri| take']],
    ['several, in order', '/support\n/dri take\n/hold 2d wait', ['support|', 'dri| take', 'hold| 2d wait']],
    ['text that goes on below', '/object The rollback\ntakes a day.\nAnd more.\n\nNot this.', ['object| The rollback\ntakes a day.\nAnd more.']],
    ['Windows line ends', '/object one\r\ntwo\r\n/support\r\n', ['object| one\r\ntwo', 'support|']],
    ['up to three spaces before it', '   /support', ['support|']],
    ['a mark at the end of the word', '/support!\n\n/escalate: we are stuck', ['support|', 'escalate| we are stuck']],
    ['a command in a list item, on a line of its own', '- a\n\n  /support', ['support|']],
    ['a command below another in a list item, which is none', '1. /support\n   /abstain', ['abstain|']],
    ['a command right below a list', '- a\n- b\n/support', ['support|']],
    ['a command below a line of dashes', 'Title\n---\n/support', ['support|']],
    ['a command above a line of dashes', '/support\n---\nmore', ['support|']],
    ['a command after a line break', 'Well,\\\n/support', ['support|']],
    ['a command between HTML blocks', '<details>\n\n/support\n\n</details>', ['support|']],
    ['words in code in its text', '/object `a` and [b](c) *d*', ['object| `a` and [b](c) *d*']],
    ['no HTML comment in its text', '/object we <!-- hidden\n/support\n--> care', ['object| we  care']],
    ['other words as well', '/etc\n\n/foo bar', ['etc|', 'foo| bar']],
    ['the sentence', "Thanks. I'll take temporary DRI on this.", ['dri| take']],
    ['the sentence in bold', "**I'll take temporary DRI** on this", ['dri| take']],
    ['the sentence, and then a command', "I'll take temporary DRI on this\n/support", ['dri| take', 'support|']],
  ])('finds %s', (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ['no line', ''],
    ['the middle of a line', 'please /dri take'],
    ['a fence', '```\n/dri take\n```'],
    ['a fence that does not end', '~~~\n/dri take'],
    ['indented code', 'See:\n\n    /dri take'],
    ['inline code', '`/dri take`'],
    ['inline code over two lines', 'say `this\n/dri take\n` to them'],
    ['a quote', '> /dri take'],
    ['a quote that goes on without its mark', '> they said\n/dri take'],
    ['a quote in a list', '- > they said\n  > /dri take'],
    ['an HTML comment', '<!--\n/dri take\n-->'],
    ['an HTML comment over empty lines', '<!-- a\n\n/dri take\n\n-->'],
    ['an HTML comment within a line', 'well <!--\n/dri take\n--> so'],
    ['an HTML block', '<div>\n/dri take\n</div>'],
    ['a link', '[see\n/dri take](https://example.com)'],
    ['a picture', '![see\n/dri take](https://example.com/a.png)'],
    ['struck-out text', '~~well\n/dri take\nno~~'],
    ['a table', '| a |\n|---|\n| b |\n/dri take'],
    ['a list item', '- /dri take\n- /support'],
    ['a task', '- [ ] /dri take'],
    ['a heading', '# /dri take'],
    ['a footnote', 'a[^1]\n\n[^1]: x\n    /dri take'],
    ['a link definition', '[a]: /dri\n[b]: /dri "take\n/dri take"'],
    ['a path', '/usr/bin/env\n/home/alice'],
    ['an address', '/dri.example.com\n//dri'],
    ['an escaped slash', '\\/dri take'],
    ['a full-width slash', '／dri take'],
    ['another alphabet', '/dгi take\n/drі take'],
    ['hidden characters', '/\u200bdri take\n/d\u00adri take\n/dri\u200b take'],
    ['an entity', '&#47;dri take'],
    ['the sentence in a quote', "> I'll take temporary DRI on this"],
    ['the sentence in code', "`I'll take temporary DRI on this`"],
    ['the sentence in a fence', "```\nI'll take temporary DRI on this\n```"],
    ['the sentence in a link', "[I'll take temporary DRI on this](https://example.com)"],
    ['the sentence struck out', "~~I'll take temporary DRI on this~~"],
    ['the sentence with its end in code', "I'll take `temporary DRI`"],
  ])('finds nothing in %s', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it("leaves the sentence alone in another command's text", () => {
    expect(found("/dri hand @bob Thanks.\nI'll take temporary DRI on the next one.")).toEqual(["dri| hand @bob Thanks.\nI'll take temporary DRI on the next one."]);
  });

  it('shows the line as it was typed, cut to 100 characters', () => {
    expect(findCommands('  /Object   so   it\nis').map(({ line }) => line)).toEqual(['/Object so it']);
    const [typed] = findCommands(`/object ${'😀'.repeat(80)}`);
    expect(typed?.line).toMatch(/^\/object (?:😀){45}…$/u);
  });

  it.each([
    ['commands in lines', '/dri x\n', 100],
    ['commands in paragraphs', '/dri\n\n', 100],
    ['commands in fences', '```\n/dri\n```\n\n', 0],
    ['commands in lists', '- /dri take\n', 0],
    ['commands in tables', '| /dri |\n|---|\n/dri\n\n', 0],
    ['brackets', '/dri ](', 0],
    ['unclosed HTML', '/dri a <? ', 0],
    ['stars', '/dri *a', 0],
    ['quotes in quotes', '> '.repeat(500) + '/dri\n', 0],
    ['quotation marks', '“ temporary DRI ', 0],
    ['openings', 'hi all right @a ', 0],
  ])('reads 65,536 characters of %s, and no more of them than it needs', (_, part, count) => {
    const body = part.repeat(Math.ceil(65_536 / part.length)).slice(0, 65_536);
    expect(findCommands(body)).toHaveLength(count);
  });

  it('gives plain words in capped lines, whatever the text', () => {
    const part = fc.constantFrom('/dri', ' take', '\n', '\n\n', '> ', '- ', '`', '```\n', '<!--', '-->', '[', '](', ')', '*', '    ', '/', '|', '😀', "I'll take temporary DRI", '~~~', '\r\n', '\u0000');
    const bodies = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { name, line } of findCommands(body)) {
          expect(name).toMatch(/^[a-z][a-z_-]*$/);
          expect(line.length).toBeLessThanOrEqual(100);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: runs({ desk: 300, ci: 1000, long: 20_000 }), seed },
    );
  });

  it('finds nothing where every line is quoted', () => {
    const bodies = fc.array(fc.constantFrom('/dri take', "I'll take temporary DRI on this", '```', '', '<!--', 'text', '- /dri'), { maxLength: 12 });
    fc.assert(
      fc.property(bodies, (lines) => {
        expect(findCommands(lines.map((line) => `> ${line}`).join('\n'))).toEqual([]);
      }),
      { numRuns: runs({ desk: 200, ci: 500, long: 5000 }), seed },
    );
  });
});
