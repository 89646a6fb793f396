import { describe, expect, it } from '@jest/globals';
import { found, owners, places, read } from '../support/lint-text.ts';

const field = (value: string): string => `# T\n\nDecision Owner: ${value}\n`;
const logins = (value: string, people: Record<string, string> = {}): (string | null)[] => {
  return read(field(value), { people }).decision.owners.map((owner) => owner.login);
};

describe('the text of an owner', () => {
  it.each([
    ['a handle', '@alice', ['@alice']],
    ['a name', 'Alice Smith', ['Alice Smith']],
    ['a bare word', 'alice', ['alice']],
    ['other scripts', '山田太郎', ['山田太郎']],
    ['parentheses, kept', 'Alice Smith (she/her)', ['Alice Smith (she/her)']],
    ['a company with a sign, kept', 'Alice Smith (Acme & Co)', ['Alice Smith (Acme & Co)']],
    ['a handle in parentheses', 'Alice Smith (@alice)', ['Alice Smith (@alice)']],
    ['an address', 'alice@example.org', ['alice@example.org']],
    ['an address in angle brackets', 'Alice <alice@example.org>', ['Alice alice@example.org']],
    ['a link, by its text', '[Alice Smith](https://example.org/alice)', ['Alice Smith']],
    ['a link by reference', '[Alice][a]\n\n[a]: https://github.com/alice', ['Alice']],
    ['a code span', '`@alice`', ['@alice']],
    ['bold and italics', '***Alice*** _Smith_', ['Alice Smith']],
    ['inline HTML', '<b>@alice</b>', ['@alice']],
    ['an image before it', '![face](a.png) @alice', ['@alice']],
    ['a comment after it', '@alice <!-- for now -->', ['@alice']],
    ['a footnote', '@alice[^1]\n\n[^1]: Since May.', ['@alice']],
    ['a full stop', '@alice.', ['@alice']],
    ['a question mark at the end', '@alice?', ['@alice']],
    ['guillemets', '«Alice Smith»', ['Alice Smith']],
    ['a comma at the end', 'Alice Smith,', ['Alice Smith']],
    ['a backslash at the end', 'Alice Smith \\', ['Alice Smith']],
    ['quotation marks', '"Alice Smith"', ['Alice Smith']],
    ['template braces', '{Alice Smith}', ['Alice Smith']],
    ['template brackets', '[Alice Smith]', ['Alice Smith']],
    ['template braces round a handle', '@{alice}', ['@alice']],
    ['braces round a list', '{@alice, @bob}', ['@alice', '@bob']],
    ['angle brackets round a handle', '<@alice>', ['@alice']],
    ['a stray dash', '-Alice', ['Alice']],
    ['an arrow from a former owner', '~~@bob~~ → @alice', ['@alice']],
    ['an emoji', '🚀 Alice Smith 🚀', ['Alice Smith']],
    ['spaces in a row', 'Alice   Smith', ['Alice Smith']],
    ['zero-width characters', '@al\u200Bice\u200B', ['@alice']],
    ['entities', 'P&amp;D &lt;lead&gt; Alice', ['P&D <lead> Alice']],
    ['a possessive', "Alice O'Neil", ["Alice O'Neil"]],
  ])('is the item as rendered: %s', (_, value, expected) => {
    expect(owners(field(value))).toEqual(expected);
  });

  it.each([
    ['struck out with tildes', '~~@bob~~', []],
    ['struck out beside another', '~~@bob~~, @alice', ['@alice']],
    ['struck out in HTML', '<del>@bob</del> @alice', ['@alice']],
    ['struck out with <s>', '<s>@bob</s> and @alice', ['@alice']],
    ['a comment alone', '<!-- @bob -->', []],
    ['a placeholder beside another', '@alice, TBD', ['@alice']],
  ])('leaves out what names nobody: %s', (_, value, expected) => {
    expect(owners(field(value))).toEqual(expected);
  });

  it.each([
    ['prose before a mention', 'The call is made by @alice after the review.', ['@alice']],
    ['prose after a mention', '@alice will decide on Friday.', ['@alice']],
    ['two mentions', 'it is up to @alice, unless @bob is back', ['@alice', '@bob']],
  ])('in a sentence is the mention alone: %s', (_, value, expected) => {
    expect(owners(field(value))).toEqual(expected);
  });

  it('in a sentence points at the mention', () => {
    expect(places(field('The call is made by @alice.'))).toEqual(['@alice 3:37']);
  });

  it.each([
    ['@alice, @Alice, @ALICE', ['@alice']],
    ['Alice Smith, alice  smith', ['Alice Smith']],
    ['Alice (@alice) and @alice', ['Alice (@alice)']],
    ['@alice, Alice', ['@alice', 'Alice']],
    ['@alice, @bob, @alice', ['@alice', '@bob']],
  ])('is merged where it is repeated: %s', (value, expected) => {
    expect(owners(field(value))).toEqual(expected);
  });
});

