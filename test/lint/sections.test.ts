import { describe, expect, it } from '@jest/globals';
import { read } from '../support/lint-text.ts';

function messages(text: string, ...titles: string[]): string[] {
  const rules = { 'required-sections': ['error', { sections: titles }], 'decision-owner-required': 'off', 'decide-by': 'off' } as const;
  return read(text, { lint: { rules: { ...rules, 'required-sections': [...rules['required-sections']] } } }).findings.map(({ message }) => message.split(',')[0] ?? '');
}

describe('a required section', () => {
  it.each([
    ['at any level', '#### Summary\n\nText.\n'],
    ['in another case', '## SUMMARY\n\nText.\n'],
    ['with a number', '## 1. Summary\n\nText.\n'],
    ['with an emoji', '## 📝 Summary\n\nText.\n'],
    ['with a colon', '## Summary:\n\nText.\n'],
    ['with markup', '## **Summary**\n\nText.\n'],
    ['underlined', 'Summary\n---\n\nText.\n'],
    ['with a list', '## Summary\n\n- One queue\n'],
    ['with code', '## Summary\n\n```\ncode\n```\n'],
    ['with a table', '## Summary\n\n| a |\n|---|\n| b |\n'],
    ['with text in a deeper section', '## Summary\n\n### What\n\nText.\n'],
    ['with a comment above its text', '## Summary\n\n<!-- what is it? -->\n\nText.\n'],
  ])('is there %s', (_, text) => {
    expect(messages(text, 'Summary')).toEqual([]);
  });

  it.each([
    ['in a fence', '```\n## Summary\n\nText.\n```\n'],
    ['in a quote', '> ## Summary\n>\n> Text.\n'],
    ['as a bold line', '**Summary**\n\nText.\n'],
    ['with another word', '## Executive Summary\n\nText.\n'],
    ['in a comment', '<!--\n## Summary\n-->\n'],
  ])('is missing %s', (_, text) => {
    expect(messages(text, 'Summary')).toEqual(['Missing section `Summary`']);
  });

  it.each([
    ['nothing below', '## Summary\n', 'Unexpected empty section `Summary`'],
    ['the next section below', '## Summary\n\n## More\n\nText.\n', 'Unexpected empty section `Summary`'],
    ['a comment below', '## Summary\n\n<!-- a --> <!-- b -->\n', 'Unexpected empty section `Summary`'],
    ['a definition below', '## Summary\n\n[a]: https://example.org\n', 'Unexpected empty section `Summary`'],
    ['a placeholder below', '## Summary\n\nTBD\n', 'Unexpected placeholder in section `Summary`'],
    ['a placeholder in brackets below', '## Summary\n\n[Your text here]\n', 'Unexpected placeholder in section `Summary`'],
    ['a deeper heading alone below', '## Summary\n\n### What\n', 'Unexpected placeholder in section `Summary`'],
  ])('is not filled in with %s', (_, text, expected) => {
    expect(messages(text, 'Summary')).toEqual([expected]);
  });

  it('is read once, the first that has the title', () => {
    expect(messages('## Summary\n\nText.\n\n## Summary\n', 'Summary')).toEqual([]);
  });

  it('is told where it stands wrongly', () => {
    expect(messages('## C\n\nText.\n\n## A\n\nText.\n\n## B\n\nText.\n', 'A', 'B', 'C')).toEqual(['Unexpected section `A` after `C`', 'Unexpected section `B` after `C`']);
  });

  it('is not asked of a document that is metadata as a whole', () => {
    const rules = { 'required-sections': ['error', { sections: ['Summary'] }] as ['error', { sections: string[] }] };
    const { findings } = read('approvers: ["@alice"]\n', { path: 'kep.yaml', lint: { preset: 'kep', rules } });
    expect(findings.map(({ rule }) => rule)).not.toContain('required-sections');
  });
});
