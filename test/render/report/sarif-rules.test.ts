import { describe, expect, it } from '@jest/globals';

import type { RuleDescription } from '../../../src/render/report/render-options.ts';
import { sarifRules } from '../../../src/render/report/sarif-rules.ts';
import { aDocument, aFinding, aReport } from '../a-report.ts';

const known: RuleDescription = {
  id: 'decide-by',
  summary: 'A decide-by date.',
  description: 'Names a day\nto decide by.\n\nWithout one, everybody waits.',
  url: 'https://example.org/rules#decide-by',
  severity: 'advice',
  fixable: true,
};

describe('sarifRules', () => {
  it('describes a rule as GitHub shows it', () => {
    expect(sarifRules(aReport(), [known]).descriptors).toEqual([
      {
        id: 'decide-by',
        name: 'DecideBy',
        shortDescription: { text: 'A decide-by date.' },
        fullDescription: { text: 'Names a day to decide by.' },
        helpUri: 'https://example.org/rules#decide-by',
        help: {
          text: 'Names a day\nto decide by.\n\nWithout one, everybody waits.',
          markdown: 'Names a day\nto decide by.\n\nWithout one, everybody waits.\n\n[Read more about `decide-by`](https://example.org/rules#decide-by)',
        },
        defaultConfiguration: { level: 'note' },
        properties: { tags: ['rfc', 'decision'], precision: 'high', 'problem.severity': 'recommendation' },
      },
    ]);
  });

  it('says of a rule that is off that it is not enabled', () => {
    expect(sarifRules(aReport(), [{ ...known, severity: 'off' }]).descriptors).toMatchObject([
      { defaultConfiguration: { enabled: false, level: 'warning' }, properties: { 'problem.severity': 'warning' } },
    ]);
  });

  it('cuts a description at GitHub’s limit', () => {
    const [rule] = sarifRules(aReport(), [{ ...known, description: 'x'.repeat(2000) }]).descriptors;

    expect(rule).toMatchObject({ fullDescription: { text: `${'x'.repeat(1023)}…` }, help: { text: 'x'.repeat(2000) } });
  });

  it('adds a rule that only the report names, with no text left empty', () => {
    const report = aReport(
      aDocument({ findings: [aFinding({ rule: 'document-encoding', url: '' })], notChecked: [{ rule: 'decision-owner-known', reason: 'no token' }] }),
    );
    const { descriptors, indexes } = sarifRules(report, [known]);

    expect([...indexes]).toEqual([['decide-by', 0], ['document-encoding', 1], ['decision-owner-known', 2]]);
    expect(descriptors[1]).toEqual({
      id: 'document-encoding',
      name: 'DocumentEncoding',
      shortDescription: { text: 'document-encoding' },
      fullDescription: { text: 'document-encoding' },
      help: { text: 'document-encoding', markdown: 'document-encoding' },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['rfc', 'decision'], precision: 'high', 'problem.severity': 'error' },
    });
  });
});
