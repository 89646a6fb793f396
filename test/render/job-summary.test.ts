import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

import { renderJobSummary, type JobSummary } from '../../src/render/job-summary.ts';
import { runs, seed } from '../support/property-runs.ts';
import { aDocument, aFinding, aReport, decidedBy, someAdvice, undecided } from './a-report.ts';
import { anyReport, anyText } from './any-report.ts';

function blobUrl(path: string, line: number | null): string {
  return `https://github.com/o/r/blob/abc/${path}${line === null ? '' : `#L${line}`}`;
}

function summaryOf(values: Partial<JobSummary>): string {
  return renderJobSummary({ report: aReport(), blobUrl, conclusion: 'success', unannotated: 0, notes: [], ...values });
}

const ourNodes = [
  ...['root', 'heading', 'paragraph', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'tableCell'],
  ...['text', 'strong', 'link', 'inlineCode'],
];

function nodesOf(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

const missingOwner = aDocument({
  path: 'b.md',
  decision: undecided,
  findings: [aFinding({ rule: 'decision-owner-required', message: 'Missing Decision Owner, expected `@handle`', line: 1 }), someAdvice()],
  notChecked: [{ rule: 'decision-owner-known', reason: 'no token' }],
});

describe('renderJobSummary', () => {
  it('shows who decides in each document, and every finding with a link to its line', () => {
    const report = aReport(aDocument({ path: 'a.md' }), missingOwner);

    expect(summaryOf({ report, conclusion: 'failure', unannotated: 1, notes: ['The config is that of @main.'] })).toBe(
      `## ❌ Who decides

**1 error, 1 advice** in 1 of 2 documents. Each finding says what helps next.

> The config is that of @\u200bmain.

| Document | Who decides | Findings |
| --- | --- | --- |
| [b.md](https://github.com/o/r/blob/abc/b.md) | not named yet | 1 error, 1 advice |
| [a.md](https://github.com/o/r/blob/abc/a.md) | @\u200balice ([line 3](https://github.com/o/r/blob/abc/a.md#L3)) | none |

GitHub shows at most 10 errors and 10 warnings of a step as annotations; 1 more finding can be read here.

### Findings

**[b.md](https://github.com/o/r/blob/abc/b.md)**

- [line 1](https://github.com/o/r/blob/abc/b.md#L1), **error**: Missing Decision Owner, expected \`@handle\` ([decision-owner-required](https://example.org/rules#decision-owner-single))
- [line 1](https://github.com/o/r/blob/abc/b.md#L1), **advice**: Missing date, expected a day to decide by ([decide-by](https://example.org/rules#decide-by))

### Not checked

- decision-owner-known in b.md: no token
`,
    );
  });

  it('is short where nothing is missing', () => {
    expect(summaryOf({ report: aReport(aDocument({ path: 'a.md', decision: decidedBy('alice', 'bob') })) })).toBe(
      `## ✅ Who decides

Nothing is missing in 1 document.

| Document | Who decides | Findings |
| --- | --- | --- |
| [a.md](https://github.com/o/r/blob/abc/a.md) | @\u200balice, @\u200bbob ([line 3](https://github.com/o/r/blob/abc/a.md#L3)) | none |
`,
    );
  });

  it('says so where there is no document', () => {
    expect(summaryOf({ conclusion: 'neutral' })).toBe('## ⚪ Who decides\n\nNo RFC document here, so there was nothing to check.\n');
  });

  it('says that findings which do not fail the run hold nothing up', () => {
    expect(summaryOf({ report: aReport(aDocument({ findings: [someAdvice()] })) })).toContain(
      '**1 advice** in 1 document. None of it holds up a merge.',
    );
  });

  it('says of a placeholder that it is not filled in yet', () => {
    const decision = { ...decidedBy(), placeholder: true };

    expect(summaryOf({ report: aReport(aDocument({ decision })) })).toContain('| not filled in yet ([line 3]');
  });

  it('does without links where there are no pages', () => {
    expect(summaryOf({ report: aReport(missingOwner), blobUrl: () => null })).toContain('\n| b.md | not named yet | 1 error, 1 advice |\n');
  });

  it('names a reason that many documents share once', () => {
    const notChecked = [{ rule: 'decision-owner-known', reason: 'no token' }];
    const report = aReport(aDocument({ notChecked }), aDocument({ path: 'b.md', notChecked }));

    expect(summaryOf({ report })).toContain('### Not checked\n\n- decision-owner-known in 2 documents: no token\n');
  });

  it('stays below one MiB and says how much more there is', () => {
    const message = 'é'.repeat(100);
    const results = Array.from({ length: 12_000 }, (_, index) => aDocument({ path: `rfcs/${index}.md`, findings: [aFinding({ message })] }));
    const summary = summaryOf({ report: aReport(...results), conclusion: 'failure', notes: ['x'.repeat(2_000_000)] });

    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(800_000);
    expect(summary).toMatch(/… and \d+ more documents; the JSON report has everything\./);
    expect(summary).toMatch(/… and \d+ more findings; the JSON report has everything\./);
  });

  it('keeps its shape whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, anyText, (report, note) => {
        const markdown = summaryOf({ report, notes: [note], unannotated: 1, conclusion: 'failure' });
        const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        const found = report.results.flatMap((result) => result.findings);
        const rows = tree.children.flatMap((node) => (node.type === 'table' ? node.children : []));
        const items = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []));

        expect(rows.map((row) => row.children.length)).toEqual(report.results.length === 0 ? [] : Array<number>(report.results.length + 1).fill(3));
        expect(items.length).toBeGreaterThanOrEqual(found.length);
        for (const node of nodesOf(tree)) {
          expect(ourNodes).toContain(node.type);
          if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/(github\.com\/o\/r\/blob\/abc\/|example\.org\/rules$)/);
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d/);
        }
      }),
      { numRuns: runs({ desk: 100, ci: 500, long: 10_000 }), seed },
    );
  });
});
