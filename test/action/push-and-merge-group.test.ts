import { describe, expect, it } from '@jest/globals';
import type { Tree } from '../support/github-server.ts';
import { decided, mergeGroupPayload, pushPayload, undecided } from './payloads.ts';
import { runAction, type ActionResult, type ActionRun } from './run-action.ts';
import { useAction } from './use-action.ts';

const job = useAction();

const old = { 'rfcs/0001-old.md': undecided };
const fresh = { ...old, 'rfcs/0002-new.md': decided };
const zero = '0'.repeat(40);

async function run(parts: Partial<ActionRun> & { event: string }, commits: Record<string, Tree>): Promise<ActionResult> {
  job.server.state = { repositories: { 'acme/rfcs': { commits } }, users: { alice: { type: 'User' } }, tokens: { 'job-token': [] } };
  job.server.requests.length = 0;
  return await runAction({ built: job.built, apiUrl: job.server.url, commit: 'head', ...parts });
}

const paths = ({ report }: ActionResult) => report?.results.map(({ path }) => path);

describe('a push', () => {
  const payload = pushPayload({ before: 'main', after: 'head' });

  it('is judged by the documents it changes', async () => {
    const result = await run({ event: 'push', payload }, { main: old, head: fresh });
    expect(paths(result)).toEqual(['rfcs/0002-new.md']);
    expect(result.outputs).toMatchObject({ conclusion: 'success', 'decision-owner': 'alice' });
  });

  it('of a new branch is compared with the default branch', async () => {
    const created = pushPayload({ before: zero, after: 'head', ref: 'refs/heads/topic' });
    expect(paths(await run({ event: 'push', payload: created }, { main: old, head: fresh }))).toEqual(['rfcs/0002-new.md']);
  });

  it('with force, whose commit before is gone, is compared with the default branch', async () => {
    const forced = pushPayload({ before: 'gone', after: 'head', ref: 'refs/heads/topic' });
    expect(paths(await run({ event: 'push', payload: forced }, { main: old, head: fresh }))).toEqual(['rfcs/0002-new.md']);
  });

  it('that begins the default branch is judged by all documents', async () => {
    const first = pushPayload({ before: zero, after: 'head' });
    expect(paths(await run({ event: 'push', payload: first }, { main: fresh, head: fresh }))).toEqual(['rfcs/0001-old.md', 'rfcs/0002-new.md']);
  });

  it('that deletes a branch has nothing to lint', async () => {
    const result = await run({ event: 'push', payload: pushPayload({ before: 'main', after: zero, deleted: true }) }, { main: old });
    expect(result.outputs.conclusion).toBe('neutral');
    expect(result.stdout).toContain('deletes a branch');
  });

  it('of more files than a comparison lists is compared tree by tree', async () => {
    const code = Object.fromEntries(Array.from({ length: 320 }, (_, index) => [`a/file-${index}.ts`, `// ${index}`]));
    const result = await run({ event: 'push', payload }, { main: old, head: { ...fresh, ...code } });
    expect(paths(result)).toEqual(['rfcs/0002-new.md']);
  });

  it('without a token is judged by all documents of the checkout, and says so', async () => {
    const result = await run({ event: 'push', payload, inputs: { token: '' }, checkout: fresh }, {});
    expect(paths(result)).toEqual(['rfcs/0001-old.md', 'rfcs/0002-new.md']);
    expect(job.server.requests).toEqual([]);
    expect(result.commands).toContainEqual(expect.stringMatching(/^::warning .*so all documents of the checkout were linted/));
    expect(result.report?.results[1]?.notChecked).toEqual([{ rule: 'decision-owner-known', reason: 'there is no token to ask GitHub with' }]);
  });

  it('with neither a token nor a checkout fails with what is missing', async () => {
    const result = await run({ event: 'push', payload, inputs: { token: '' } }, {});
    expect(result.status).toBe(1);
    expect(result.outputs).toEqual({ conclusion: 'failure' });
    expect(result.commands).toEqual([expect.stringMatching(/^::error title=Unpause::Which documents changed could not be found out .* Give the Action a token/)]);
  });
});

