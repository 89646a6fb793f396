import { describe, expect, it } from '@jest/globals';
import { read } from '../support/lint-text.ts';

const login = (text: string): [string, string | null][] => read(text).decision.owners.map((owner) => [owner.text, owner.login]);

describe('a person linked by reference', () => {
  it.each([
    ['defined below', 'Decision Owner: [Alice][a]\n\n[a]: https://github.com/alice\n'],
    ['defined above', '[a]: https://github.com/alice\n\n# T\n\nDecision Owner: [Alice][a]\n'],
    ['defined far below', `Decision Owner: [Alice][a]\n\n${'## S\n\nText.\n\n'.repeat(50)}[a]: https://github.com/alice\n`],
    ['collapsed', 'Decision Owner: [Alice][]\n\n## S\n\n[alice]: https://github.com/alice\n'],
    ['by its text alone', 'Decision Owner: [Alice]\n\n## S\n\n[ALICE]: https://github.com/alice\n'],
    ['defined in a quote', 'Decision Owner: [Alice][a]\n\n> [a]: https://github.com/alice\n'],
    ['defined in a list', 'Decision Owner: [Alice][a]\n\n- [a]: https://github.com/alice\n'],
    ['defined twice, the first counts', 'Decision Owner: [Alice][a]\n\n[a]: https://github.com/alice\n\n## S\n\n[a]: https://github.com/bob\n'],
    ['with white space and case that differ', 'Decision Owner: [Alice][The  Boss]\n\n[the boss]: https://github.com/alice\n'],
    ['with escapes in the label', 'Decision Owner: [Alice][a\\]b]\n\n[a\\]b]: https://github.com/alice\n'],
  ])('has the login of the profile: %s', (_, text) => {
    expect(login(text)).toEqual([['Alice', 'alice']]);
  });

  it.each([
    ['a definition in code', 'Decision Owner: [Alice][a]\n\n```\n[a]: https://github.com/alice\n```\n'],
    ['a definition in a comment', 'Decision Owner: [Alice][a]\n\n<!--\n[a]: https://github.com/alice\n-->\n'],
    ['a footnote of that name', 'Decision Owner: [Alice][a]\n\n[^a]: https://github.com/alice\n'],
    ['no definition', 'Decision Owner: [Alice][a]\n'],
  ])('has none with %s', (_, text) => {
    expect(login(text).map(([, found]) => found)).toEqual([null]);
  });
});
