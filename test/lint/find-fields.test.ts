import { describe, expect, it } from '@jest/globals';
import { decided, found, owners, places, read } from '../support/lint-text.ts';

describe('the form of a field', () => {
  it.each([
    ['bold, the colon after', '# T\n\n**Decision Owner**: @alice\n', 'bold 3: @alice'],
    ['bold, the colon inside', '# T\n\n**Decision Owner:** @alice\n', 'bold 3: @alice'],
    ['bold with underscores', '__Decision Owner__: @alice\n', 'bold 1: @alice'],
    ['bold and italic', '***Decision Owner***: @alice\n', 'bold 1: @alice'],
    ['bold, value and all', '**Decision Owner: @alice**\n', 'bold 1: @alice'],
    ['bold in two parts', '**Decision** **Owner**: @alice\n', 'bold 1: @alice'],
    ['bold, a dash after it', '**Decision Owner** — Alice Smith\n', 'bold 1: Alice Smith'],
    ['bold, a footnote after it', '**Decision Owner**[^1]: @alice\n\n[^1]: A note.\n', 'bold 1: @alice'],
    ['bold, a mention after it', '**Decision Owner** @alice\n', 'bold 1: @alice'],
    ['bold in a list', '- **Decision Owner**: @alice\n', 'bold 1: @alice'],
    ['bold as a heading over people', '**Decision Owner**\n\n@alice\n', 'bold 1: @alice'],
    ['plain', '# T\n\nDecision Owner: @alice\n', 'plain 3: @alice'],
    ['plain, in italics', '*Decision Owner*: @alice\n', 'plain 1: @alice'],
    ['plain, a space before the colon', 'Decision Owner : @alice\n', 'plain 1: @alice'],
    ['plain, a full-width colon', 'Decision Owner：@alice\n', 'plain 1: @alice'],
    ['plain, two colons', 'Decision Owner:: @alice\n', 'plain 1: @alice'],
    ['plain, in HTML that marks up text', '<b>Decision Owner</b>: @alice\n', 'plain 1: @alice'],
    ['list with a hyphen', '- Decision Owner: @alice\n', 'list 1: @alice'],
    ['list with an asterisk', '* Decision Owner: @alice\n', 'list 1: @alice'],
    ['list with a plus', '+ Decision Owner: @alice\n', 'list 1: @alice'],
    ['numbered list', '1. Decision Owner: @alice\n', 'list 1: @alice'],
    ['list in a list', '- Header\n  - Decision Owner: @alice\n', 'list 2: @alice'],
    ['task', '- [x] Decision Owner: @alice\n', 'list 1: @alice'],
    ['task that is not done', '- [ ] **Decision Owner**: @alice\n', 'bold 1: @alice'],
    ['table', '| Field | Value |\n|---|---|\n| Decision Owner | @alice |\n', 'table 3: @alice'],
    ['heading', '## Decision Owner\n\n@alice\n', 'heading 1: @alice'],
    ['front matter', '---\ndecision-owner: alice\n---\n', 'frontmatter 2: alice'],
    ['linked label', '**[Decision Owner](https://example.org/roles)**: @alice\n', 'bold 1: @alice'],
    ['after other lines of its paragraph', 'Status: open\nDecision Owner: @alice\nStage: 1\n', 'plain 2: @alice'],
    ['after a line break in HTML', '**Author:** @bob<br>**Decision Owner:** @alice<br>**Stage:** 1\n', 'bold 1: @alice'],
    ['after another bold field on its line', '**Author**: @bob **Decision Owner**: @alice **Stage**: 1\n', 'bold 1: @alice'],
    ['before another bold field, a dot between', '**Decision Owner**: @alice · **Status**: open\n', 'bold 1: @alice'],
    ['in a section that is folded', '<details>\n<summary>Facts</summary>\n\nDecision Owner: @alice\n\n</details>\n', 'plain 4: @alice'],
  ])('%s', (_, text, expected) => {
    expect(decided(text)).toBe(expected);
  });
});

