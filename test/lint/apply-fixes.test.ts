import { describe, expect, it } from '@jest/globals';
import { applyFixes } from '../../src/lint/apply-fixes.ts';
import type { Edit, Finding } from '../../src/lint/report.ts';
import { fixed, read, type Reading } from '../support/lint-text.ts';

const finding = (fix: Edit | null): Finding => ({ rule: 'r', severity: 'error', message: 'm', line: 1, column: 1, endLine: 1, endColumn: 1, fix, url: '' });
const edit = (start: number, end: number, text: string): Finding => finding({ start, end, text });
const sections = (...titles: string[]): Reading => ({ lint: { rules: { 'required-sections': ['error', { sections: titles }], 'decision-owner-required': 'off' } } });

describe('applyFixes', () => {
  it('replaces, inserts and deletes', () => {
    expect(applyFixes('abcdef', [edit(0, 1, 'X'), edit(2, 2, '-'), edit(4, 6, '')])).toBe('Xb-cd');
  });

  it('takes edits in the order of the text, whatever the order of the findings', () => {
    expect(applyFixes('abcdef', [edit(4, 5, 'E'), edit(0, 1, 'A')])).toBe('AbcdEf');
  });

  it('leaves out an edit that overlaps one before it', () => {
    expect(applyFixes('abcdef', [edit(0, 3, 'X'), edit(2, 4, 'Y'), edit(4, 5, 'Z')])).toBe('XdZf');
  });

  it('leaves out a second edit at the same place', () => {
    expect(applyFixes('ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')])).toBe('aXb');
  });

  it('leaves the text as it is where there is nothing to mend', () => {
    expect(applyFixes('ab', [finding(null)])).toBe('ab');
  });
});

describe('a fix', () => {
  it('mends several findings in one go', () => {
    const text = '# T\n\nDecide by: 1 Dec 2026\n\n## Summary\n\nText.\n';
    expect(fixed(text, { lint: { rules: { 'required-sections': ['error', { sections: ['Summary', 'Alternatives'] }] } } })).toBe(
      '# T\n\n**Decision Owner**: [Name here]\n\nDecide by: 2026-12-01\n\n## Summary\n\nText.\n\n## Alternatives\n\nTBD\n',
    );
  });

  it('inserts several sections in their order', () => {
    expect(fixed('# T\n\n## B\n\nText.\n', sections('A', 'B', 'C', 'D'))).toBe('# T\n\n## A\n\nTBD\n\n## B\n\nText.\n\n## C\n\nTBD\n\n## D\n\nTBD\n');
  });

  it('takes titles that differ in their letters alone for one', () => {
    expect(fixed('# T\n', sections('Goals', 'Risks', 'goals'))).toBe('# T\n\n## Goals\n\nTBD\n\n## Risks\n\nTBD\n');
    expect(read('# T\n\n## goals\n\nLess.\n', sections('Goals', 'goals')).findings.map(({ rule }) => rule)).not.toContain('required-sections');
  });

  it('inserts every section at once, however many', () => {
    const titles = Array.from({ length: 15 }, (_, index) => `Part ${index + 1}`);
    const text = fixed('# T\n', sections(...titles));
    expect(applyFixes('# T\n', read('# T\n', sections(...titles)).findings)).toBe(text);
    expect(Array.from(text.matchAll(/^## (.*)$/gm), ([, title]) => title)).toEqual(titles);
    expect(fixed(text, sections(...titles))).toBe(text);
  });

  it('is not made where it would mend nothing', () => {
    const broken = '   > # folded\n';
    expect(fixed(broken, { path: 'kep.yaml', lint: { preset: 'kep' } })).toBe(broken);
    expect(fixed('```\ncode that never ends\n', sections('Summary'))).toBe('```\ncode that never ends\n');
    expect(fixed('<!-- a comment that never ends\n', sections('Summary'))).toBe('<!-- a comment that never ends\n');
  });

  it('leaves a field with its placeholder, which is still to be filled in', () => {
    expect(read(fixed('# T\n')).findings.map(({ rule }) => rule)).toEqual(['decide-by', 'decision-owner-filled']);
  });

  it.each([
    ['no title', 'Text.\n', '**Decision Owner**: [Name here]\n\nText.\n'],
    ['no end of line', '# T', '# T\n\n**Decision Owner**: [Name here]'],
    ['nothing', '', '**Decision Owner**: [Name here]\n'],
    ['a comment before the title', '<!-- c -->\n\n# T\n', '<!-- c -->\n\n# T\n\n**Decision Owner**: [Name here]\n'],
    ['front matter', '---\nid: 1\n---\n\n# T\n', '---\nid: 1\n---\n\n# T\n\n**Decision Owner**: [Name here]\n'],
    ['an underlined title', 'T\n-\n\nText.\n', 'T\n-\n\n**Decision Owner**: [Name here]\n\nText.\n'],
    ['line ends of Windows', '# T\r\n\r\nText.\r\n', '# T\r\n\r\n**Decision Owner**: [Name here]\r\n\r\nText.\r\n'],
    ['a byte order mark', '\uFEFF# T\n', '\uFEFF# T\n\n**Decision Owner**: [Name here]\n'],
    ['no heading that is a title', '### Note\n', '**Decision Owner**: [Name here]\n\n### Note\n'],
  ])('inserts the field into a document with %s', (_, text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  it.each([
    ['into front matter', '---\nstatus: proposed\n---\n', '---\nstatus: proposed\ndecision-makers: "[Name here]"\n---\n'],
    ['into front matter of Windows', '---\r\nid: 1\r\n---\r\n', '---\r\nid: 1\r\ndecision-makers: "[Name here]"\r\n---\r\n'],
    ['as new front matter', '# T\n', '---\ndecision-makers: "[Name here]"\n---\n\n# T\n'],
    ['under the title, beside TOML,', '+++\nid = 1\n+++\n\n# T\n', '+++\nid = 1\n+++\n\n# T\n\n**decision-makers**: [Name here]\n'],
  ])('inserts the field %s where the preset has it', (_, text, expected) => {
    expect(fixed(text, { lint: { preset: 'madr' } })).toBe(expected);
  });

  it('inserts the field into a document that is YAML', () => {
    expect(fixed('title: Queues', { lint: { preset: 'kep' }, path: 'kep.yaml' })).toBe('title: Queues\napprovers: ["TBD"]\n');
  });

  it.each(['generic', 'madr', 'nixos', 'swift-evolution', 'kep', 'daci'] as const)('inserts a field that the preset %s finds', (preset) => {
    const { decision } = read(fixed('# T\n', { lint: { preset } }), { lint: { preset } });
    expect(decision).toMatchObject({ present: true, placeholder: true });
  });

  it('writes the handle for a mapped name, and every name that is mapped', () => {
    const people = { 'Alice Smith': 'alice', Bob: 'bob' };
    expect(fixed('Decision Owner: Alice Smith, Bob and Carol\n', { people })).toBe('Decision Owner: @alice, @bob and Carol\n');
  });

  it('leaves a name alone where writing the handle is not certain', () => {
    const people = { 'P&D': 'alice', Bob: 'bob', Carol: 'carol' };
    expect(fixed('Decision Owner: P&amp;D\n', { people })).toBe('Decision Owner: P&amp;D\n');
    expect(fixed('---\ndecision-owner: [Bob, Carol]\n---\n', { people })).toBe('---\ndecision-owner: [Bob, Carol]\n---\n');
  });
});
