import { describe, expect, it } from '@jest/globals';
import { mentionsIn } from '../../scripts/simulate/mentions.ts';

describe('mentionsIn', () => {
  it.each<[string, string, readonly string[]]>([
    ['a mention', 'Hello @alice, and **@bob**.', ['alice', 'bob']],
    ['one in a list', '- @alice\n- [@bob](https://example.com)', ['alice', 'bob']],
    ['the same twice', '@alice @alice', ['alice']],
    ['none in code', '`/dri assign @alice`\n\n```\n@bob\n```', []],
    ['none in a comment', '<!-- @alice -->', []],
    ['none in an address', 'alice@example.com', []],
    ['none where a space of no width keeps it apart', '@\u200balice', []],
  ])('finds %s', (_, markdown, expected) => {
    expect(mentionsIn(markdown)).toEqual(expected);
  });
});
