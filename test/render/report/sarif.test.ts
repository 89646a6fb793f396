import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';

import { renderSarif } from '../../../src/render/report/sarif.ts';
import { aDocument, aFinding, aReport, options, someAdvice } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string } } }[];
  partialFingerprints: Record<string, string>;
}

interface Run {
  tool: { driver: { rules: { id: string }[] } };
  invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
  results: Result[];
}

function runOf(report: Parameters<typeof renderSarif>[0], more: Partial<typeof options> = {}): Run {
  const log = JSON.parse(renderSarif(report, { ...options, ...more })) as { runs: [Run] };
  return log.runs[0];
}

describe('renderSarif', () => {
  it('writes a run as GitHub code scanning reads it', () => {
    const report = aReport(
      aDocument({ path: 'rfcs/Ä b#1.md', findings: [aFinding()], notChecked: [{ rule: 'decision-owner-known', reason: 'no token' }] }),
    );
    const location = { artifactLocation: { uri: 'rfcs/%C3%84%20b%231.md', uriBaseId: '%SRCROOT%' } };
    const { tool, ...run } = runOf(report);

    expect(tool).toMatchObject({ driver: { name: 'Unpause', informationUri: 'https://example.org', semanticVersion: '1.2.3' } });
    expect(tool.driver.rules.map((rule) => rule.id)).toEqual(['decision-owner-single', 'decision-owner-known']);
    expect(run).toEqual({
      invocations: [
        {
          executionSuccessful: true,
          toolExecutionNotifications: [
            {
              level: 'note',
              message: { text: 'decision-owner-known was not checked in 1 document: no token' },
              associatedRule: { id: 'decision-owner-known', index: 1 },
              locations: [{ physicalLocation: location }],
            },
          ],
        },
      ],
      results: [
        {
          ruleId: 'decision-owner-single',
          ruleIndex: 0,
          level: 'error',
          message: { text: 'Unexpected 2 people, expected one' },
          locations: [{ physicalLocation: { ...location, region: { startLine: 3, startColumn: 21, endLine: 3, endColumn: 36 } } }],
          partialFingerprints: { 'unpause/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
        },
      ],
      columnKind: 'utf16CodeUnits',
    });
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['advice', 'note'],
  ] as const)('writes %s as level %s', (severity, level) => {
    expect(runOf(aReport(aDocument({ findings: [aFinding({ severity })] }))).results[0]?.level).toBe(level);
  });

  it('points outside the source root where the document is outside', () => {
    const [result] = runOf(aReport(aDocument({ path: '/tmp/a b.md', findings: [aFinding()] }))).results;

    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'file:///tmp/a%20b.md' });
  });

  it('adds GitHub’s own line hash where the shell has the text', () => {
    const lineHash = (path: string, line: number) => (path === 'a.md' ? `${line}abc:1` : null);
    const report = aReport(aDocument({ path: 'a.md', findings: [aFinding()] }), aDocument({ path: 'b.md', findings: [aFinding()] }));

    expect(runOf(report, { lineHash }).results.map((result) => result.partialFingerprints.primaryLocationLineHash)).toEqual(['3abc:1', undefined]);
  });

  it('lets no message make a link', () => {
    const [result] = runOf(aReport(aDocument({ findings: [aFinding({ message: 'Unexpected [Name here](1), see [x]' })] }))).results;

    expect(result?.message.text).toBe('Unexpected [Name here\\](1), see [x]');
  });

  it('gives a finding the same fingerprint when lines have moved', () => {
    const fingerprints = [3, 40].map((line) => runOf(aReport(aDocument({ findings: [aFinding({ line, endLine: line })] }))).results[0]?.partialFingerprints);

    expect(fingerprints[0]).toEqual(fingerprints[1]);
  });

  it('keeps the worst findings within what GitHub takes, and says how many it left out', () => {
    const advice = Array.from({ length: 25_000 }, (_, line) => someAdvice({ line: line + 1 }));
    const run = runOf(aReport(aDocument({ findings: [...advice, aFinding()] })));

    expect(run.results).toHaveLength(25_000);
    expect(run.results[0]?.level).toBe('error');
    expect(run.invocations[0]?.toolExecutionNotifications).toEqual([
      { level: 'warning', message: { text: '1 finding left out, the least severe first, as GitHub takes 25000. The JSON report has them all.' } },
    ]);
  });

  it('follows the official schema, whatever the documents hold', () => {
    const validate = officialSchema();
    fc.assert(
      fc.property(anyReport, (report) => {
        const log = JSON.parse(renderSarif(report, options)) as { runs: [Run] };
        const [run] = log.runs;

        expect(validate(log) ? [] : validate.errors).toEqual([]);
        expect(run.results.map((result) => run.tool.driver.rules[result.ruleIndex]?.id)).toEqual(run.results.map((result) => result.ruleId));
        expect(run.results.filter((result) => result.message.text === '')).toEqual([]);
        const identities = run.results.map((result) => result.partialFingerprints['unpause/v1']);
        expect(new Set(identities).size).toBe(identities.length);
      }),
      { numRuns: 300 },
    );
  });
});

function officialSchema() {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // The schema is written in draft 04, which differs from what ajv reads in these two keys alone; and one
  // of its patterns is no regular expression to the stricter Unicode mode.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
