import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHubServer } from '../support/github-server.ts';
import { decided, pullRequestPayload, undecided } from './payloads.ts';
import { buildAction, manifest, removeFolders, root, runAction, type ActionRun } from './run-action.ts';

let built = '';
let server: GitHubServer;

beforeAll(async () => {
  built = buildAction();
  const commits = { main: { 'rfcs/0001-a.md': undecided }, feature: { 'rfcs/0001-a.md': undecided, 'rfcs/0002-b.md': decided } };
  server = await GitHubServer.start({
    repositories: { 'acme/rfcs': { commits, pulls: { 7: { base: 'main', head: 'feature' } } } },
    users: { alice: { type: 'User' } },
    tokens: { 'job-token': [] },
  });
});

afterAll(async () => {
  await server.stop();
  removeFolders(built);
});

async function run(parts: Partial<ActionRun> & { event: string }) {
  server.requests.length = 0;
  return await runAction({ built, apiUrl: server.url, ...parts });
}

describe('an event of the loop', () => {
  it.each(['issues', 'issue_comment', 'pull_request_review', 'schedule', 'workflow_dispatch'])('%s: auto runs the loop, which needs a token', async (event) => {
    const { status, outputs, commands } = await run({ event, inputs: { token: '' } });
    expect(status).toBe(1);
    expect(outputs).toEqual({ conclusion: 'failure' });
    expect(commands).toEqual([expect.stringMatching(/^::error title=Unpause::Missing `token`, expected one for the loop/)]);
    expect(server.requests).toEqual([]);
  });

  it('lints at workflow_dispatch what is named', async () => {
    const { report } = await run({ event: 'workflow_dispatch', inputs: { paths: 'rfcs/0001-a.md' }, checkout: { 'rfcs/0001-a.md': undecided } });
    expect(report?.results.map(({ path }) => path)).toEqual(['rfcs/0001-a.md']);
  });

  it('lints all documents where lint was asked for', async () => {
    expect((await run({ event: 'schedule', inputs: { mode: 'lint' } })).report?.results).toHaveLength(1);
  });

  it('lints the pull request where it has one and lint was asked for', async () => {
    const { report } = await run({ event: 'pull_request_review', payload: pullRequestPayload(), inputs: { mode: 'lint' } });
    expect(report?.results.map(({ path }) => path)).toEqual(['rfcs/0002-b.md']);
  });
});

it('lints pull_request_target as a pull request', async () => {
  const { report } = await run({ event: 'pull_request_target', payload: pullRequestPayload() });
  expect(report?.results.map(({ path }) => path)).toEqual(['rfcs/0002-b.md']);
});

describe('an input', () => {
  it('mode sweep runs the loop at any event', async () => {
    const { status, commands } = await run({ event: 'push', inputs: { mode: 'sweep', token: '' } });
    expect(status).toBe(1);
    expect(commands).toEqual([expect.stringMatching(/^::error title=Unpause::Missing `token`, expected one for the loop/)]);
  });

  it('that nobody understands is said, all of them at once', async () => {
    const { status, commands } = await run({ event: 'push', inputs: { mode: 'fix', 'fail-on': 'errors', annotations: 'yes', summary: '1' } });
    expect(status).toBe(1);
    expect(commands).toEqual([
      '::error title=Unpause::Unexpected `mode: fix`, expected one of auto, lint, sweep, log.',
      '::error title=Unpause::Unexpected `fail-on: errors`, expected one of error, warning, never.',
      '::error title=Unpause::Unexpected `annotations: yes`, expected one of true, false.',
      '::error title=Unpause::Unexpected `summary: 1`, expected one of true, false.',
    ]);
  });

  it('may be written in capitals', async () => {
    expect((await run({ event: 'schedule', inputs: { mode: 'Lint', annotations: 'TRUE', 'fail-on': 'NEVER' } })).status).toBe(0);
  });
});

describe('a runner that lacks something', () => {
  it('an event file that is none is said', async () => {
    const { status, commands } = await run({ event: 'push', variables: { GITHUB_EVENT_PATH: '/nowhere/event.json' } });
    expect(status).toBe(1);
    expect(commands.at(-1)).toMatch(/^::error title=Unpause::The event file \/nowhere\/event\.json cannot be read/);
  });

  it('without a repository says so', async () => {
    expect((await run({ event: 'push', variables: { GITHUB_REPOSITORY: '' } })).commands.at(-1)).toMatch(/Missing GITHUB_REPOSITORY/);
  });
});

describe('action.yml', () => {
  it('names the inputs that are read, and no other', () => {
    const source = readFileSync(join(root, 'action/inputs.ts'), 'utf8');
    const read = [...source.matchAll(/(?:getInput|oneOf)\('([\w-]+)'/g)].map(([, name]) => name);
    expect([...new Set(read)].toSorted()).toEqual(Object.keys(manifest.inputs).toSorted());
  });

  it('describes each of them, and runs what is built', () => {
    const all = [...Object.values(manifest.inputs), ...Object.values(manifest.outputs)];
    expect(all.every(({ description }) => description.length > 15)).toBe(true);
    expect(manifest.runs).toEqual({ using: 'node24', main: 'action/dist/index.js' });
  });
});
