import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Tree } from '../support/github-server.ts';
import { decided, pullRequestPayload, undecided } from './payloads.ts';
import { manifest, runAction } from './run-action.ts';
import { useAction } from './use-action.ts';

const job = useAction();

async function lint(head: Tree, inputs: Record<string, string> = {}, variables: Record<string, string> = {}) {
  job.server.state = {
    repositories: { 'acme/rfcs': { commits: { main: {}, feature: head }, pulls: { 7: { base: 'main', head: 'feature' } } } },
    users: { alice: { type: 'User' }, bob: { type: 'User' } },
    tokens: { 'job-token': [] },
  };
  return await runAction({ built: job.built, event: 'pull_request', payload: pullRequestPayload(), apiUrl: job.server.url, inputs, variables });
}

const withWarning = { 'rfcs/a.md': '**Decision Owner**: Alice Example\n\n**Decide by**: 2030-01-01\n' };
const withError = { 'rfcs/a.md': undecided };

describe('fail-on', () => {
  it.each([
    ['error', withError, 'failure'],
    ['error', withWarning, 'success'],
    ['warning', withError, 'failure'],
    ['warning', withWarning, 'failure'],
    ['never', withError, 'success'],
    ['warning', { 'rfcs/a.md': '**Decision Owner**: @alice\n' }, 'success'],
  ])('%s: the conclusion follows', async (failOn, documents, conclusion) => {
    const { status, outputs } = await lint(documents, { 'fail-on': failOn });
    expect(outputs.conclusion).toBe(conclusion);
    expect(status).toBe(conclusion === 'failure' ? 1 : 0);
  });

  it('counts in the outputs, whatever the conclusion', async () => {
    expect((await lint(withError, { 'fail-on': 'never' })).outputs.errors).toBe('1');
    expect((await lint(withWarning)).outputs).toMatchObject({ errors: '0', warnings: '1' });
  });
});

describe('annotations', () => {
  const many = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`rfcs/${String(index).padStart(2, '0')}.md`, undecided]));

  it('are as many as GitHub shows, and the summary says how many it does not', async () => {
    const { commands, summary, report } = await lint(many);
    expect(commands.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(commands.filter((line) => line.startsWith('::notice'))).toHaveLength(10);
    expect(summary).toContain('8 more findings can be read here');
    expect(summary).toContain('rfcs/13.md');
    expect(report?.results).toHaveLength(14);
  });

  it('can be turned off', async () => {
    const { commands, stdout, status } = await lint(many, { annotations: 'false' });
    expect(commands).toEqual(['::add-mask::job-token']);
    expect(stdout).toContain('decision-owner-required');
    expect(status).toBe(1);
  });
});

describe('the summary', () => {
  it('says who decides', async () => {
    const { summary } = await lint({ 'rfcs/a.md': decided });
    expect(summary).toMatch(/\| Document \| Who decides \| Findings \|\n.*\n\| \[rfcs\/a\.md\]\(https:\/\/github\.com\/acme\/rfcs\/blob\/feature\/rfcs\/a\.md\) \| @\u200balice/);
  });

  it('can be turned off', async () => {
    expect((await lint(withError, { summary: 'false' })).summary).toBe('');
  });

  it('is left out where the runner takes none', async () => {
    expect((await lint(withError, {}, { GITHUB_STEP_SUMMARY: '' })).outputs.conclusion).toBe('failure');
  });
});

describe('the files for later steps', () => {
  it('hold the report as JSON, version 1', async () => {
    const { report } = await lint(withError);
    expect(report).toMatchObject({ version: 1, summary: { documents: 1, errors: 1 } });
  });

  it('hold SARIF where it was asked for', async () => {
    const { outputs, workspace } = await lint(withError, { 'sarif-file': 'out/unpause.sarif' });
    expect(outputs['sarif-file']).toBe(join(workspace, 'out/unpause.sarif'));
    const sarif = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8')) as { version: string; runs: { results: { ruleId: string; partialFingerprints: Record<string, string> }[] }[] };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('decision-owner-required');
    expect(sarif.runs[0]?.results[0]?.partialFingerprints).toHaveProperty('primaryLocationLineHash');
  });

  it('hold SARIF also where there was no document, so that its upload does not fail', async () => {
    const { outputs } = await lint({ 'a.ts': 'code' }, { 'sarif-file': 'unpause.sarif' });
    expect(JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'))).toMatchObject({ runs: [{ results: [] }] });
  });

  it('that cannot be written are said', async () => {
    const folder = '/proc/unpause.sarif';
    const { status, commands } = await lint(withError, { 'sarif-file': folder });
    expect(status).toBe(1);
    expect(commands.at(-1)).toMatch(/^::error title=Unpause::The SARIF file \/proc\/unpause\.sarif cannot be written \(.*\)\. Name another place/);
  });
});

describe('the outputs', () => {
  it('are those that action.yml names', async () => {
    expect(Object.keys((await lint(withError)).outputs).toSorted()).toEqual(Object.keys(manifest.outputs).toSorted());
  });

  it('name every owner once, and nobody who is no login', async () => {
    const documents = { 'rfcs/a.md': decided, 'rfcs/b.md': '**Decision Owner**: @Alice, @bob\n', 'rfcs/c.md': '**Decision Owner**: Carol $(id)\n', 'rfcs/d.md': '**Decision Owner**: @acme/core\n' };
    expect((await lint(documents)).outputs['decision-owner']).toBe('alice,bob');
  });
});

it('runs twice in a job without overwriting its report', async () => {
  const temp = mkdirSync(join(job.built, 'shared-temp'), { recursive: true }) ?? '';
  const [one, two] = [await lint(withError, {}, { RUNNER_TEMP: temp }), await lint(withError, {}, { RUNNER_TEMP: temp })];
  expect(one.outputs.report).not.toBe(two.outputs.report);
});
