import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowBot } from '../../src/github/app-identity.ts';
import { startProcess } from '../app/a-process.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';

let place: AWorkflow;
let folder = '';
let number = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unpause-log-'));
  // The command goes by real time.
  place = await aWorkflow({ start: new Date(Date.now() - 60_000), files: { '.github/unpause.yml': 'domains: {keys: {when: {labels: [RFC]}, rung: delegate}}\n' } });
  const { world } = place.standIn;
  number = world.openIssue({ repo: place.repo, by: 'alice', title: 'Rotate keys', body: '**Decision Owner**: @bob\n\nKeys leak.\n' }).number;
  world.addLabels({ repo: place.repo, number, by: 'alice', labels: ['RFC'] });
  await unpause(['sweep']);
  world.comment({ repo: place.repo, number, by: 'bob', body: '/decide accept It is cheap.' });
  await unpause(['sweep']);
});

afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

async function unpause(args: readonly string[], { token = place.token, repo = place.repo }: { token?: string; repo?: string } = {}) {
  const { ended, output } = startProcess([...args, ...(repo === '' ? [] : ['--repo', repo])], { GITHUB_TOKEN: token, GITHUB_API_URL: place.standIn.url, UNPAUSE_DATA_DIR: join(folder, 'none') });
  return { status: await ended, output: output() };
}

describe('log', () => {
  it('writes the log to standard output, for anybody who may read', async () => {
    const { status, output } = await unpause(['log'], { token: place.userToken('carol') });
    expect(output).toContain('# Decisions: acme/rfcs\n');
    expect(output).toContain('- **Why:** It is cheap.\n');
    expect(status).toBe(0);
  });

  it.each(['json', 'csv', 'atom'])('writes %s to a file', async (format) => {
    const path = join(folder, 'out', `log.${format}`);
    expect(await unpause(['log', '--format', format, '--output', path])).toEqual({ status: 0, output: '' });
    expect(readFileSync(path, 'utf8')).toContain('Rotate keys');
  });

  it.each([
    ['html', ['decisions', 'index.html', 'principles.html', 'style.css']],
    ['madr', ['0001-rotate-keys.md']],
  ])('writes %s to a folder', async (format, names) => {
    const path = join(folder, format);
    expect(await unpause(['log', '--format', format, '--output', path])).toEqual({ status: 0, output: '' });
    expect(readdirSync(path).sort()).toEqual(names);
  });

  it.each<[what: string, args: string[], parts: { token?: string; repo?: string }, expected: RegExp]>([
    ['without a token', [], { token: '' }, /^unpause: Missing GITHUB_TOKEN, expected a token that may read the repository/],
    ['without a repository', [], { repo: '' }, /^unpause: Missing --repo, expected OWNER\/NAME/],
    ['without a folder', ['--format', 'html'], {}, /^unpause: Missing --output, expected a folder: --format html/],
    ['with a format that there is not', ['--format', 'pdf'], {}, /Allowed choices are md, json, csv, atom, html, madr/],
    ['with a repository that is not there', [], { repo: 'acme/nowhere' }, /^unpause: GitHub does not show acme\/nowhere to this token \(missing\)/],
    ['with a place that nobody can write to', ['--output', '/dev/null/log.md'], {}, /^unpause: --output \/dev\/null\/log\.md: the log cannot be written/],
  ])('says what is missing %s', async (_, args, parts, expected) => {
    const { status, output } = await unpause(['log', ...args], parts);
    expect(output).toMatch(expected);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});

describe('log check', () => {
  it('ends with 0 where all is as it was', async () => {
    expect(await unpause(['log', 'check'])).toEqual({ status: 0, output: '1 decision of acme/rfcs with 1 source checked: all as it was.\n' });
  });

  it('ends with 1, and names what was edited since', async () => {
    const { world, url } = place.standIn;
    const said = world.issue(place.repo, number).comments.find(({ body }) => body.startsWith('/decide'));
    world.editComment({ repo: place.repo, commentId: said?.id ?? 0, by: 'bob', body: '/decide reject It was never cheap.' });
    expect(await unpause(['log', 'check'])).toEqual({
      status: 1,
      output: `#${number} (decision 1): the comment that decided was edited since: ${url}/acme/rfcs/issues/${number}#issuecomment-${said?.id}\n1 decision of acme/rfcs with 1 source checked: 1 difference.\n`,
    });
    const { status, output } = await unpause(['log', 'check', '--format', 'json']);
    expect({ status, check: JSON.parse(output) as object }).toMatchObject({ status: 1, check: { version: 1, decisions: 1, faults: [{ number, n: 1, of: 'decision', fault: 'edited' }], altered: [], compared: null } });
  });
});

describe('forget', () => {
  const named = () => place.commentsBy(workflowBot, number).filter((body) => body.includes('bob')).length;

  it('says what it would rewrite, and what it cannot reach, with --dry-run', async () => {
    const before = named();
    const { status, output } = await unpause(['forget', '@bob', '--dry-run']);
    expect(output).toMatch(/^@bob \(account \d+\) would become “former participant” here:\n {2}no database was at hand[^\n]*\n {2}acme\/rfcs: [1-9]\d* of Unpause’s own comments and issues\n/);
    expect(output).toContain('Out of reach');
    expect({ status, named: named() }).toEqual({ status: 0, named: before });
    expect(before).toBeGreaterThan(0);
  });

  it('takes them out of Unpause’s own comments', async () => {
    expect((await unpause(['forget', 'BOB'])).status).toBe(0);
    expect(named()).toBe(0);
  });

  it.each<[what: string, args: string[], parts: { token?: string; repo?: string }, expected: RegExp]>([
    ['nobody’s name', ['forget', '@nobody-here'], {}, /^unpause: GitHub knows nobody of the name @nobody-here; .*--id/],
    ['what is no name', ['forget', 'a b'], {}, /^unpause: unexpected "a b", expected a login/],
    ['what is no number', ['forget', '@bob', '--id', 'x'], {}, /^unpause: --id: unexpected "x"/],
    ['neither an App nor a repository', ['forget', '@bob'], { repo: '' }, /^unpause: Missing --repo and GITHUB_TOKEN/],
  ])('says what is missing where it is given %s', async (_, args, parts, expected) => {
    const { status, output } = await unpause(args, parts);
    expect(output).toMatch(expected);
    expect(status).toBe(2);
  });

  it('writes nothing in the name of a person', async () => {
    const { status, output } = await unpause(['forget', '@bob'], { token: place.userToken('alice') });
    expect(output).toMatch(/^unpause: GITHUB_TOKEN is a token of alice, expected one of the bot/);
    expect(status).toBe(2);
  });
});
