import type { Decision, DocumentResult, Finding, Report } from '../../src/lint/report.ts';
import type { RenderOptions } from '../../src/render/report/render-options.ts';

/** Builders: a test states only what matters to it. */
export function aFinding(values: Partial<Finding> = {}): Finding {
  return {
    rule: 'decision-owner-single',
    severity: 'error',
    message: 'Unexpected 2 people, expected one',
    line: 3,
    column: 21,
    endLine: 3,
    endColumn: 36,
    fix: null,
    url: 'https://example.org/rules#decision-owner-single',
    ...values,
  };
}

export function someAdvice(values: Partial<Finding> = {}): Finding {
  return aFinding({
    rule: 'decide-by',
    severity: 'advice',
    message: 'Missing date, expected a day to decide by',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    fix: { start: 0, end: 0, text: '2026-12-01' },
    url: 'https://example.org/rules#decide-by',
    ...values,
  });
}

export function decidedBy(...logins: string[]): Decision {
  return {
    present: true,
    field: 'Decision Owner',
    form: 'bold',
    line: 3,
    placeholder: false,
    owners: logins.map((login, index) => ({ text: `@${login}`, login, team: false, line: 3, column: 21 + 10 * index })),
  };
}

export const undecided: Decision = { present: false, field: null, form: null, line: null, placeholder: false, owners: [] };

export function aDocument(values: Partial<DocumentResult> = {}): DocumentResult {
  return { path: 'rfcs/0001-x.md', decision: decidedBy('alice'), fields: {}, consulted: [], findings: [], notChecked: [], ...values };
}

export function aReport(...results: DocumentResult[]): Report {
  const findings = results.flatMap((result) => result.findings);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    results,
    summary: {
      documents: results.length,
      errors: count('error'),
      warnings: count('warning'),
      advice: count('advice'),
      fixable: findings.filter((finding) => finding.fix !== null).length,
    },
  };
}

export const options: RenderOptions = {
  color: false,
  quiet: false,
  tool: { version: '1.2.3', url: 'https://example.org' },
  rules: [],
};
