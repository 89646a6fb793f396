import { describe, expect, it } from '@jest/globals';
import { decided, found, owners, places, read } from '../support/lint-text.ts';

const yaml = (content: string): string => `---\n${content}\n---\n\n# T\n`;
const toml = (content: string): string => `+++\n${content}\n+++\n\n# T\n`;

describe('front matter in YAML', () => {
  it.each([
    ['a word', 'decision-owner: alice', ['alice']],
    ['a handle in quotes', 'decision-owner: "@alice"', ['@alice']],
    ['a handle in single quotes', "decision-owner: '@alice'", ['@alice']],
    ['a handle without quotes, which is no YAML', 'decision-owner: @alice', ['@alice']],
    ['a comment after the value', 'decision-owner: alice # for now', ['alice']],
    ['a flow list', 'decision-owner: [alice, bob]', ['alice', 'bob']],
    ['a block list', 'decision-owner:\n  - "@alice"\n  - bob', ['@alice', 'bob']],
    ['a block list that is not indented', 'decision-owner:\n- "@alice"', ['@alice']],
    ['a block list of handles without quotes', 'decision-owner:\n  - @alice\n  - @bob', ['@alice', '@bob']],
    ['a flow list of handles without quotes', 'decision-owner: [@alice, @bob]', ['@alice', '@bob']],
    ['a flow list that never ends', 'decision-owner: [alice, "bob"', ['alice', 'bob']],
    ['an item that is not split further', 'decision-owner: ["Alice Smith, team lead", "Bob and Sons"]', ['Alice Smith, team lead', 'Bob and Sons']],
    ['a text that is split', 'decision-owner: Alice Smith, Bob Jones', ['Alice Smith', 'Bob Jones']],
    ['lines of a literal text', 'decision-owner: |\n  @alice\n  @bob', ['@alice', '@bob']],
    ['a folded text', 'decision-owner: >-\n  Alice\n  Smith', ['Alice Smith']],
    ['a text that goes on', 'decision-owner: Alice\n  Smith', ['Alice Smith']],
    ['names in braces', 'decision-owner: { Alice Smith, Bob Jones }', ['Alice Smith', 'Bob Jones']],
    ['an anchor', 'decision-owner: &who alice', ['alice']],
    ['an alias', 'author: &who alice\ndecision-owner: *who', ['alice']],
    ['an alias in a list', 'author: &who alice\ndecision-owner: [*who, bob]', ['alice', 'bob']],
    ['a tag', 'decision-owner: !!str alice', ['alice']],
    ['a number', 'decision-owner: 42', ['42']],
    ['escapes', 'decision-owner: "\\u0040alice"', ['@alice']],
    ['a mistake elsewhere', 'title: "one\ndecision-owner: alice', ['alice']],
    ['two colons elsewhere', 'title: a: b\ndecision-owner: alice', ['alice']],
    ['a tab before the key', '\tdecision-owner: alice', ['alice']],
    ['keys like those of every object', '__proto__: x\nconstructor: y\ndecision-owner: alice', ['alice']],
    ['nothing', 'decision-owner:', []],
    ['null', 'decision-owner: null', []],
    ['a tilde', 'decision-owner: ~', []],
    ['an empty text', 'decision-owner: ""', []],
    ['an empty list', 'decision-owner: []', []],
    ['a list of nothing', 'decision-owner:\n  -\n', []],
    ['a comment alone', 'decision-owner: # alice', []],
    ['a placeholder that YAML reads as a list', 'decision-owner: [Name here]', []],
    ['a placeholder that YAML reads as a map', 'decision-owner: {{ owner }}', []],
    ['an alias to nothing', 'decision-owner: *who', []],
  ])('reads %s', (_, content, expected) => {
    expect(owners(yaml(content))).toEqual(expected);
  });

  it.each([
    ['a key in a comment', '# decision-owner: alice'],
    ['a key inside another', 'meta:\n  decision-owner: alice'],
    ['a line of a text', 'about: |\n  decision-owner: alice'],
    ['a list at the top', '- decision-owner: alice'],
    ['no colon', 'decision-owner alice'],
    ['nothing at all', ''],
  ])('has no field in %s', (_, content) => {
    expect(decided(yaml(content))).toBe('absent');
  });

  it.each([
    ['the text of a word', 'decision-owner: alice', ['alice 2:17']],
    ['the inside of quotes', 'decision-owner: "@alice, @bob"', ['@alice 2:18', '@bob 2:26']],
    ['each item of a list', 'decision-owner:\n  - "@alice"\n  - bob', ['@alice 3:6', 'bob 4:5']],
    ['each item of a flow list', 'decision-owner: [alice, "bob"]', ['alice 2:18', 'bob 2:26']],
    ['each line of a literal text', 'decision-owner: |\n  @alice\n\n  @bob', ['@alice 3:3', '@bob 5:3']],
    ['a folded text', 'decision-owner: >\n  Alice\n  Smith, @bob', ['Alice Smith 3:3', '@bob 4:10']],
    ['what an alias stands for', 'author: &who alice\ndecision-owner: *who', ['alice 2:14']],
    ['a list that is no YAML', 'decision-owner:\n  - @alice\n  - @bob', ['@alice 3:5', '@bob 4:5']],
  ])('points at %s', (_, content, expected) => {
    expect(places(yaml(content))).toEqual(expected);
  });

  it.each([
    ['white space after the fences', '--- \ndecision-owner: alice\n---\t\n', 'frontmatter 2: alice'],
    ['line ends of Windows', '---\r\ndecision-owner: alice\r\n---\r\n', 'frontmatter 2: alice'],
    ['line ends of an old Mac', '---\rdecision-owner: alice\r---\r', 'frontmatter 2: alice'],
    ['a byte order mark', '\uFEFF---\ndecision-owner: alice\n---\n', 'frontmatter 2: alice'],
    ['nothing after it', '---\ndecision-owner: alice\n---', 'frontmatter 2: alice'],
    ['nothing in it', '---\n---\nDecision Owner: @alice\n', 'plain 3: @alice'],
    ['no end', '---\ndecision-owner: alice\n', 'absent'],
    ['a line before it', '\n---\ndecision-owner: alice\n---\n', 'absent'],
    ['four hyphens', '----\ndecision-owner: alice\n----\n', 'absent'],
    ['a space before the hyphens', ' ---\ndecision-owner: alice\n ---\n', 'absent'],
  ])('with %s', (_, text, expected) => {
    expect(decided(text)).toBe(expected);
  });

  it('that repeats a key is read by the first, and disagrees', () => {
    const text = yaml('decision-owner: "@alice"\ndecision-owner: "@bob"');
    expect(owners(text)).toEqual(['@alice']);
    expect(found(text)).toEqual(['decision-owner-single error']);
  });

  it('holds the other fields under keys of the same names', () => {
    const { fields } = read(yaml('decide_by: 2026-12-01\ntoConsult: [bob, carol]\nDomain: api\nprinciples:\n  - one way\n  - small steps'));
    expect(fields).toEqual({
      decideBy: { text: '2026-12-01', line: 2 },
      consulted: { text: 'bob, carol', line: 3 },
      domain: { text: 'api', line: 4 },
      principles: { text: 'one way, small steps', line: 5 },
    });
  });
});

