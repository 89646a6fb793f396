import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { renderStylish } from '../../../src/render/report/stylish.ts';
import { aDocument, aFinding, aReport, decidedBy, someAdvice, undecided } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

const plain = { color: false, quiet: false };

describe('renderStylish', () => {
  it('groups findings by document, aligned, with who decides and a summary', () => {
    const report = aReport(
      aDocument({
        decision: decidedBy('alice', 'bob'),
        findings: [aFinding(), aFinding({ line: 12, column: 1, severity: 'warning', rule: 'decision-owner-handle', message: 'Unexpected name' })],
      }),
      aDocument({ path: 'rfcs/0002-y.md' }),
      aDocument({ path: 'rfcs/0003-z.md', decision: undecided, findings: [someAdvice()] }),
    );

    expect(renderStylish(report, plain)).toBe(`rfcs/0001-x.md
  Decision Owner: @alice, @bob (line 3)
   3:21  error    Unexpected 2 people, expected one  decision-owner-single
  12:1   warning  Unexpected name                    decision-owner-handle

rfcs/0003-z.md
  1:1  advice   Missing date, expected a day to decide by  decide-by

✖ 3 findings in 2 of 3 documents: 1 error, 1 warning, 1 advice
  1 finding can be fixed with --fix.
`);
  });

  it('says who decides where a few documents miss nothing', () => {
    const report = aReport(aDocument(), aDocument({ path: 'b.md', decision: { ...decidedBy('bob'), line: null } }), aDocument({ path: 'c.md', decision: undecided }));

    expect(renderStylish(report, plain)).toBe(`rfcs/0001-x.md  Decision Owner: @alice (line 3)
b.md  Decision Owner: @bob
c.md  no Decision Owner named

✔ 3 documents, nothing missing.
`);
  });

  it('is one line where many documents miss nothing', () => {
    expect(renderStylish(aReport(...Array.from({ length: 20 }, () => aDocument())), plain)).toBe('✔ 20 documents, nothing missing.\n');
  });

  it('claims no more than it looked for when quiet', () => {
    expect(renderStylish(aReport(...Array.from({ length: 20 }, () => aDocument())), { color: false, quiet: true })).toBe('✔ 20 documents, no errors.\n');
  });

  it('says so where there is no document', () => {
    expect(renderStylish(aReport(), plain)).toBe('No documents to look at.\n');
  });

  it('does not cross out a run without errors', () => {
    expect(renderStylish(aReport(aDocument({ findings: [someAdvice({ fix: null })] })), plain)).toMatch(/\n• 1 finding in 1 document: 1 advice\n$/);
  });

  it('names what could not be checked, once for each reason, apart from the findings', () => {
    const notChecked = [{ rule: 'decision-owner-known', reason: 'no token' }];
    const alone = [{ rule: 'decision-owner-known', reason: 'GitHub did not answer' }];
    const report = aReport(...Array.from({ length: 6 }, () => aDocument({ notChecked })), aDocument({ path: 'b.md', notChecked: alone }));

    expect(renderStylish(report, plain)).toBe(`Not checked: decision-owner-known in 6 documents: no token
Not checked: decision-owner-known in b.md: GitHub did not answer

✔ 7 documents, nothing missing.
`);
  });

  it('does not list reasons without end', () => {
    const notChecked = Array.from({ length: 25 }, (_, index) => ({ rule: 'decision-owner-known', reason: `reason ${index}` }));

    expect(renderStylish(aReport(aDocument({ notChecked })), plain)).toContain('reason 9\nand 15 more\n\n✔');
  });

  it('keeps rule ids in sight beside a very long message', () => {
    const findings = [aFinding({ message: 'x'.repeat(500) }), aFinding({ message: 'short' })];

    expect(renderStylish(aReport(aDocument({ findings })), plain)).toContain(`short${' '.repeat(95)}  decision-owner-single`);
  });

  it('paints severities when colour is on', () => {
    const text = renderStylish(aReport(aDocument({ findings: [aFinding(), someAdvice()] })), { color: true, quiet: false });

    expect(text).toContain('\u001b[31merror  \u001b[0m');
    expect(text).toContain('\u001b[36madvice \u001b[0m');
    expect(text).toContain('\u001b[4mrfcs/0001-x.md\u001b[0m');
  });

  it('does not let a path begin a line as a workflow command', () => {
    expect(renderStylish(aReport(aDocument({ path: '::add-mask::x.md' })), plain)).toMatch(/^\.\/::add-mask::x\.md {2}/);
  });

  it('holds no control character but line ends, whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderStylish(report, plain).replaceAll('\n', '');

        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('has one line per finding, whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { errors, warnings, advice } = report.summary;
        const lines = renderStylish(report, plain).split('\n');

        expect(lines.filter((line) => /^ +\d+:\d+ +(error|warning|advice) /.test(line))).toHaveLength(errors + warnings + advice);
      }),
    );
  });
});
