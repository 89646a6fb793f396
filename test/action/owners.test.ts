import { describe, expect, it } from '@jest/globals';
import type { FakeRepository } from '../support/github-server.ts';
import { privately, pullRequestPayload } from './payloads.ts';
import { runAction } from './run-action.ts';
import { useAction } from './use-action.ts';

const job = useAction();

const users = { alice: { type: 'User' as const }, acme: { type: 'Organization' as const } };

/** A pull request whose document names these owners, and what the one online rule says of them. */
async function judged(owners: string, { config = '', body = '', ...parts }: Partial<FakeRepository> & { config?: string; body?: string } = {}) {
  const text = `# Cache\n\n**Decision Owner**: ${owners}\n\n**Decide by**: 2030-01-01\n${body}`;
  const commits = { main: config ? { '.github/unpause.yml': config } : {}, feature: { 'rfcs/0001-cache.md': text } };
  job.server.state = {
    repositories: { 'acme/rfcs': { commits, pulls: { 7: { base: 'main', head: 'feature' } }, ...parts } },
    users,
    tokens: { 'job-token': ['acme/rfcs'] },
  };
  job.server.requests.length = 0;
  const payload = parts.private ? privately(pullRequestPayload()) : pullRequestPayload();
  const { report, outputs, summary } = await runAction({ built: job.built, event: 'pull_request', payload, apiUrl: job.server.url });
  const [result] = report?.results ?? [];
  const findings = result?.findings.filter(({ rule }) => rule === 'decision-owner-known').map(({ message, severity, line }) => ({ message, severity, line }));
  return { findings, notChecked: result?.notChecked, outputs, summary };
}

describe('decision-owner-known', () => {
  it('is content with somebody who exists, in a public repository', async () => {
    expect(await judged('@alice')).toMatchObject({ findings: [], notChecked: [], outputs: { conclusion: 'success' } });
    expect(job.server.requests.some((request) => request.includes('/collaborators/'))).toBe(false);
  });

  it('reports a handle that nobody has', async () => {
    const { findings, outputs } = await judged('@alcie');
    expect(findings).toEqual([{ message: expect.stringContaining('`@alcie`'), severity: 'error', line: 3 }]);
    expect(outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
  });

  it('reports an organisation', async () => {
    expect((await judged('@acme')).findings).toMatchObject([{ message: expect.stringContaining('expected a person') }]);
  });

  it('asks in a private repository what the person may do, by `user.permissions`', async () => {
    expect(await judged('@alice', { private: true, permissions: { alice: { pull: true } } })).toMatchObject({ findings: [], notChecked: [] });
    expect((await judged('@alice', { private: true, permissions: { alice: { pull: false } } })).findings).toMatchObject([{ message: expect.stringContaining('can see this repository') }]);
    expect((await judged('@alice', { private: true })).findings).toHaveLength(1);
  });

  it('does not guess where GitHub does not say what the person may do', async () => {
    const { findings, notChecked } = await judged('@alice', { private: true, permissions: { alice: null } });
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([{ rule: 'decision-owner-known', reason: 'GitHub does not say what alice may do in acme/rfcs' }]);
  });

  it.each([
    ['is refused', { status: 403, message: 'Resource not accessible by integration' } as const, 'was answered with 403 (Resource not accessible by integration)'],
    ['fails', { status: 503, message: 'Unicorn' } as const, 'was answered with 503 (Unicorn)'],
    ['gets no answer', { status: 'hang up' } as const, 'got no answer'],
    ['meets the limit', { status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } } as const, 'the limit is reset at 2100-01-01T00:00:00.000Z'],
  ])('says "not checked" where the look-up %s', async (_case, fault, reason) => {
    job.server.faults = [{ path: /^\/users\//, ...fault }];
    const { findings, notChecked, outputs, summary } = await judged('@alice');
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([{ rule: 'decision-owner-known', reason: expect.stringContaining(reason) }]);
    expect(outputs.conclusion).toBe('success');
    expect(summary).toContain('### Not checked');
  });

  it('waits as long as GitHub asks, and asks again', async () => {
    job.server.faults = [{ path: /^\/users\//, status: 429, headers: { 'retry-after': '0' }, times: 2 }];
    expect(await judged('@alice')).toMatchObject({ findings: [], notChecked: [] });
  });

  it('asks for nobody else once GitHub has had enough', async () => {
    job.server.faults = [{ path: /^\/users\//, status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } }];
    const { notChecked } = await judged('@a1, @b2, @c3, @d4, @e5, @f6');
    expect(notChecked).toHaveLength(6);
    expect(job.server.requests.filter((request) => request.includes('/users/'))).toHaveLength(1);
  });

  it('has the severity that the config gives it', async () => {
    expect((await judged('@alcie', { config: 'lint: { rules: { decision-owner-known: warning } }' })).findings).toMatchObject([{ severity: 'warning' }]);
    expect(await judged('@alcie', { config: 'lint: { rules: { decision-owner-known: off } }' })).toMatchObject({ findings: [], outputs: { conclusion: 'success' } });
    expect(job.server.requests.some((request) => request.includes('/users/'))).toBe(false);
  });

  it('can be suppressed in a document only where the config lets it', async () => {
    const body = '\n<!-- unpause-disable decision-owner-known: joins on Monday -->\n';
    expect((await judged('@alcie', { body })).findings).toHaveLength(1);
    expect((await judged('@alcie', { body, config: 'lint: { suppressions: all }' })).findings).toEqual([]);
  });
});
