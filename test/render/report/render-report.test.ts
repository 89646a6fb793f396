import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { renderReport, reportFormats } from '../../../src/render/report/render-report.ts';
import { aDocument, aFinding, aReport, options, someAdvice } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

describe('renderReport', () => {
  it('knows the formats of the command line', () => {
    expect(reportFormats).toEqual(['stylish', 'json', 'sarif', 'github', 'junit']);
  });

  it.each(reportFormats)('shows errors only when asked to, as %s', (format) => {
    const both = aReport(aDocument({ findings: [aFinding(), someAdvice()] }));
    const errors = aReport(aDocument({ findings: [aFinding()] }));

    expect(renderReport(both, format, { ...options, quiet: true })).toBe(renderReport(errors, format, { ...options, quiet: true }));
    expect(renderReport(both, format, options)).toContain('expected a day to decide by');
  });

  it.each(reportFormats)('ends its text with one line ending and speaks to no runner, as %s', (format) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderReport(report, format, options);

        expect(text).toMatch(/^$|[^\n]\n$/);
        expect(text).not.toMatch(/##[\w-]*\[/);
        if (format !== 'github') expect(text.split(/[\r\n]/).filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
      }),
    );
  });

  it.each(reportFormats)('says the same each time, as %s', (format) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(renderReport(structuredClone(report), format, options)).toBe(renderReport(report, format, options));
      }),
      { numRuns: 20 },
    );
  });
});
