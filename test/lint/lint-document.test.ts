import { describe, expect, it } from '@jest/globals';
import { defaultConfig, lint, metadataFileOf, createLinter, type Config } from '../../src/lib.ts';
import { found, read } from '../support/lint-text.ts';

const now = new Date('2026-11-21T09:00:00Z');
const kep: Config = { ...defaultConfig, lint: { ...defaultConfig.lint, preset: 'kep' } };

describe('the report of a document', () => {
  it('says all there is to say of a document that is in order', () => {
    expect(read('# T\n\n**Decision Owner**: @alice\n**Decide by**: 2026-12-01\n', { path: 'rfcs/1.md' })).toEqual({
      path: 'rfcs/1.md',
      decision: { present: true, field: 'Decision Owner', form: 'bold', line: 3, placeholder: false, owners: [{ text: '@alice', login: 'alice', team: false, line: 3, column: 21 }] },
      fields: { decideBy: { text: '2026-12-01', line: 4 } },
      consulted: [],
      findings: [],
      notChecked: [],
    });
  });

  it('says that there is no field', () => {
    expect(read('# T\n').decision).toEqual({ present: false, field: null, form: null, line: null, placeholder: false, owners: [] });
  });

  it('orders findings by their place', () => {
    const text = '# T\n\nDecide by: soon\n\nDecision Owner: Alice, everyone\n';
    expect(read(text).findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual([
      '3:12 decide-by',
      '5:17 decision-owner-single',
      '5:17 decision-owner-handle',
      '5:24 decision-owner-person',
    ]);
  });

  it('names the page that explains each rule', () => {
    expect(read('# T\n').findings.map(({ rule, url }) => url.endsWith(`docs/rules.md#${rule}`))).toEqual([true, true]);
  });

  it('leaves out what the config turns off', () => {
    expect(read('# T\n', { lint: { rules: { 'decision-owner-required': 'off', 'decide-by': 'off' } } }).findings).toEqual([]);
  });

  it('gives a finding the severity that the config says, and softer where the rule is', () => {
    expect(found('Decision Owner: TBD, @alice\n', { lint: { rules: { 'decision-owner-filled': 'error' } } })).toEqual(['decision-owner-filled warning']);
    expect(read('Decision Owner: TBD, @alice\n', { lint: { rules: { 'decision-owner-filled': 'advice' } } }).findings.map(({ severity }) => severity)).toContain('advice');
  });

  it('says that bytes could not be decoded', () => {
    expect(found('Decision Owner: @alice \uFFFD\n', { undecodable: true })).toEqual(['document-encoding warning']);
  });

  it('does not say that a field is missing where a part could not be judged', () => {
    expect(found(`# T\n\n${'>'.repeat(200)} Decision Owner: @alice\n`)).toEqual(['document-too-complex error']);
  });
});

describe('a document whose fields stand in another', () => {
  const carried = { carriedBy: 'keps/1/kep.yaml', lint: { preset: 'kep' as const } };

  it('needs no field and no date of its own', () => {
    expect(read('# KEP\n\nText.\n', carried).findings).toEqual([]);
  });

  it('is still held to those it has', () => {
    expect(found('---\napprovers: [TBD]\n---\n', carried)).toEqual(['decision-owner-filled error']);
  });

  it('needs no outcome review of its own', () => {
    const lint = { rules: { 'outcome-review': 'error' as const } };
    expect(found('# KEP\n', { lint, carriedBy: 'kep.yaml' })).toEqual([]);
  });
});

describe('documents together', () => {
  const readme = { path: 'keps/1-queues/README.md', text: '# Queues\n' };

  it('let a kep.yaml speak for its folder', () => {
    const report = lint([readme, { path: 'keps/1-queues/kep.yaml', text: 'approvers: ["@alice"]\ndecide-by: 2026-12-01\n' }], kep, { now });
    expect(report.results.map(({ decision, findings }) => [decision.present, findings.length])).toEqual([[false, 0], [true, 0]]);
  });

  it('need a field of their own where the kep.yaml stands elsewhere', () => {
    const report = lint([readme, { path: 'keps/kep.yaml', text: 'approvers: ["@alice"]\n' }], kep, { now });
    expect(report.results[0]?.findings.map(({ rule }) => rule)).toContain('decision-owner-required');
  });

  it('take what a template says as a placeholder, in the others and in itself', () => {
    const text = 'Decision Owner: whoever feels like it\n';
    const documents = [{ path: 'rfcs/0000-Template.md', text }, { path: 'rfcs/1.md', text }, { path: 'rfcs/2.md', text: 'Decision Owner: @alice\n' }];
    const report = lint(documents, defaultConfig, { now });
    expect(report.results.map(({ decision }) => decision.placeholder)).toEqual([true, true, false]);
  });

  it('are counted in the summary', () => {
    const report = lint([{ path: 'a.md', text: '# A\n' }, { path: 'b.md', text: 'Decision Owner: Alice\nDecide by: 2026-12-01\n' }], defaultConfig, { now });
    expect(report).toMatchObject({ version: 1, summary: { documents: 2, errors: 1, warnings: 1, advice: 1, fixable: 1 } });
  });
});

describe('metadataFileOf', () => {
  it.each([
    ['keps/1/README.md', 'keps/1/kep.yaml'],
    ['README.markdown', 'kep.yaml'],
    ['keps/1/kep.yaml', null],
    ['notes.txt', null],
  ])('names the file beside %s', (path, expected) => {
    expect(metadataFileOf(path, kep)).toBe(expected);
  });

  it('names none where the preset has none', () => {
    expect(metadataFileOf('README.md', defaultConfig)).toBeNull();
  });
});

describe('a linter that is told which fields to look for', () => {
  it('looks for no other', () => {
    const linter = createLinter(defaultConfig, { fields: new Set(['owner']) });
    const { decision, fields } = linter.lint({ path: 'a.md', text: 'Decision Owner: @alice\nTopic: queues\n' }, { now });
    expect([decision.present, fields]).toEqual([true, {}]);
  });
});
