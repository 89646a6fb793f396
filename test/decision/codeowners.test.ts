import { describe, expect, it } from '@jest/globals';
import { codeownersOf } from '../../src/decision/codeowners.ts';

/** What GitHub's own documentation uses as its example, in other names. */
const example = `# A comment
*       @global-one @global-two
*.js    @js-owner #an inline comment
*.go    go@example.com
*.txt   @acme/octocats
/build/logs/ @logs
docs/*  @docs-flat
apps/   @apps
/docs/  @docs
/scripts/ @scripts @apps
**/logs @logs-anywhere
/apps/ @apps
/apps/github
`;

describe('codeownersOf', () => {
  it.each<[string, string, string[]]>([
    ['falls back to whoever owns everything', 'some/deep/file.rb', ['global-one', 'global-two']],
    ['matches a file by its ending at any depth', 'src/a/b.js', ['js-owner']],
    ['takes no address for a login', 'main.go', []],
    ['names a team', 'notes/a.txt', ['acme/octocats']],
    ['reaches a folder at the root only with a leading slash', 'build/logs/2026/a.log', ['logs-anywhere']],
    ['lets the last line win', 'docs/guide/a.md', ['docs']],
    ['reaches a folder at any depth', 'web/apps/a.ts', ['apps']],
    ['names several people', 'scripts/build.sh', ['scripts', 'apps']],
    ['reaches what is beneath `**/logs`', 'deep/er/logs/a.log', ['logs-anywhere']],
    ['takes the owners away where a line names nobody', 'apps/github/a.ts', []],
    ['reads hidden folders like others', '.github/a.js', ['js-owner']],
  ])('%s', (_, path, owners) => {
    expect(codeownersOf(example, [path])).toEqual(owners);
  });

  it.each<[string, string, string, boolean]>([
    ['a star stays within its folder', 'docs/* @a', 'docs/deep/a.md', false],
    ['a star is any file of its folder', 'docs/* @a', 'docs/a.md', true],
    ['a single star is any file', '* @a', 'x/y/z', true],
    ['a pattern without a slash is a folder, too', 'docs @a', 'x/docs/y/z.md', true],
    ['a pattern with a slash in it begins at the root', 'docs/api @a', 'x/docs/api/y.md', false],
    ['a pattern with a slash in it is a folder, too', 'docs/api @a', 'docs/api/x/y.md', true],
    ['a folder with a slash is no file', '/docs/ @a', 'docs', false],
    ['two stars are any number of folders', '/a/**/b @a', 'a/x/y/b', true],
    ['two stars are no folder as well', '/a/**/b @a', 'a/b', true],
    ['two stars at the end are all beneath', '/a/** @a', 'a/x/y', true],
    ['a question mark is one character', '/a?.md @a', 'ab.md', true],
    ['a question mark is no slash', '/a?b @a', 'a/b', false],
    ['case matters', '/Docs/ @a', 'docs/x', false],
    ['an escaped space belongs to the path', '/my\\ docs/ @a', 'my docs/x.md', true],
    ['braces are characters', '/{a,b}.md @a', 'a.md', false],
    ['braces match themselves', '/{a,b}.md @a', '{a,b}.md', true],
    ['parentheses match themselves', '/(draft)+.md @a', '(draft)+.md', true],
    ['parentheses are no group', '/@(a|b).md @a', 'a.md', false],
    ['a name beyond ASCII matches itself', '/übersicht/ @a', 'übersicht/x', true],
    ['a hash in a name is no comment', '/a#b.md @a', 'a#b.md', true],
    ['an escaped hash does not work', '\\#a.md @a', '#a.md', false],
    ['an exclamation mark does not work', '!a.md @a', 'b.md', false],
    ['a range does not work', '/[ab].md @a', 'a.md', false],
    ['a section is no line', '[Docs] @a', 'D', false],
    ['a slash alone is nothing', '/ @a', 'x', false],
    ['a line with an owner that is none is passed over', '* @a nobody', 'x', false],
  ])('%s: %s', (_, line, path, isOwned) => {
    expect(codeownersOf(line, [path])).toEqual(isOwned ? ['a'] : []);
  });

  it('names each owner of several paths once', () => {
    expect(codeownersOf('a @alice @acme/infra\r\nb @Alice @bob\r\n', ['a', 'b', 'c'])).toEqual(['alice', 'acme/infra', 'bob']);
  });

  it('reads an empty file as one that names nobody', () => {
    expect(codeownersOf('', ['a'])).toEqual([]);
  });
});