describe('what is no field', () => {
  it.each([
    ['a fence', '```\nDecision Owner: @alice\n```\n'],
    ['a fence with tildes that never ends', '~~~\nDecision Owner: @alice\n'],
    ['a fence in a list', '- Like so:\n\n  ```\n  Decision Owner: @alice\n  ```\n'],
    ['indented code', '# T\n\n    Decision Owner: @alice\n'],
    ['inline code', '`Decision Owner: @alice`\n'],
    ['a label in inline code', '`Decision Owner`: @alice\n'],
    ['a comment', '<!-- Decision Owner: @alice -->\n'],
    ['a comment over lines', '<!--\nDecision Owner: @alice\n-->\n'],
    ['a comment that never ends', '<!--\n\nDecision Owner: @alice\n'],
    ['preformatted text in HTML', '<pre>\nDecision Owner: @alice\n</pre>\n'],
    ['a block of HTML', '<div>\nDecision Owner: @alice\n</div>\n'],
    ['a table of contents', '- [Decision Owner](#decision-owner)\n- [Motivation](#motivation)\n'],
    ['a link to a section with a colon', '[Decision Owner](#decision-owner): @alice\n'],
    ['a struck-out label', '~~Decision Owner~~: @alice\n'],
    ['a struck-out line', '~~Decision Owner: @alice~~\n'],
    ['prose that ends in the words', 'Ask the decision owner: @alice knows.\n'],
    ['prose that begins with more words', 'Our decision owner: @alice\n'],
    ['prose without a colon', 'The decision owner is @alice.\n'],
    ['bold words in prose', 'The **Decision Owner** decides after hearing @alice.\n'],
    ['words that only contain the label', '**Decision Ownership**: @alice\n'],
    ['a definition of a link', '[Decision Owner]: https://example.org\n'],
    ['the words alone', 'Decision Owner\n'],
    ['a task that speaks of the owner', '- [ ] Decision Owner has approved\n'],
    ['other letters that look the same', 'Dеcision Owner: @alice\n'],
    ['a footnote text', 'Text.[^1]\n\n[^1]: See the Decision Owner: @alice\n'],
    ['an empty document', ''],
    ['white space', ' \n\t\n'],
  ])('%s', (_, text) => {
    expect(decided(text)).toBe('absent');
    expect(found(text)).toEqual(['decision-owner-required error']);
  });
});

describe('a quote', () => {
  it.each([
    ['at the very start', '> **Decision Owner**: @alice\n', 'bold 1: @alice'],
    ['under the title', '# T\n\n> Decision Owner: @alice\n\nText.\n', 'plain 3: @alice'],
    ['after front matter and a comment', '---\nid: 1\n---\n\n<!-- c -->\n\n> Decision Owner: @alice\n', 'plain 7: @alice'],
    ['after another quote', '> Note\n\n> Decision Owner: @alice\n', 'plain 3: @alice'],
    ['with a list in it', '> - Decision Owner: @alice\n', 'list 1: @alice'],
    ['with a table in it', '> | Decision Owner | @alice |\n> |---|---|\n', 'table 1: @alice'],
    ['as an alert', '> [!NOTE]\n> Decision Owner: @alice\n', 'plain 2: @alice'],
    ['after a paragraph', '# T\n\nText.\n\n> Decision Owner: @alice\n', 'absent'],
    ['after a second heading', '# T\n\n## Motivation\n\n> Decision Owner: @alice\n', 'absent'],
    ['inside a list', '- Someone said:\n\n  > Decision Owner: @alice\n', 'absent'],
    ['with a heading in it', '> # Decision Owner\n> @alice\n', 'absent'],
  ])('counts at the head of a document alone: %s', (_, text, expected) => {
    expect(decided(text)).toBe(expected);
  });
});

