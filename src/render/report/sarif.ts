import { severities } from '../../config/severity.ts';
import type { Finding, Report } from '../../lint/report.ts';
import { countOf } from '../count-of.ts';
import { groupNotChecked } from '../not-checked.ts';
import { jsonLine } from './json-line.ts';
import type { RenderOptions } from './render-options.ts';
import { createFingerprints } from './sarif-fingerprint.ts';
import { sarifLevels, sarifRules, type SarifRules } from './sarif-rules.ts';

/** GitHub refuses a file with more. Of these it shows 5,000, by severity, which is its own choice. */
const mostResults = 25_000;

type SarifOptions = Pick<RenderOptions, 'tool' | 'rules' | 'lineHash'>;

interface PathFinding extends Finding {
  path: string;
}

/**
 * SARIF 2.1.0 as GitHub code scanning takes it. Past GitHub's limit the errors come first and
 * the file itself says how many findings are not in it: a refused upload would show nobody anything.
 */
export function renderSarif(report: Report, { tool, rules, lineHash }: SarifOptions): string {
  const known = sarifRules(report, rules);
  const found = report.results.flatMap(({ path, findings }) => findings.map((finding) => ({ ...finding, path })));
  const { kept, leftOut } = upToLimit(found);
  const notifications = [...notCheckedNotifications(report, known), ...leftOutNotification(leftOut)];
  const fingerprint = createFingerprints();
  return jsonLine({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Unpause', informationUri: tool.url, semanticVersion: tool.version, rules: known.descriptors },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: kept.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: known.indexes.get(finding.rule),
          level: sarifLevels[finding.severity],
          message: { text: messageText(finding.message) },
          locations: [location(finding.path, finding)],
          partialFingerprints: {
            ...lineIdentity(lineHash?.(finding.path, finding.line)),
            'unpause/v1': fingerprint(finding),
          },
        })),
        columnKind: 'utf16CodeUnits',
      },
    ],
  });
}

function upToLimit(findings: readonly PathFinding[]): { kept: readonly PathFinding[]; leftOut: number } {
  if (findings.length <= mostResults) return { kept: findings, leftOut: 0 };
  const worstFirst = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return { kept: worstFirst.slice(0, mostResults), leftOut: findings.length - mostResults };
}

/** GitHub looks at this key alone; its upload action adds it where it is missing and warns where it differs. */
function lineIdentity(hash: string | null | undefined): object {
  return hash ? { primaryLocationLineHash: hash } : {};
}

/** In a SARIF message `[text](target)` is a link: without the bracket's end, it is text. */
function messageText(message: string): string {
  return message.replaceAll('](', '\\](') || 'See the rule.';
}

function location(path: string, { line, column, endLine, endColumn }: Finding): object {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: artifactLocation(path), region } };
}

function artifactLocation(path: string): object {
  const uri = path.replace(/\p{Cs}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function notCheckedNotifications(report: Report, known: SarifRules): object[] {
  return groupNotChecked(report).map(({ rule, reason, paths }) => ({
    level: 'note',
    message: { text: messageText(`${rule} was not checked in ${countOf(paths.length, 'document')}: ${reason}`) },
    associatedRule: { id: rule, index: known.indexes.get(rule) },
    locations: paths.map((path) => ({ physicalLocation: { artifactLocation: artifactLocation(path) } })),
  }));
}

function leftOutNotification(leftOut: number): object[] {
  if (leftOut === 0) return [];
  const why = `the least severe first, as GitHub takes ${mostResults}. The JSON report has them all.`;
  return [{ level: 'warning', message: { text: `${countOf(leftOut, 'finding')} left out, ${why}` } }];
}
