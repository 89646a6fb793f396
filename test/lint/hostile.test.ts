import { describe, expect, it } from '@jest/globals';
import { decided, found, owners, places, read } from '../support/lint-text.ts';

const field = 'Decision Owner: ';
const yaml = (content: string): string => `---\n${content}\n---\n\n# T\n`;
const toml = (content: string): string => `+++\n${content}\n+++\n\n# T\n`;
const many = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');

describe('text beyond what can be judged', () => {
  it.each([
    ['quotes 10,000 deep', `${'>'.repeat(10_000)} ${field}@alice\n`],
    ['quotes with spaces 10,000 deep', `${'> '.repeat(10_000)}${field}@alice\n`],
    ['lists 10,000 deep', `${'- '.repeat(10_000)}${field}@alice\n`],
    ['numbered lists 10,000 deep', `${'1. '.repeat(10_000)}${field}@alice\n`],
    ['100,000 opening brackets', `${field}${'['.repeat(100_000)}\n`],
    ['100,000 asterisks', `${field}${'*'.repeat(100_000)}x\n`],
    ['many runs of backticks', `${field}${many(500, (index) => `${'`'.repeat(index)} `)}\n`],
    ['100,000 tags', `${field}${'<b>'.repeat(100_000)}\n`],
    ['a table of 50,000 columns', `| Decision Owner |${' a |'.repeat(50_000)}\n|---|${'---|'.repeat(50_000)}\n`],
    ['100,000 fields in one paragraph', `${field}@alice\n`.repeat(100_000)],
    ['metadata with 20,000 brackets', yaml(`decision-owner: ${'['.repeat(20_000)}`)],
    ['metadata with braces 150 deep', yaml(`decision-owner: ${'{a: '.repeat(150)}`)],
    ['metadata with lists 20,000 deep', yaml(`decision-owner:\n${'- '.repeat(20_000)}`)],
    ['metadata of a megabyte', yaml(`title: ${'x'.repeat(1 << 20)}\ndecision-owner: alice`)],
    ['TOML with 20,000 brackets', toml(`decision-owner = ${'['.repeat(20_000)}`)],
  ])('is said to be too complex: %s', (_, text) => {
    expect(found(text)).toContain('document-too-complex error');
    expect(found(text)).not.toContain('decision-owner-required error');
  });

  it.each([
    ['deep quotes', `${'>'.repeat(10_000)} text\n\n`],
    ['a line of a megabyte', `${'x'.repeat(1 << 20)}\n\n`],
    ['a million empty lines', '\n'.repeat(1_000_000)],
    ['brackets', `${'['.repeat(100_000)}\n\n`],
    ['comments that close', '<!-- x -->\n'.repeat(20_000) + '\n'],
    ['half a million NUL characters', `${'\0'.repeat(500_000)}\n\n`],
    ['20,000 headings', '# Title\n'.repeat(20_000)],
    ['20,000 tables', '| a |\n|---|\n\n'.repeat(20_000)],
    ['lists 2,000 deep, each on its line', `${many(2_000, (index) => `${' '.repeat(index * 2)}- a\n`)}\n`],
  ])('hides no field that stands after it: %s', (_, before) => {
    const line = before.split('\n').length;
    expect(places(`${before}${field}@alice\n`)).toEqual([`@alice ${line}:17`]);
  });
});

describe('a value', () => {
  it.each([
    ['100,000 parentheses', `${'('.repeat(100_000)}@alice`],
    ['100,000 full stops', `${'. '.repeat(100_000)}x`],
    ['100,000 capital letters', 'A '.repeat(100_000)],
    ['100,000 at signs in a chain', '@a'.repeat(100_000)],
    ['100,000 halves of an address', 'a@'.repeat(100_000)],
    ['an address without end', `a@${'a.'.repeat(100_000)}`],
    ['100,000 zero-width spaces', `${'\u200B'.repeat(100_000)}x`],
    ['100,000 emoji', `${'😀 '.repeat(50_000)}x`],
    ['100,000 braces', `{${','.repeat(100_000)}x`],
    ['100,000 spaces in the middle', `x${' '.repeat(100_000)}y`],
    ['100,000 pluses', `x${'+'.repeat(100_000)}y`],
  ])('of one odd item is one item: %s', (_, value) => {
    expect(read(`${field}${value}\n`).decision).toMatchObject({ present: true, owners: [expect.anything()] });
  });

  it.each([
    ['100,000 commas', `${','.repeat(100_000)}@alice`],
    ['100,000 spaces', `${' '.repeat(100_000)}@alice`],
    ['100,000 no-break spaces', `${'\u00A0'.repeat(100_000)}@alice`],
    ['a placeholder without end', `TBD, @alice${' '.repeat(100_000)}`],
  ])('names the person in it: after or before %s', (_, value) => {
    expect(owners(`${field}${value}\n`)).toEqual(['@alice']);
  });

  it.each([
    ['100,000 at signs', '@'.repeat(100_000)],
    ['100,000 question marks', '?'.repeat(100_000)],
    ['40,000 entities', '&amp;'.repeat(40_000)],
    ['100,000 emoji', '😀'.repeat(50_000)],
  ])('of signs alone names nobody: %s', (_, value) => {
    expect(decided(`${field}${value}\n`)).toBe('plain 1: placeholder');
  });

  it('of 20,000 people names them all', () => {
    expect(owners(`${field}&amp;, ${many(20_000, (index) => `@a${index}, `)}`)).toHaveLength(20_000);
  });

  it('of a megabyte names the first people in it, and says that it is too complex', () => {
    const text = `# T\n\n${field}${'@alice, '.repeat(131_072)}\n`;
    expect(owners(text)).toEqual(['@alice']);
    expect(found(text)).toEqual(['document-too-complex error']);
  });

  it('of one person with ten thousand roles is one person', () => {
    expect(owners(`${field}Alice, ${'lead, '.repeat(10_000)}\n`)).toHaveLength(1);
  });
});