describe('a value on the next line', () => {
  it.each([
    ['the value is empty so far', '**Decision Owner**:\n@alice\n', ['@alice']],
    ['the value ends in a comma', 'Decision Owner: @alice,\n@bob\n', ['@alice', '@bob']],
    ['the value ends in "and"', 'Decision Owner: Alice Smith and\nBob Jones\n', ['Alice Smith', 'Bob Jones']],
    ['the value ends in a slash', 'Decision Owner: Alice /\nBob\n', ['Alice', 'Bob']],
    ['the value ends in an ampersand', 'Decision Owner: Alice &\nBob\n', ['Alice', 'Bob']],
    ['the next line begins with "and"', 'Decision Owner: Alice,\nand Bob\n', ['Alice', 'Bob']],
    ['three lines go on', 'Decision Owner: @alice,\n@bob,\n@carol\nand so on\n', ['@alice', '@bob', '@carol']],
    ['a quote goes on', '> Decision Owner: @alice,\n> @bob\n', ['@alice', '@bob']],
    ['a list item goes on', '- Decision Owner: @alice,\n  @bob\n', ['@alice', '@bob']],
    ['a list stands below a label', '**Decision Owner:**\n\n- @alice\n- @bob\n', ['@alice', '@bob']],
    ['a list stands below a label at once', 'Decision Owner:\n- @alice\n', ['@alice']],
    ['a list stands below a label in a list', '- Decision Owner:\n  - @alice\n  - @bob\n', ['@alice', '@bob']],
    ['a paragraph follows in the list item', '- Decision Owner:\n\n  @alice\n', ['@alice']],
    ['the line ends are those of Windows', 'Decision Owner:\r\n@alice\r\nText\r\n', ['@alice']],
    ['the line ends are those of an old Mac', '# T\r\rDecision Owner:\r@alice\rText\r', ['@alice']],
    ['the label itself is wrapped', '**Decision\nOwner**: @alice\nText\n', ['@alice']],
  ])('is read where %s', (_, text, expected) => {
    expect(owners(text)).toEqual(expected);
  });

  it.each([
    ['the value is whole', 'Decision Owner: @alice\n@bob comes later\n', ['@alice']],
    ['the form of the essay has its sentence below', '**Decision Owner**: Alice Smith\nResponsible for reviewing input, and for the final call.\n', ['Alice Smith']],
    ['the next line is a field of its own', 'Decision Owner: @alice,\nStatus: open\n', ['@alice']],
    ['the value is empty, and the next line a field', 'Decision Owner:\nStatus: open\n', []],
    ['a blank line stands between', 'Decision Owner:\n\n@alice says hello.\n', []],
    ['the list below is of something else', 'Decision Owner:\n\n- It has to be fast and cheap, whatever it takes\n', []],
    ['the list below is of fields', '- Decision Owner:\n  - Status: open\n', []],
    ['the next item is another field', '- Decision Owner:\n- Status: open\n', []],
    ['a hard line break ends it', 'Decision Owner: @alice\\\nStatus: open\n', ['@alice']],
  ])('is not read where %s', (_, text, expected) => {
    expect(owners(text)).toEqual(expected);
  });
});

