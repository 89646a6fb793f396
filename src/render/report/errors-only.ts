import type { Report } from '../../lint/report.ts';

/** The same report with nothing but its errors. What could not be checked stays: silence would read as "fine". */
export function errorsOnly(report: Report): Report {
  const results = report.results.map((result) => ({
    ...result,
    findings: result.findings.filter((finding) => finding.severity === 'error'),
  }));
  const findings = results.flatMap((result) => result.findings);
  const fixable = findings.filter((finding) => finding.fix !== null).length;
  return { ...report, results, summary: { ...report.summary, errors: findings.length, warnings: 0, advice: 0, fixable } };
}