describe('the login of an owner', () => {
  it.each<[string, string, string | null]>([
    ['a handle', '@alice', 'alice'],
    ['a handle as it was written', '@Alice', 'Alice'],
    ['a handle with digits and hyphens', '@a-1-b', 'a-1-b'],
    ['the handle of a managed user', '@alice_acme', 'alice_acme'],
    ['a handle in parentheses', 'Alice Smith (@alice)', 'alice'],
    ['the handle outside the parentheses', '@alice (for @bob)', 'alice'],
    ['a handle before a possessive', "@alice's call", 'alice'],
    ['a profile link', '[Alice](https://github.com/alice)', 'alice'],
    ['a profile link with www and a slash', '[Alice](http://www.GitHub.com/alice/)', 'alice'],
    ['a profile link with a query', '[Alice](https://github.com/alice?tab=repositories)', 'alice'],
    ['a profile link by reference', '[Alice][a]\n\n[a]: https://github.com/alice', 'alice'],
    ['a profile link spelled out', 'https://github.com/alice', 'alice'],
    ['a profile link in angle brackets', '<https://github.com/alice>', 'alice'],
    ['a profile link in parentheses', 'Alice (https://github.com/alice)', 'alice'],
    ['a link of a handle to elsewhere', '[@alice](https://example.org)', 'alice'],
    ['a link to a repository', '[Alice](https://github.com/acme/queue)', null],
    ['a link to another forge', '[Alice](https://gitlab.com/alice)', null],
    ['an address', 'alice@example.org', null],
    ['a name', 'Alice Smith', null],
    ['a bare word', 'alice', null],
    ['a team', '@acme/storage', null],
    ['an address in the fediverse', '@alice@example.social', null],
    ['a handle that begins with a hyphen', '@-alice', null],
    ['a handle of forty characters', `@${'a'.repeat(40)}`, null],
    ['a full-width at sign', '＠alice', null],
  ])('comes from %s', (_, value, login) => {
    expect(logins(value)).toEqual([login]);
  });

  it.each([
    ['a name', 'Alice Smith'],
    ['a name in another case', 'ALICE  smith'],
    ['a name with parentheses', 'Alice Smith (Acme)'],
    ['an address', 'alice@example.org'],
    ['an address beside a name that nobody knows', 'A. Smith (alice@example.org)'],
    ['a bare word', 'asmith'],
  ])('comes from `people` for %s', (_, value) => {
    expect(logins(value, { 'Alice Smith': '@alice', 'alice@example.org': 'alice', asmith: 'alice' })).toEqual(['alice']);
  });

  it('is never that of a property that every object has', () => {
    expect(logins('constructor')).toEqual([null]);
  });

  it('makes a handle and a mapped name one person', () => {
    expect(owners(field('@alice, Alice Smith'), { people: { 'Alice Smith': 'alice' } })).toEqual(['@alice']);
  });
});

describe('a value with many people', () => {
  it('names each, and counts them', () => {
    const many = Array.from({ length: 500 }, (_, index) => `@dev-${index}`);
    expect(owners(field(many.join(', ')))).toEqual(many);
    expect(found(field(many.join(', ')))).toEqual(['decision-owner-single error']);
  });

  it('keeps places apart after an entity', () => {
    const many = Array.from({ length: 50 }, (_, index) => `@dev-${index}`);
    const text = field(`A&amp;B, ${many.join(', ')}`);
    const { decision } = read(text);
    const line = text.split('\n')[2] ?? '';
    expect(decision.owners.slice(1).map((owner) => line.slice(owner.column - 1, owner.column - 1 + owner.text.length))).toEqual(many);
  });
});