describe('where an owner stands', () => {
  it.each([
    ['in columns from 1', '**Decision Owner**: @alice, @bob\n', ['@alice 1:21', '@bob 1:29']],
    ['counted in UTF-16 code units', '- 😀 Decision Owner: 🚀 @alice\n', ['@alice 1:25']],
    ['after entities', 'Decision Owner: A&amp;B &#x1F600; &lt;x&gt;, @alice\n', ['A&B 😀 <x> 1:17', '@alice 1:46']],
    ['after an entity that begins as what follows it', 'Decision Owner: &amp;amber, @alice\n', ['&amber 1:17', '@alice 1:29']],
    ['after an entity whose name begins as what follows it', 'Decision Owner: Alice,&nbsp;nina\n', ['Alice 1:17', 'nina 1:29']],
    ['after escapes', 'Decision Owner: Al\\_ice, \\@bob\n', ['Al_ice 1:17', '@bob 1:27']],
    ['after a label with an entity', 'Decision&nbsp;Owner: @alice\n', ['@alice 1:22']],
    ['on the second line', 'Decision Owner: @alice,\n    @bob\n', ['@alice 1:17', '@bob 2:5']],
    ['on the second line of a quote', '> Decision Owner: @alice,\n> @bob\n', ['@alice 1:19', '@bob 2:3']],
    ['in a code span', 'Decision Owner: `@alice`, `` @bob ``\n', ['@alice 1:18', '@bob 1:30']],
    ['in bold', 'Decision Owner: **@alice**\n', ['@alice 1:19']],
    ['in a link', 'Decision Owner: [@alice](https://example.org)\n', ['@alice 1:18']],
    ['after what is struck out', 'Decision Owner: ~~@bob~~ @alice\n', ['@alice 1:26']],
    ['after a byte order mark', '\uFEFFDecision Owner: @alice\n', ['@alice 1:17']],
    ['between line ends of Windows', '# T\r\n\r\nDecision Owner: @alice\r\n', ['@alice 3:17']],
    ['between line ends of an old Mac', '# T\r\rDecision Owner: @alice\r', ['@alice 3:17']],
    ['in a cell with a pipe', '| Field | Value |\n|---|---|\n| Decision Owner | a \\| b, @alice |\n', ['a | b 3:20', '@alice 3:28']],
    ['with nothing to end the last line', 'Decision Owner: @alice', ['@alice 1:17']],
  ])('is said %s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('is the line of the label for the field itself', () => {
    expect(read('# T\n\n**Decision Owner**:\n@alice\n').decision).toMatchObject({ field: 'Decision Owner', line: 3 });
  });

  it('keeps the label as written, without its colon', () => {
    expect(read('- DECISION   Owner :: @alice\n').decision.field).toBe('DECISION   Owner');
  });
});

describe('several fields', () => {
  it('are decided by the first in document order', () => {
    expect(decided('---\ndecision-owner: "@alice"\n---\n\nDecision Owner: @bob\n')).toBe('frontmatter 2: @alice');
    expect(decided('Decision Owner: @alice\n\n## Decision Owner\n\n@bob\n')).toBe('plain 1: @alice');
  });

  it('that name the same person agree', () => {
    expect(found('Decision Owner: @alice\n\n## Decision Owner\n\n@Alice\n')).toEqual([]);
  });

  it('that name different people are a finding', () => {
    expect(found('Decision Owner: @alice\n\n## Decision Owner\n\n@bob\n')).toEqual(['decision-owner-single error']);
  });

  it('of other kinds are reported under their keys, in document order', () => {
    const text = 'Topic: queues\nDecide by: 2026-12-01\n\n- Domain: api\n- Rung: consult\n- Consulted: @bob, @carol\n- Principles: one way\n- Review on: 2027-06-01\n';
    expect(Object.entries(read(text).fields)).toEqual([
      ['topic', { text: 'queues', line: 1 }],
      ['decideBy', { text: '2026-12-01', line: 2 }],
      ['domain', { text: 'api', line: 4 }],
      ['rung', { text: 'consult', line: 5 }],
      ['consulted', { text: '@bob, @carol', line: 6 }],
      ['principles', { text: 'one way', line: 7 }],
      ['outcomeReview', { text: '2027-06-01', line: 8 }],
    ]);
  });

  it.each([
    ['Decision deadline', 'decideBy'],
    ['Decision rule', 'rung'],
    ['To consult', 'consulted'],
    ['Outcome review', 'outcomeReview'],
  ])('%s is another name of %s', (label, key) => {
    expect(read(`**${label}**: something\n`).fields).toEqual({ [key]: { text: 'something', line: 1 } });
  });

  it('of one kind are reported by the first', () => {
    expect(read('Topic: one\n\nTopic: two\n').fields).toEqual({ topic: { text: 'one', line: 1 } });
  });
});
