import { describe, expect, it } from '@jest/globals';
import type { Tree } from '../support/github-server.ts';
import { decided, pullRequestPayload, undecided } from './payloads.ts';
import { runAction, type ActionRun } from './run-action.ts';
import { useAction } from './use-action.ts';

const job = useAction();

const people = { alice: { type: 'User' as const } };

function pullRequest(base: Tree, head: Tree, parts: { labels?: string[]; body?: string } = {}): ActionRun {
  job.server.state = {
    repositories: { 'acme/rfcs': { commits: { main: base, feature: { ...base, ...head } }, pulls: { 7: { base: 'main', head: 'feature', ...parts } } } },
    users: people,
    tokens: { 'job-token': [] },
  };
  job.server.requests.length = 0;
  return { built: job.built, event: 'pull_request', payload: pullRequestPayload(parts), apiUrl: job.server.url };
}

const blobRequests = () => job.server.requests.filter((request) => request.includes('/git/blobs/'));

describe('a pull request', () => {
  it('without a checkout is linted through the API', async () => {
    const result = await runAction(pullRequest({}, { 'rfcs/0001-cache.md': undecided, 'src/main.ts': 'code' }));
    expect(result.report?.results.map(({ path }) => path)).toEqual(['rfcs/0001-cache.md']);
    expect(result.report?.results[0]?.findings[0]).toMatchObject({ rule: 'decision-owner-required', severity: 'error' });
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '1', 'decision-owner': '' });
    expect(result.status).toBe(1);
    expect(result.commands).toContainEqual(expect.stringMatching(/^::error title=Unpause decision-owner-required,file=rfcs\/0001-cache\.md,line=1,.*::Missing/));
    expect(result.summary).toContain('https://github.com/acme/rfcs/blob/feature/rfcs/0001-cache.md?plain=1#L1');
    expect(result.stderr).toBe('');
  });

  it('with a checkout of its head reads the documents there', async () => {
    const head = { 'rfcs/0001-cache.md': decided };
    const result = await runAction({ ...pullRequest({}, head), checkout: head });
    expect(result.outputs).toMatchObject({ conclusion: 'success', errors: '0', 'decision-owner': 'alice' });
    expect(result.status).toBe(0);
    expect(blobRequests()).toEqual([]);
  });

  it('with a checkout of something else reads the head through the API', async () => {
    const result = await runAction({ ...pullRequest({}, { 'rfcs/0001-cache.md': decided }), checkout: { 'rfcs/0001-cache.md': undecided } });
    expect(result.outputs.conclusion).toBe('success');
    expect(blobRequests()).toHaveLength(1);
  });

  it('is judged by what it changes and not by what was there before', async () => {
    const result = await runAction(pullRequest({ 'rfcs/0001-old.md': undecided }, { 'rfcs/0002-new.md': decided }));
    expect(result.report?.results.map(({ path }) => path)).toEqual(['rfcs/0002-new.md']);
    expect(result.outputs.conclusion).toBe('success');
  });

  it('of 300 files is searched to the last page', async () => {
    const code = Object.fromEntries(Array.from({ length: 297 }, (_, index) => [`lib/file-${index}.ts`, `// ${index}`]));
    const head = { ...code, 'rfc/a.md': decided, 'rfcs/b.md': decided, 'text/deep/c.md': undecided };
    const result = await runAction(pullRequest({}, head));
    expect(result.report?.results.map(({ path }) => path)).toEqual(['rfc/a.md', 'rfcs/b.md', 'text/deep/c.md']);
    expect(job.server.requests.filter((request) => request.includes('/pulls/7/files'))).toHaveLength(3);
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
  });

  it('from a fork needs nothing but reading', async () => {
    const result = await runAction({ ...pullRequest({}, { 'rfcs/0001-cache.md': undecided }), variables: { GITHUB_HEAD_REF: 'patch-1' } });
    expect(result.outputs.conclusion).toBe('failure');
    expect(job.server.requests.every((request) => request.startsWith('GET '))).toBe(true);
  });

  it('with the label is judged by its description where it changes no document', async () => {
    const result = await runAction(pullRequest({}, { 'src/main.ts': 'code' }, { labels: ['rfc'], body: '**Decision Owner**: TBD\n' }));
    expect(result.report?.results.map(({ path }) => path)).toEqual(['pull request #7']);
    expect(result.commands).toContainEqual(expect.stringMatching(/^::error title=Unpause decision-owner-filled::pull request #7, line 1: /));
    expect(result.summary).toContain('https://github.com/acme/rfcs/pull/7');
    expect(result.status).toBe(1);
  });

  it('that runs again is judged by its description of today', async () => {
    const run = pullRequest({}, { 'src/main.ts': 'code' }, { labels: ['RFC'], body: 'Decision Owner: @alice' });
    const result = await runAction({ ...run, payload: pullRequestPayload({ body: 'Decision Owner: TBD' }) });
    expect(result.outputs).toMatchObject({ conclusion: 'success', 'decision-owner': 'alice' });
  });

  it('that is no RFC is neutral, and says why', async () => {
    const result = await runAction(pullRequest({}, { 'src/main.ts': 'code' }));
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', errors: '0', warnings: '0' });
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('this pull request changes no document');
    expect(result.summary).toContain('does not carry the label');
  });

  it('that deletes a document has no document', async () => {
    const run = pullRequest({ 'rfcs/0001-cache.md': undecided }, {});
    const repository = job.server.state.repositories['acme/rfcs'];
    if (repository) repository.commits.feature = { 'README.md': 'still here' };
    expect((await runAction(run)).outputs.conclusion).toBe('neutral');
  });

  it('is told what the template says in a field, as it is at the base', async () => {
    const template = '# RFC\n\n**Decision Owner**: Name of whoever has the last word\n';
    const document = '# Cache\n\n**Decision Owner**: Name of whoever has the last word\n';
    const result = await runAction(pullRequest({ 'rfcs/0000-template.md': template }, { 'rfcs/0001-cache.md': document, 'rfcs/0000-template.md': '# RFC\n' }));
    const found = result.report?.results.find(({ path }) => path === 'rfcs/0001-cache.md');
    expect(found?.findings.map(({ rule }) => rule)).toContain('decision-owner-filled');
  });

  it('leaves a template alone, and says so', async () => {
    const template = '# RFC\n\n**Decision Owner**: [Name here]\n';
    const result = await runAction(pullRequest({}, { 'rfcs/0000-template.md': template, 'rfcs/0001-cache.md': decided }));
    expect(result.report?.results.map(({ path }) => path)).toEqual(['rfcs/0001-cache.md']);
    expect(result.outputs.conclusion).toBe('success');
    expect(result.summary).toContain('was not linted');
  });

  it('whose files cannot be listed falls back to the checkout, and says so', async () => {
    const run = pullRequest({}, { 'rfcs/0001-cache.md': decided });
    job.server.faults = [{ path: /\/files$/, status: 403, message: 'Resource not accessible by integration' }];
    const result = await runAction({ ...run, checkout: { 'rfcs/0001-cache.md': decided } });
    job.server.faults = [];
    expect(result.outputs.conclusion).toBe('success');
    expect(result.commands).toContainEqual(expect.stringMatching(/^::warning title=Unpause::Which documents changed could not be found out \(GET \/repos\/acme\/rfcs\/pulls\/7\/files was answered with 403/));
  });

  it('whose document cannot be read fails, and judges the others', async () => {
    const run = pullRequest({}, { 'rfcs/0001-a.md': decided, 'rfcs/0002-b.md': `${decided}\nMore.\n` });
    job.server.faults = [{ path: /\/git\/blobs\//, status: 404, times: 1 }];
    const result = await runAction(run);
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(result.report?.results).toHaveLength(1);
    expect(result.stdout).toContain('could not be judged');
  });
});