describe('front matter in TOML', () => {
  it.each([
    ['a text', 'decision-owner = "@alice"', ['@alice']],
    ['a literal text', "decision_owner = '@alice'", ['@alice']],
    ['a list', 'decisionOwner = ["@alice", "Bob, lead"]', ['@alice', 'Bob, lead']],
    ['a list over lines', 'decision-owner = [\n  "@alice",\n  "@bob",\n]', ['@alice', '@bob']],
    ['a key in quotes', '"Decision Owner" = "alice"', ['alice']],
    ['a key in single quotes', "'decision owner' = 'alice'", ['alice']],
    ['a text over lines', 'decision-owner = """\n@alice,\n@bob"""', ['@alice', '@bob']],
    ['a comment', 'decision-owner = "alice" # for now', ['alice']],
    ['a number', 'decision-owner = 42', ['42']],
    ['an inline table', 'decision-owner = { name = "alice" }', ['alice']],
    ['a list in a list', 'decision-owner = [["alice"]]', ['alice']],
    ['a handle without quotes, which is no TOML', 'decision-owner = @alice', ['@alice']],
    ['a mistake elsewhere', 'title = "one\ndecision-owner = "alice"', ['alice']],
    ['an empty text', 'decision-owner = ""', []],
    ['an empty list', 'decision-owner = []', []],
    ['a placeholder', 'decision-owner = "TBD"', []],
  ])('reads %s', (_, content, expected) => {
    expect(owners(toml(content))).toEqual(expected);
  });

  it('has no field inside a table', () => {
    expect(decided(toml('[meta]\ndecision-owner = "alice"'))).toBe('absent');
  });

  it('points at the text inside the quotes', () => {
    expect(places(toml('decision-owner = [\n  "@alice", "@bob" ]'))).toEqual(['@alice 3:4', '@bob 3:14']);
  });

  it('keeps a date as it was written', () => {
    expect(read(toml('decide-by = 2026-12-01')).fields).toEqual({ decideBy: { text: '2026-12-01', line: 2 } });
  });

  it('is not read where it does not end', () => {
    expect(decided('+++\ndecision-owner = "alice"\n')).toBe('absent');
  });
});

describe('a document that is YAML as a whole', () => {
  const kep = { lint: { preset: 'kep' as const }, path: 'keps/1-queues/kep.yaml' };

  it('is read without fences', () => {
    expect(decided('title: Queues\napprovers:\n  - "@alice"\n', kep)).toBe('frontmatter 2: @alice');
  });

  it('is read line by line where it does not parse', () => {
    expect(owners('title: "Queues\napprovers:\n  # two of them\n  - @alice\n\n  - \'@bob\',\nstatus: open\n', kep)).toEqual(['@alice', '@bob']);
  });

  it('holds no Markdown', () => {
    expect(decided('about: |\n  text\n# Decision Owner\n', kep)).toBe('absent');
  });
});