describe('a label', () => {
  it.each([
    ['with 100,000 spaces in it', `Decision${' '.repeat(100_000)}Owner: @alice\n`],
    ['with 100,000 zero-width spaces in it', `Decision${'\u200B'.repeat(100_000)} Owner: @alice\n`],
    ['with 100,000 line ends in it', `Decision${'\n'.repeat(100_000)}Owner: @alice\n`],
    ['begun 50,000 times', `${'Decision '.repeat(50_000)}\n`],
    ['begun on 20,000 lines', 'Decision\n'.repeat(20_000)],
    ['of 40,000 entities', `${'&#68;'.repeat(40_000)}: @alice\n`],
    ['after 200,000 number signs', `${'#'.repeat(200_000)} Decision Owner\n`],
    ['behind half a character', '\uD800Decision Owner: @alice\n'],
  ])('is none %s', (_, text) => {
    expect(decided(text)).toBe('absent');
  });
});

describe('metadata', () => {
  it('does not expand aliases of aliases', () => {
    const letters = 'abcdefghijklmnop'.split('');
    const bomb = letters.slice(1).map((letter, index) => `${letter}: &${letter} [${Array<string>(9).fill(`*${letters[index] ?? 'a'}`).join(',')}]`);
    const text = yaml(['a: &a [x,x,x,x,x,x,x,x,x]', ...bomb, 'decision-owner: "@alice"', 'decider: *p'].join('\n'));
    expect(owners(text)).toEqual(['@alice']);
  });

  it.each([
    ['an alias of itself', 'decision-owner: &a [*a]'],
    ['an alias of its own map', 'a: &a {<<: *a}\ndecision-owner: &b {c: *b}'],
    ['90 lists in lists', `decision-owner: ${'['.repeat(45)}x${']'.repeat(45)}`],
    ['10,000 quotation marks', `decision-owner: "${'\\"'.repeat(10_000)}`],
    ['10,000 colons', `decision-owner: ${': '.repeat(10_000)}`],
    ['10,000 comments', `decision-owner: ${' #'.repeat(10_000)}`],
    ['10,000 fields', 'decision-owner: alice\n'.repeat(10_000)],
    ['10,000 nested fields', `x:\n${'  decision-owner: alice\n'.repeat(10_000)}`],
    ['NUL characters', 'decision-owner: "\0"'],
    ['half a character', 'decision-owner: "\uD800"'],
    ['a question mark key', '? [decision-owner]\n: alice\ndecision-owner: alice'],
    ['two documents', 'decision-owner: alice\n--- # more\ndecision-owner: bob'],
    ['directives', '%YAML 1.2\n%TAG ! x\ndecision-owner: alice'],
  ])('is read whatever is in it: %s', (_, content) => {
    expect(read(yaml(content)).decision).toMatchObject({ present: true, form: 'frontmatter' });
  });

  it.each([
    ['100,000 spaces after the key', yaml(`decision-owner${' '.repeat(100_000)}x`)],
    ['100,000 spaces after a TOML key', toml(`decision-owner${' '.repeat(100_000)}x`)],
    ['no end, and 50,000 lines', `---\n${'a: b\n'.repeat(50_000)}`],
    ['ends that are none', `---\n${'--- \t'.repeat(50_000)}`],
  ])('without a field is read as such: %s', (_, text) => {
    expect(decided(text)).toBe('absent');
  });
});

describe('suppressions', () => {
  it.each([
    ['5,000 that never end', '<!-- unpause-disable '.repeat(5_000)],
    ['one with 100,000 spaces', `<!-- unpause-disable${' '.repeat(100_000)}x -->`],
    ['one with 100,000 spaces in its reason', `<!-- unpause-disable nothing: a${' '.repeat(100_000)}b -->`],
  ])('change nothing else: %s', (_, comments) => {
    expect(decided(`${field}@alice\n\n${comments}\n`)).toBe('plain 1: @alice');
  });

  it('with 10,000 rules are each judged', () => {
    const { findings } = read(`${field}@alice\n\n<!-- unpause-disable ${'x,'.repeat(10_000)}: y -->\n`);
    expect(findings.filter(({ rule }) => rule === 'suppression')).toHaveLength(10_001);
  });
});

describe('characters that are none', () => {
  it.each([
    ['a NUL', `${field}\0@alice\0\n`],
    ['half of a pair before', `${field}\uD800 @alice\n`],
    ['half of a pair after', `${field}@alice \uDC00\n`],
    ['a noncharacter', `${field}@alice \uFFFF\n`],
  ])('leave the handle as it is: %s', (_, text) => {
    expect(read(text).decision.owners.map(({ login }) => login)).toEqual(['alice']);
  });

  it('do not move the lines: lone carriage returns, line separators, form feeds', () => {
    expect(places(`a\rb\r\n\r${field}@alice`)).toEqual(['@alice 4:17']);
    expect(places(`a\u2028b\u2029c\u0085d\f\v\n\n${field}@alice`)).toEqual(['@alice 3:17']);
  });
});