describe('a merge group', () => {
  const payload = mergeGroupPayload('main', 'head');

  it('is judged by the documents between its base and its head', async () => {
    const result = await run({ event: 'merge_group', payload }, { main: old, head: { ...fresh, 'rfcs/0003-x.md': undecided } });
    expect(paths(result)).toEqual(['rfcs/0002-new.md', 'rfcs/0003-x.md']);
    expect(result.outputs.conclusion).toBe('failure');
    expect(result.summary).toContain('/blob/head/rfcs/0003-x.md');
  });

  it('takes its config from the default branch', async () => {
    const strict = { '.github/unpause.yml': 'lint: {rules: {decide-by: error}}\n' };
    const lax = { '.github/unpause.yml': 'lint: {rules: {decision-owner-required: off}}\n' };
    const result = await run({ event: 'merge_group', payload, checkout: { ...lax, 'rfcs/0003-x.md': undecided } }, { main: strict, head: { ...lax, 'rfcs/0003-x.md': undecided } });
    expect(result.outputs.errors).toBe('2');
  });

  it('without a document is neutral', async () => {
    const result = await run({ event: 'merge_group', payload }, { main: old, head: { ...old, 'a.ts': 'code' } });
    expect(result.outputs.conclusion).toBe('neutral');
    expect(result.status).toBe(0);
  });
});

describe('an event about no change', () => {
  it('lints all documents, of the checkout where there is one', async () => {
    const result = await run({ event: 'workflow_dispatch', inputs: { mode: 'lint' }, checkout: fresh }, { main: {} });
    expect(paths(result)).toEqual(['rfcs/0001-old.md', 'rfcs/0002-new.md']);
  });

  it('lints all documents of its commit without a checkout, but no symbolic link', async () => {
    const commits = { main: {}, head: { ...fresh, 'rfcs/latest.md': '0002-new.md' } };
    job.server.state = { repositories: { 'acme/rfcs': { commits, links: ['rfcs/latest.md'] } }, users: { alice: { type: 'User' } }, tokens: { 'job-token': [] } };
    const result = await runAction({ built: job.built, apiUrl: job.server.url, commit: 'head', event: 'workflow_dispatch', inputs: { mode: 'lint' } });
    expect(paths(result)).toEqual(['rfcs/0001-old.md', 'rfcs/0002-new.md']);
  });

  it('that cannot be looked at fails with what GitHub said', async () => {
    job.server.faults = [{ path: /\/git\/trees\//, status: 403, message: 'Resource not accessible by integration' }];
    const result = await run({ event: 'workflow_dispatch', inputs: { mode: 'lint' } }, { main: {} });
    expect(result.status).toBe(1);
    expect(result.commands.at(-1)).toMatch(/^::error title=Unpause::GET \/repos\/acme\/rfcs\/git\/trees\/head was answered with 403 .*`contents: read`/);
  });
});

describe('the input paths', () => {
  it('names files, folders and globs in the checkout', async () => {
    const checkout = { 'rfcs/a.md': decided, 'notes/b.md': decided, 'notes/deep/c.md': decided, 'x/d.md': decided, 'x/e.md': decided };
    const result = await run({ event: 'pull_request', payload: {}, inputs: { paths: 'rfcs/a.md\nnotes\nx/*.md\n!x/e.md' }, checkout }, { main: {} });
    expect(paths(result)).toEqual(['notes/b.md', 'notes/deep/c.md', 'rfcs/a.md', 'x/d.md']);
  });

  it('names the same in the commit where there is no checkout', async () => {
    const head = { 'rfcs/a.md': decided, 'notes/b.md': decided, 'notes/deep/c.md': decided, 'x/d.md': decided, 'x/e.md': decided };
    const result = await run({ event: 'workflow_dispatch', inputs: { paths: 'rfcs/a.md\n./notes/\nx/*.md\n!x/e.md' } }, { main: {}, head });
    expect(paths(result)?.toSorted()).toEqual(['notes/b.md', 'notes/deep/c.md', 'rfcs/a.md', 'x/d.md']);
  });

  it('that matches nothing is said', async () => {
    const result = await run({ event: 'push', payload: {}, inputs: { paths: 'rfc/' }, checkout: fresh }, { main: {}, head: fresh });
    expect(result.outputs.conclusion).toBe('neutral');
    expect(result.commands).toContainEqual(expect.stringMatching(/^::warning title=Unpause::`paths` names rfc\/, and no document matches it/));
  });
});
