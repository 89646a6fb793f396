import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';

import { renderJunit } from '../../../src/render/report/junit.ts';
import { aDocument, aFinding, aReport, someAdvice } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

describe('renderJunit', () => {
  it('fails a case on errors alone, says the rest as output, and skips what could not be checked', () => {
    const report = aReport(
      aDocument({
        findings: [aFinding(), someAdvice(), aFinding({ line: 9, message: 'Unexpected "b" & <c>' })],
        notChecked: [{ rule: 'decision-owner-known', reason: 'no token' }],
      }),
      aDocument({ path: 'b.md' }),
    );

    expect(renderJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Unpause" tests="4" failures="1" errors="0" skipped="1">
  <testsuite name="rfcs/0001-x.md" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="rfcs/0001-x.md" name="decision-owner-single" file="rfcs/0001-x.md">
      <failure message="Unexpected 2 people, expected one (and 1 more finding)" type="error">line 3, column 21: error: Unexpected 2 people, expected one (https://example.org/rules#decision-owner-single)
line 9, column 21: error: Unexpected &quot;b&quot; &amp; &lt;c&gt; (https://example.org/rules#decision-owner-single)</failure>
    </testcase>
    <testcase classname="rfcs/0001-x.md" name="decide-by" file="rfcs/0001-x.md">
      <system-out>line 1, column 1: advice: Missing date, expected a day to decide by (https://example.org/rules#decide-by)</system-out>
    </testcase>
    <testcase classname="rfcs/0001-x.md" name="decision-owner-known" file="rfcs/0001-x.md">
      <skipped message="Not checked: no token"/>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="b.md" name="no findings" file="b.md"/>
  </testsuite>
</testsuites>
`);
  });

  it('writes a run over no documents', () => {
    expect(renderJunit(aReport())).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Unpause" tests="0" failures="0" errors="0" skipped="0">\n</testsuites>\n',
    );
  });

  it('says both where one rule found an error and advice', () => {
    const findings = [aFinding(), aFinding({ severity: 'advice', line: 7 })];

    expect(renderJunit(aReport(aDocument({ findings })))).toMatch(/<failure [^]*line 3[^]*<\/failure>\n +<system-out>line 7[^]*<\/system-out>/);
  });

  it('is well-formed XML with true counts, whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const elements = elementsOf(renderJunit(report));
        const named = (name: string) => elements.filter((element) => element.name === name);
        const [suites] = named('testsuites');

        expect(named('testsuite')).toHaveLength(report.results.length);
        expect(suites?.attributes).toMatchObject({
          tests: String(named('testcase').length),
          failures: String(named('failure').length),
          skipped: String(named('skipped').length),
        });
        expect(elements.filter((element) => !ourElements.has(element.name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const ourElements = new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'system-out']);

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** Every element, read by a parser that refuses what XML 1.0 does not allow. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(xml).close();
  return elements;
}
