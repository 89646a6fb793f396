import { describe, expect, it } from '@jest/globals';
import { decided } from '../support/lint-text.ts';

describe('a heading that is a field', () => {
  it.each([
    ['over a mention', '## Decision Owner\n\n@alice\n', '@alice'],
    ['over a name', '## Decision Owner\n\nAlice Liddell\n', 'Alice Liddell'],
    ['over a name with particles', '## Decision Owner\n\nLudwig van der Rohe\n', 'Ludwig van der Rohe'],
    ['over a list of people', '## Decision Owner\n\n- @alice\n- Bob Jones\n', '@alice | Bob Jones'],
    ['over a list with blank lines', '## Decision Owner\n\n- @alice\n\n- @bob\n', '@alice | @bob'],
    ['over a short line of names', '## Decision Owner\n\nAlice, Bob and Carol\n', 'Alice | Bob | Carol'],
    ['over a sentence that begins with a mention', '## Decision Owner\n\n@alice decides this, because she knows.\n', '@alice'],
    ['over a team', '## Decision Owner\n\nThe platform team\n', 'The platform team'],
    ['over an address', '## Decision Owner\n\nalice@example.org\n', 'alice@example.org'],
    ['over a placeholder', '## Decision Owner\n\nTBD\n', 'placeholder'],
    ['over a placeholder in brackets', '## Decision Owner\n\n[Name here]\n', 'placeholder'],
    ['over nothing, at the end', '## Decision Owner\n', 'placeholder'],
    ['over nothing, before the next heading', '## Decision Owner\n\n## Motivation\n\nText.\n', 'placeholder'],
    ['over a comment alone', '## Decision Owner\n\n<!-- fill in -->\n', 'placeholder'],
    ['over a comment and a mention', '## Decision Owner\n\n<!-- fill in -->\n\n@alice\n', '@alice'],
    ['over a name above prose', '## Decision Owner\n\nAlice Liddell\nShe makes the final call after hearing everybody else.\n', 'Alice Liddell'],
    ['with its value after a colon', '## Decision Owner: @alice\n', '@alice'],
    ['with a colon and the value below', '## Decision Owner:\n\n@alice\n', '@alice'],
    ['with a number', '## 3. Decision Owner\n\n@alice\n', '@alice'],
    ['with a number in parts', '### 1.2.3 Decision Owner\n\n@alice\n', '@alice'],
    ['with a number and a parenthesis', '## 1) Decision Owner\n\n@alice\n', '@alice'],
    ['closed by number signs', '## Decision Owner ##\n\n@alice\n', '@alice'],
    ['as a link', '## [Decision Owner](https://example.org)\n\n@alice\n', '@alice'],
    ['with the name of its place', '## Decision Owner {#owner}\n\n@alice\n', '@alice'],
    ['with an anchor in HTML', '## <a name="owner"></a>Decision Owner\n\n@alice\n', '@alice'],
    ['with an emoji', '## 👑 Decision Owner\n\n@alice\n', '@alice'],
    ['underlined with equals signs', 'Decision Owner\n===\n\n@alice\n', '@alice'],
    ['underlined with hyphens', 'Decision Owner\n---\n\n@alice\n', '@alice'],
    ['underlined, over two lines', 'Decision\nOwner\n---\n\n@alice\n', '@alice'],
    ['at the sixth level', '###### Decision Owner\n\n@alice\n', '@alice'],
    ['with the paragraph at once', '## Decision Owner\n@alice\n', '@alice'],
    ['with line ends of Windows', '## Decision Owner\r\n\r\n@alice\r\n', '@alice'],
  ])('%s', (_, text, expected) => {
    expect(decided(text)).toBe(`heading 1: ${expected}`);
  });
});

describe('a heading like any other', () => {
  it.each([
    ['over prose', '## Decision Owner\n\nThe decision owner makes the final call after hearing input.\n'],
    ['over prose that begins with a name', '## Decision Owner\n\nAlice Liddell decides this, because she knows it best.\n'],
    ['over a list of sentences', '## Decision Owner\n\n- The owner decides.\n- The owner listens to everybody.\n'],
    ['over a table', '## Decision Owner\n\n| Name | Role |\n|---|---|\n| @alice | lead |\n'],
    ['over code', '## Decision Owner\n\n```\n@alice\n```\n'],
    ['over a quote', '## Decision Owner\n\n> @alice\n'],
    ['over a deeper heading', '# Decision Owner\n\n## Duties\n\nMany.\n'],
    ['over a rule', '## Decision Owner\n\n***\n\n@alice\n'],
    ['with a word more', '## The Decision Owner\n\n@alice\n'],
    ['with a word after', '## Decision Owner duties\n\n@alice\n'],
    ['in code', '## `Decision Owner`\n\n@alice\n'],
    ['of ownership', '## Decision ownership\n\n@alice\n'],
    ['with seven number signs', '####### Decision Owner\n\n@alice\n'],
    ['without a space', '##Decision Owner\n\n@alice\n'],
    ['in a list', '- ## Decision Owner\n\n  @alice\n'],
  ])('%s', (_, text) => {
    expect(decided(text)).toBe('absent');
  });
});
