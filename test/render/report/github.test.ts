import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { renderGithub } from '../../../src/render/report/github.ts';
import { aDocument, aFinding, aReport, someAdvice } from '../a-report.ts';
import { anyReport } from '../any-report.ts';

function commandFor(values: Parameters<typeof aFinding>[0], path = 'a.md'): string {
  return renderGithub(aReport(aDocument({ path, findings: [aFinding(values)] })));
}

describe('renderGithub', () => {
  it('writes one command per finding', () => {
    const warning = aFinding({ severity: 'warning', rule: 'decision-owner-handle', message: 'Unexpected name, expected a handle' });
    const report = aReport(aDocument({ findings: [aFinding(), warning] }), aDocument({ path: 'b.md', findings: [someAdvice()] }));

    expect(renderGithub(report)).toBe(
      [
        '::error file=rfcs/0001-x.md,line=3,endLine=3,col=21,endColumn=36,title=Unpause decision-owner-single::Unexpected 2 people, expected one\n',
        '::warning file=rfcs/0001-x.md,line=3,endLine=3,col=21,endColumn=36,title=Unpause decision-owner-handle::Unexpected name, expected a handle\n',
        '::notice file=b.md,line=1,endLine=1,col=1,endColumn=1,title=Unpause decide-by::Missing date, expected a day to decide by\n',
      ].join(''),
    );
  });

  it('says nothing where nothing was found', () => {
    expect(renderGithub(aReport(aDocument({ notChecked: [{ rule: 'x', reason: 'no token' }] })))).toBe('');
  });

  it.each([
    ['leaves out columns over several lines, which GitHub refuses', { line: 3, endLine: 5, endColumn: 4 }, 'line=3,endLine=5,title'],
    ['ends on the line before where the next has only begun', { line: 3, endLine: 5, endColumn: 1 }, 'line=3,endLine=4,title'],
    ['never ends before it starts', { line: 3, endLine: 2, column: 5, endColumn: 1 }, 'line=3,endLine=3,col=5,endColumn=5,title'],
  ])('%s', (_behaviour, place, expected) => {
    expect(commandFor(place)).toContain(expected);
  });

  it('escapes what would end a property or the command', () => {
    expect(commandFor({ message: '100%: a::b, c\n::add-mask::d' }, 'a,line=9::b%.md')).toBe(
      '::error file=a%2Cline=9%3A%3Ab%25.md,line=3,endLine=3,col=21,endColumn=36,title=Unpause decision-owner-single::100%25: a::b, c ::add-mask::d\n',
    );
  });

  it('gives the runner exactly one command per finding, whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = renderGithub(report).split(/\r\n|[\n\r\u0085\u2028\u2029]/u);
        const found = report.results.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })));

        expect(lines.pop()).toBe('');
        expect(lines.map((line) => commandOf(line).name)).toEqual(
          found.map(({ severity }) => ({ error: 'error', warning: 'warning', advice: 'notice' })[severity]),
        );
        expect(lines.map((line) => Number(commandOf(line).properties.get('line')))).toEqual(found.map(({ line }) => line));
        expect(lines.filter((line) => line.includes('##['))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Reads a line as the runner does (actions/runner, ActionCommand.TryParseV2). */
function commandOf(line: string): { name: string; properties: Map<string, string> } {
  const head = line.trimStart().slice(2, line.indexOf('::', 2));
  const space = head.indexOf(' ');
  const pairs = head.slice(space + 1).trim().split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  expect(pairs.map(([key]) => key).filter((key) => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key))).toEqual([]);
  return { name: head.slice(0, space), properties: new Map(pairs) };
}
