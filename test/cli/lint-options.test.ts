import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/lint/report.ts';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const good = '# A\n\n**Decision Owner**: @alice\n**Decide by**: 2026-01-02\n';
const warned = '# B\n\n**Decision Owner**: Alice Smith\n**Decide by**: 2026-01-02\n';
const unnamed = '# C\n\n**Decide by**: 2026-01-02\n';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace({ 'good.md': good, 'warned.md': warned, 'unnamed.md': unnamed, 'sub/far.md': good });
});
afterAll(() => {
  place.remove();
});

describe('exit status of lint', () => {
  it.each([
    { args: ['good.md'], status: 0 },
    { args: ['warned.md'], status: 0 },
    { args: ['unnamed.md'], status: 1 },
    { args: ['good.md', 'unnamed.md'], status: 1 },
    { args: ['warned.md', '--max-warnings', '0'], status: 1 },
    { args: ['warned.md', '--max-warnings', '1'], status: 0 },
    { args: ['warned.md', '--max-warnings', '0', '--quiet'], status: 1 },
    { args: ['good.md', 'gone.md'], status: 2 },
    { args: ['good.md', 'gone.md', '--no-error-on-unmatched-pattern'], status: 0 },
    { args: ['unnamed.md', 'gone*.md', '--no-error-on-unmatched-pattern'], status: 1 },
  ])('is $status for $args', ({ args, status }) => {
    const run = place.run(['lint', ...args]);

    expect(run.status).toBe(status);
    expect(run.stdout).not.toBe('');
  });

  it('says why too many warnings are one mistake more', () => {
    const { lines } = place.run(['lint', 'warned.md', '--max-warnings=0']);

    expect(lines).toEqual(['unpause: 1 warning found, expected at most 0 (--max-warnings); mend some, or raise the limit']);
  });
});

describe('a command line that contradicts itself', () => {
  it.each([
    { args: ['--format', 'xml'], says: /format.*xml.*stylish, json, sarif, github, junit/ },
    { args: ['--formt', 'json'], says: /--formt.*Did you mean --format\?/ },
    { args: ['--max-warnings', 'many', 'good.md'], says: /--max-warnings many: expected a whole number/ },
    { args: ['--max-warnings=-1', 'good.md'], says: /--max-warnings -1/ },
    { args: ['--config'], says: /--config <file>.*argument missing/ },
    { args: ['--fix', '--fix-dry-run', 'good.md'], says: /--fix and --fix-dry-run/ },
    { args: ['--stdin', 'good.md'], says: /--stdin and good\.md/ },
    { args: ['--stdin', '--fix'], says: /--fix and --stdin/ },
    { args: ['--stdin-filename', 'x.md'], says: /--stdin-filename without --stdin/ },
    { args: ['--config', 'none.yml', 'good.md'], says: /none\.yml.*no such file or folder/ },
    { args: ['--config', 'sub', 'good.md'], says: /sub: found a folder, expected a file/ },
    { args: ['--output', 'good.md/x', 'good.md'], says: /--output good\.md\/x: the report cannot be written/ },
  ])('ends with 2 and one line for $args', ({ args, says }) => {
    const run = place.run(['lint', ...args]);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines).toHaveLength(1);
    expect(run.lines[0]).toMatch(says);
  });
});

describe('lint --format', () => {
  it('writes JSON that holds the report of the contract', () => {
    const { stdout } = place.run(['lint', 'good.md', 'unnamed.md', '--format', 'json']);
    const report = JSON.parse(stdout) as Report;

    expect(stdout.endsWith('}\n')).toBe(true);
    expect(Object.keys(report)).toEqual(['version', 'results', 'summary']);
    expect(report.results.map(({ path }) => path)).toEqual(['good.md', 'unnamed.md']);
    expect(report.results[0]?.decision).toMatchObject({ present: true, form: 'bold', line: 3, owners: [{ login: 'alice' }] });
    expect(report.summary).toMatchObject({ documents: 2, errors: 1 });
  });

  it('writes SARIF with rules, their help and fingerprints', () => {
    const { stdout } = place.run(['lint', 'unnamed.md', '--format', 'sarif']);
    const { version, runs } = JSON.parse(stdout) as { version: string; runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } }; results: Record<string, unknown>[] }[] };

    expect(version).toBe('2.1.0');
    expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toContain('decision-owner-required');
    expect(runs[0]?.results[0]).toMatchObject({ ruleId: 'decision-owner-required', partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]+:1$/) } });
  });

  it.each([
    { format: 'github', shows: /^::error file=unnamed\.md,line=\d+/m },
    { format: 'junit', shows: /<testsuites[\s\S]*decision-owner-required/ },
    { format: 'stylish', shows: /^unnamed\.md\n {2}1:1 {2}error .* decision-owner-required$/m },
  ])('writes $format', ({ format, shows }) => {
    expect(place.run(['lint', 'unnamed.md', '--format', format]).stdout).toMatch(shows);
  });
});

describe('lint --quiet', () => {
  it('leaves all but errors out of the report', () => {
    expect(place.report(['.', '--quiet']).summary).toEqual({ documents: 4, errors: 1, warnings: 0, advice: 0, fixable: 1 });
  });
});

describe('lint --output', () => {
  it('writes the report to the file, makes its folder, and prints nothing', () => {
    const run = place.run(['lint', 'unnamed.md', '--format', 'json', '--output', 'made/for/report.json']);

    expect(run).toMatchObject({ status: 1, stdout: '', stderr: '' });
    expect(JSON.parse(place.read('made/for/report.json'))).toMatchObject({ version: 1 });
  });
});

describe('colours', () => {
  it.each([
    { args: [], environment: {}, coloured: false },
    { args: ['--color'], environment: {}, coloured: true },
    { args: [], environment: { FORCE_COLOR: '1' }, coloured: true },
    { args: [], environment: { FORCE_COLOR: '0' }, coloured: false },
    { args: [], environment: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
    { args: ['--no-color'], environment: { FORCE_COLOR: '1' }, coloured: false },
    { args: ['--color'], environment: { NO_COLOR: '1' }, coloured: true },
  ])('are $coloured in a pipe with $args and $environment', ({ args, environment, coloured }) => {
    const { stdout } = place.run(['lint', 'unnamed.md', ...args], { environment });

    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});

describe('lint --stdin', () => {
  it('lints the text on standard input under the name it stands for', () => {
    const report = place.report(['--stdin', '--stdin-filename', 'rfcs/7.md'], { input: good });

    expect(report.results).toMatchObject([{ path: 'rfcs/7.md', decision: { owners: [{ login: 'alice' }] } }]);
  });

  it.each([
    { what: 'no name', args: ['--stdin'], input: unnamed, path: 'stdin.md' },
    { what: 'nothing at all', args: ['--stdin', '--stdin-filename', 'x.md'], input: '', path: 'x.md' },
    { what: 'a dry run of the fixes', args: ['--stdin', '--fix-dry-run'], input: unnamed, path: 'stdin.md' },
  ])('takes $what', ({ args, input, path }) => {
    const report = place.report(args, { input });

    expect(report.results.map((result) => result.path)).toEqual([path]);
    expect(report.summary.errors).toBe(1);
  });
});
