import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Report } from '../../../src/lint/report.ts';
import { renderJson } from '../../../src/render/report/json.ts';
import { aDocument, aFinding, aReport, decidedBy, someAdvice } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

describe('renderJson', () => {
  it('writes version 1 of the contract on one line', () => {
    const report = aReport(
      aDocument({
        decision: decidedBy('alice'),
        fields: { decideBy: { text: '2026-12-01', line: 4 } },
        findings: [aFinding(), someAdvice()],
        notChecked: [{ rule: 'decision-owner-known', reason: 'no token' }],
      }),
    );

    expect(renderJson(report)).toBe(
      `${[
        '{"version":1,"results":[{"path":"rfcs/0001-x.md",',
        '"decision":{"present":true,"field":"Decision Owner","form":"bold","line":3,"placeholder":false,',
        '"owners":[{"text":"@alice","login":"alice","team":false,"line":3,"column":21}]},',
        '"fields":{"decideBy":{"text":"2026-12-01","line":4}},',
        '"findings":[{"rule":"decision-owner-single","severity":"error","message":"Unexpected 2 people, expected one",',
        '"line":3,"column":21,"endLine":3,"endColumn":36,"fixable":false,"url":"https://example.org/rules#decision-owner-single"},',
        '{"rule":"decide-by","severity":"advice","message":"Missing date, expected a day to decide by",',
        '"line":1,"column":1,"endLine":1,"endColumn":1,"fixable":true,"url":"https://example.org/rules#decide-by"}],',
        '"notChecked":[{"rule":"decision-owner-known","reason":"no token"}]}],',
        '"summary":{"documents":1,"errors":1,"warnings":0,"advice":1,"fixable":1}}',
      ].join('')}\n`,
    );
  });

  it('writes a run over no documents', () => {
    expect(renderJson(aReport())).toBe(
      '{"version":1,"results":[],"summary":{"documents":0,"errors":0,"warnings":0,"advice":0,"fixable":0}}\n',
    );
  });

  it('does not depend on the order in which the engine built its objects', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(renderJson(backwards(report))).toBe(renderJson(report));
      }),
    );
  });

  it('loses no text, and keeps to itself how to fix, and who is meant by a name', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const expected = structuredClone(report.results).map((result) => ({
          ...result,
          consulted: undefined,
          findings: result.findings.map(({ fix, ...finding }) => ({ ...finding, fixable: fix !== null })),
        }));

        expect(JSON.parse(renderJson(report))).toEqual({ ...report, results: JSON.parse(JSON.stringify(expected)) as unknown });
      }),
    );
  });
});

/** The same report with the keys of every object the other way round, but for `fields`, whose order is the document's. */
function backwards(report: Report): Report {
  const turned = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => turned(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, item]) => [name, turned(item, name)] as const);
    return Object.fromEntries(key === 'fields' ? entries : entries.toReversed());
  };
  return turned(report) as Report;
}
