import { describe, expect, it } from '@jest/globals';
import { read, type Reading } from '../support/lint-text.ts';

const all: Reading = { lint: { suppressions: 'all' } };
const unclear = 'Decide by: soon\n';

function rulesIn(text: string, reading: Reading = {}): string[] {
  return read(`Decision Owner: @alice\n\n${text}`, reading).findings.map((finding) => finding.rule);
}

describe('a suppression for the document', () => {
  it.each([
    ['before the place', `<!-- unpause-disable decide-by: the board meets when it meets -->\n\n${unclear}`],
    ['after the place', `${unclear}\n<!-- unpause-disable decide-by: we said so -->\n`],
    ['inside a paragraph', `Text. <!-- unpause-disable decide-by: we said so -->\n\n${unclear}`],
    ['in a list', `- <!-- unpause-disable decide-by: we said so -->\n\n${unclear}`],
    ['over lines', `<!--\nunpause-disable decide-by:\n  we said so\n-->\n\n${unclear}`],
    ['with little space', `<!--unpause-disable decide-by:so-->\n\n${unclear}`],
    ['beside another rule', `<!-- unpause-disable outcome-review, decide-by: we said so -->\n\n${unclear}`],
    ['with a colon in the reason', `<!-- unpause-disable decide-by: note: we said so -->\n\n${unclear}`],
    ['after another comment', `<!-- a --> <!-- unpause-disable decide-by: we said so -->\n\n${unclear}`],
    ['in a block of HTML', `<div>\n<!-- unpause-disable decide-by: we said so -->\n</div>\n\n${unclear}`],
  ])('holds %s', (_, text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    ['in a fence', `\`\`\`html\n<!-- unpause-disable decide-by: we said so -->\n\`\`\`\n\n${unclear}`],
    ['in inline code', `\`<!-- unpause-disable decide-by: we said so -->\`\n\n${unclear}`],
    ['in indented code', `    <!-- unpause-disable decide-by: we said so -->\n\n${unclear}`],
    ['escaped', `\\<!-- unpause-disable decide-by: we said so -->\n\n${unclear}`],
    ['of another tool', `<!-- unpause-disabled decide-by: we said so -->\n\n${unclear}`],
    ['that never ends', `${unclear}\n<!-- unpause-disable decide-by: we said so\n`],
  ])('does not hold %s', (_, text) => {
    expect(rulesIn(text)).toEqual(['decide-by']);
  });

  it('does not hold in front matter', () => {
    expect(read(`---\nx: "<!-- unpause-disable decide-by: so -->"\ndecision-owner: "@alice"\n---\n${unclear}`).findings.map(({ rule }) => rule)).toEqual(['decide-by']);
  });
});

describe('a suppression for the next line', () => {
  it('holds for that line', () => {
    expect(rulesIn(`<!-- unpause-disable-next-line decide-by: we said so -->\n${unclear}`)).toEqual([]);
  });

  it('counts from the line on which it ends', () => {
    expect(rulesIn(`<!-- unpause-disable-next-line decide-by:\nwe said so -->\n${unclear}`)).toEqual([]);
  });

  it('does not hold for another line', () => {
    expect(rulesIn(`<!-- unpause-disable-next-line decide-by: we said so -->\n\n${unclear}`)).toEqual(['decide-by']);
    expect(rulesIn(`Decide by: soon <!-- unpause-disable-next-line decide-by: we said so -->\n`)).toEqual(['decide-by']);
  });

  it('does not hold for another rule', () => {
    expect(rulesIn(`<!-- unpause-disable-next-line outcome-review: we said so -->\n${unclear}`)).toEqual(['decide-by']);
  });
});

describe('a suppression that is none', () => {
  it.each([
    ['has no reason', '<!-- unpause-disable decide-by -->'],
    ['has an empty reason', '<!-- unpause-disable decide-by: -->'],
    ['names no rule', '<!-- unpause-disable -->'],
    ['names no rule but a reason', '<!-- unpause-disable : because -->'],
    ['names a rule that is none', '<!-- unpause-disable decide-bye: because -->'],
    ['names every rule', '<!-- unpause-disable *: because -->'],
  ])('is a finding, and suppresses nothing: it %s', (_, comment) => {
    expect(rulesIn(`${comment}\n\n${unclear}`)).toEqual(['suppression', 'decide-by']);
  });

  it('says of each rule what is wrong', () => {
    const { findings } = read('Decision Owner: @alice\nDecide by: 2026-12-01\n\n<!-- unpause-disable a, b, decide-by -->\n');
    expect(findings.map(({ message }) => message.split(',')[0])).toEqual([
      'Unexpected rule `a` in a suppression',
      'Unexpected rule `b` in a suppression',
      'Missing reason in the suppression of `decide-by`',
    ]);
  });

  it('points at the comment', () => {
    const [finding] = read('Text\n<!-- unpause-disable -->\n', { lint: { rules: { 'decision-owner-required': 'off', 'decide-by': 'off' } } }).findings;
    expect(finding).toMatchObject({ line: 2, column: 1, endLine: 2, endColumn: 25 });
  });
});

describe('a suppression of a rule about the Decision Owner', () => {
  const text = '<!-- unpause-disable decision-owner-handle: everybody knows her -->\n\nDecision Owner: Alice Smith\nDecide by: 2026-12-01\n';

  it('is a finding and suppresses nothing', () => {
    expect(read(text).findings.map(({ rule }) => rule)).toEqual(['suppression', 'decision-owner-handle']);
  });

  it('holds where the config allows all', () => {
    expect(read(text, all).findings).toEqual([]);
  });

  it('still needs a reason where the config allows all', () => {
    expect(read('<!-- unpause-disable decision-owner-required -->\n', all).findings.map(({ rule }) => rule)).toContain('suppression');
  });

  it('does not hide that the document was too complex to judge', () => {
    const complex = `${'>'.repeat(101)} Decision Owner: @alice\n\n`;
    expect(read(`${complex}<!-- unpause-disable decide-by: so -->\n`).findings.map(({ rule }) => rule)).toContain('document-too-complex');
  });
});
