import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rules } from '../../src/rules/registry.ts';
import { ruleDocs } from '../../src/rules/rule-docs.generated.ts';
import { fix, fixtureFolders, nothingFound, readFixtures, renderFindings, strayFiles, type RuleFixture } from '../support/rule-fixtures.ts';

const ids = rules.map((rule) => rule.id);
const notRules = ['define-rule', 'registry', 'rule-docs.generated'];
const cases = rules.flatMap((rule) => readFixtures(rule.id).map((fixture) => ({ rule, id: rule.id, name: fixture.name, fixture })));
const mended = cases.filter(({ fixture }) => fixture.fixed !== null).map((one) => ({ ...one, fixture: asMended(one.fixture) }));

function asMended(fixture: RuleFixture): RuleFixture {
  return { ...fixture, document: { ...fixture.document, text: fixture.fixed ?? fixture.document.text } };
}

function reportsOf(id: string, among = cases): string[] {
  return among.filter((one) => one.id === id).map(({ fixture, rule }) => renderFindings(fixture, rule));
}

describe('each rule on its own', () => {
  it.each(cases)('reports $id/$name as written down', ({ fixture, rule }) => {
    expect(renderFindings(fixture, rule)).toBe(fixture.expected);
  });

  it.each(cases)('mends $id/$name as written down', ({ fixture }) => {
    expect(fix(fixture)).toBe(fixture.fixed ?? fixture.document.text);
  });

  it.each(mended)('leaves $id/$name alone once mended', ({ fixture }) => {
    expect(fix(fixture)).toBe(fixture.document.text);
  });
});

describe.each(rules)('the examples of $id', ({ id, fixable }) => {
  it('are one that is correct, one that is not, and some that are mended', () => {
    const [correct, incorrect] = ['correct', 'incorrect'].map((name) => cases.find((one) => one.id === id && one.name === name));
    expect(correct?.fixture.expected).toBe(nothingFound);
    expect(incorrect?.fixture.expected).not.toBe(nothingFound);
    expect(mended.some((one) => one.id === id)).toBe(fixable);
  });

  it('are files that the runner reads', () => {
    expect(strayFiles(id)).toEqual([]);
  });
});

describe('a mended document', () => {
  const clean = rules.filter(({ fixable, id }) => fixable && id !== 'required-sections');

  it.each(clean)('is clean of $id', ({ id }) => {
    expect(reportsOf(id, mended)).toContain(nothingFound);
  });

  it('is asked to fill in the sections that were inserted', () => {
    const lines = reportsOf('required-sections', mended).flatMap((report) => report.trimEnd().split('\n'));
    expect(lines.filter((line) => line.includes('Missing'))).toEqual([]);
    expect(lines.some((line) => line.includes('Unexpected placeholder in section'))).toBe(true);
  });
});

describe('the set of rules', () => {
  it('has one folder of fixtures for each rule, and no other', () => {
    expect(fixtureFolders()).toEqual([...ids].sort());
  });

  it('has one file for each rule, named after it', () => {
    const files = readdirSync(new URL('../../src/rules/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect(files.filter((file) => !notRules.includes(file)).sort()).toEqual([...ids].sort());
  });

  it('names each rule once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has one section of docs/rules.md for each rule, in the same order', () => {
    const text = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    const outsideCode = text.replace(/^(`{3,}).*?^\1$/gms, '');
    const headings = Array.from(outsideCode.matchAll(/^## (.+)$/gm), ([, heading]) => heading);
    expect(headings).toEqual(ids);
  });

  it('explains each rule in several paragraphs', () => {
    expect(Object.keys(ruleDocs)).toEqual(ids);
    expect(Object.values(ruleDocs).filter((text) => !/^[A-Z][\s\S]*\n\n[\s\S]*\.$/.test(text))).toEqual([]);
  });

  it('says in one sentence what each rule wants', () => {
    expect(rules.filter((rule) => !/^[A-Z].*\.$/.test(rule.summary))).toEqual([]);
  });
});
