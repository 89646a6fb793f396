import { describe, expect, it } from '@jest/globals';

import { githubLineHash } from '../../../src/render/report/github-line-hash.ts';

function hashesOf(text: string): (string | null)[] {
  return text.split(/\r\n|\r|\n/).map((_line, index) => githubLineHash(text, index + 1));
}

const greetings = [
  ...['e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1'],
  ...['b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1'],
];

// The expected values are those that github/codeql-action's own tests state for its algorithm.
describe('githubLineHash', () => {
  it.each([
    ['an empty document', '', ['c129715d7a2bc9a3:1']],
    ['blanks', ' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    ['line feeds', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', greetings],
    ['carriage returns', ' hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r', greetings],
    ['both', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', greetings],
    ['a mixture', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', greetings],
  ])('agrees with GitHub on %s', (_what, text, expected) => {
    expect(hashesOf(text)).toEqual(expected);
  });

  it('numbers equal lines', () => {
    expect(hashesOf('Lorem ipsum dolor sit amet.\n'.repeat(10))).toEqual([
      ...['a7f2ff13bc495cf2:1', 'a7f2ff13bc495cf2:2', 'a7f2ff13bc495cf2:3', 'a7f2ff13bc495cf2:4', 'a7f2ff13bc495cf2:5', 'a7f2ff13bc495cf2:6'],
      ...['a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1', 'c129715d7a2bc9a3:1'],
    ]);
  });

  it('outlives lines added above', () => {
    const text = '**Decision Owner**: @alice\n\nWhy we do this.\n';

    expect(githubLineHash(`# A title\n\n${text}`, 3)).toBe(githubLineHash(text, 1));
  });

  it('knows no line past the end', () => {
    expect(githubLineHash('one line', 2)).toBeNull();
  });
});
