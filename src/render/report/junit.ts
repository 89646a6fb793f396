import type { DocumentResult, Finding, NotChecked, Report } from '../../lint/report.ts';
import { countOf } from '../count-of.ts';
import { xmlText } from '../xml-text.ts';

interface Suite {
  cases: string[];
  failures: number;
  skipped: number;
}

/**
 * JUnit XML as Jenkins and GitLab read it: a suite per document, a case per rule that spoke.
 * The case's name is the rule, so a trend follows one rule through the builds. JUnit knows no
 * severity, and a failed case fails the build there: so only errors fail, warnings and advice are the
 * output of a passing case, and what could not be checked is a skipped one. A document with nothing to
 * say passes one case, as tools drop empty suites.
 */
export function renderJunit(report: Report): string {
  let body = '';
  let tests = 0;
  let failures = 0;
  let skipped = 0;
  for (const result of report.results) {
    const suite = documentSuite(result);
    tests += suite.cases.length;
    failures += suite.failures;
    skipped += suite.skipped;
    const open = `  <testsuite name="${xmlText(result.path)}" ${counts(suite.cases.length, suite)}>\n`;
    body += `${open}${suite.cases.join('')}  </testsuite>\n`;
  }
  const open = `<testsuites name="Unpause" ${counts(tests, { failures, skipped })}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${body}</testsuites>\n`;
}

function counts(tests: number, { failures, skipped }: Pick<Suite, 'failures' | 'skipped'>): string {
  return `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function documentSuite({ path, findings, notChecked }: DocumentResult): Suite {
  const suite: Suite = { cases: [], failures: 0, skipped: 0 };
  for (const [rule, found] of byRule(findings)) {
    if (found.some((finding) => finding.severity === 'error')) suite.failures += 1;
    suite.cases.push(testCase(path, rule, outcome(found)));
  }
  for (const entry of notChecked) {
    suite.skipped += 1;
    suite.cases.push(testCase(path, entry.rule, skippedOutcome(entry)));
  }
  if (suite.cases.length === 0) suite.cases.push(testCase(path, 'no findings', ''));
  return suite;
}

function byRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return groups;
}

function testCase(path: string, name: string, content: string): string {
  const file = xmlText(path);
  const open = `    <testcase classname="${file}" name="${xmlText(name)}" file="${file}"`;
  return content === '' ? `${open}/>\n` : `${open}>\n${content}    </testcase>\n`;
}

function outcome(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const others = findings.filter((finding) => finding.severity !== 'error');
  const output = others.length === 0 ? '' : `      <system-out>${lines(others)}</system-out>\n`;
  const [first] = errors;
  if (first === undefined) return output;
  // Jenkins shows the attribute, GitLab the content: so both say it.
  const more = errors.length === 1 ? '' : ` (and ${countOf(errors.length - 1, 'more finding')})`;
  return `      <failure message="${xmlText(first.message)}${more}" type="error">${lines(errors)}</failure>\n${output}`;
}

function skippedOutcome({ reason }: NotChecked): string {
  return `      <skipped message="${xmlText(`Not checked: ${reason}`)}"/>\n`;
}

function lines(findings: readonly Finding[]): string {
  return findings
    .map(({ line, column, severity, message, url }) =>
      xmlText(`line ${line}, column ${column}: ${severity}: ${message} (${url})`),
    )
    .join('\n');
}
