import type { DocumentResult, Finding, Summary } from './report.ts';

/** Counts findings by severity. */
export function summarize(results: readonly DocumentResult[]): Summary {
  const findings = results.flatMap((result) => result.findings);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    documents: results.length,
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    fixable: mendable(findings).length,
  };
}

/** What there is to mend, in words. */
export function mendable(findings: readonly Finding[]): string[] {
  return findings.filter((finding) => finding.fix !== null).map(({ rule, message }) => `${rule} ${message}`);
}
