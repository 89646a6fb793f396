import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../../src/rules/registry.ts';
import { makeExamples, makeWorkplace, repository, type Workplace } from '../support/run-cli.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace({ 'rfcs/1.md': '# 1\n' });
});
afterAll(() => {
  place.remove();
});

describe('help and version', () => {
  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };

    expect(place.run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    { args: ['--help'], shows: ['lint', 'rules', 'explain', 'init', 'config', 'Examples:', 'Exit status:'] },
    { args: ['help', 'lint'], shows: ['--format', '--fix-dry-run', '--max-warnings', '--stdin-filename', 'Examples:'] },
    { args: ['lint', '--help'], shows: ['--cache', '--output', '"stylish", "json", "sarif", "github",'] },
    { args: ['config', '--help'], shows: ['check', 'schema'] },
  ])('prints help for $args', ({ args, shows }) => {
    const run = place.run(args);

    expect(run).toMatchObject({ status: 0, stderr: '' });
    for (const part of shows) expect(run.stdout).toContain(part);
  });

  it('prints help on standard error, and ends with 2, where no command was typed', () => {
    const run = place.run([]);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('Examples:');
  });
});

describe('a mistyped command line', () => {
  it.each([
    { args: ['lnit'], says: /unknown command 'lnit'.*did you mean `unpause (?:lint|init)`\?/ },
    { args: ['rfcs'], says: /unknown command 'rfcs'.*did you mean `unpause lint rfcs`\?/ },
    { args: ['frobnicate'], says: /unknown command 'frobnicate'; see `unpause --help`/ },
    { args: ['--verison'], says: /unknown option '--verison'.*--version/ },
    { args: ['config', 'chekc'], says: /unknown command 'chekc'.*check/ },
    { args: ['explain'], says: /missing required argument 'rule'/ },
    { args: ['explain', 'decision-owner-singel'], says: /unknown rule 'decision-owner-singel'; did you mean `unpause explain decision-owner-single`\?/ },
    { args: ['explain', 'zzzzzzzzzz'], says: /unknown rule 'zzzzzzzzzz'; `unpause rules` lists those there are/ },
    { args: ['rules', '--format', 'xml'], says: /Allowed choices are table, json/ },
    { args: ['rules', 'extra'], says: /too many arguments/ },
  ])('ends with 2 and one line for $args', ({ args, says }) => {
    const run = place.run(args);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines).toEqual([expect.stringMatching(says)]);
  });
});

describe('rules', () => {
  it('lists each rule on a line', () => {
    const { stdout } = place.run(['rules']);
    const ids = stdout.trimEnd().split('\n').slice(1).map((line) => line.split(' ')[0]);

    expect(ids).toEqual(rules.map(({ id }) => id));
    expect(stdout).toMatch(/^decision-owner-handle +warning +yes +The /m);
  });

  it('lists them for programs', () => {
    const listed = JSON.parse(place.run(['rules', '--format', 'json']).stdout) as unknown;

    expect(listed).toEqual(rules.map(({ id, severity, fixable, online, summary }) => ({ id, severity, fixable, online, summary })));
  });
});

describe('explain', () => {
  it.each(rules.map(({ id, summary }) => ({ id, summary })))('prints the documentation of $id', ({ id, summary }) => {
    const run = place.run(['explain', id]);

    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(new RegExp(`^# ${id}\n\nDefault: `));
    expect(run.stdout.length).toBeGreaterThan(summary.length + 100);
  });
});

describe('a reader that goes away', () => {
  it.each([
    { args: ['config', 'schema'], expected: 0 },
    { args: ['lint', '--help'], expected: 0 },
    { args: ['lint', 'examples/rfcs'], expected: 1 },
  ])('ends $args quietly', async ({ args, expected }) => {
    const examples = makeExamples();
    const child = spawn(process.execPath, [join(repository, 'bin', 'unpause.js'), ...args], { cwd: examples.path, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const status = await new Promise((resolve) => child.on('close', resolve));
    examples.remove();

    expect({ status, stderr }).toEqual({ status: expected, stderr: '' });
  });
});
