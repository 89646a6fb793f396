import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Probot, ProbotOctokit } from 'probot';
import { createClient, equipClient, type ClientBehaviour } from '../../src/github/client.ts';
import { createWriteBudget } from '../../src/github/write-budget.ts';
import { startServer, type AnsweringServer, type ServerAnswer } from './a-server.ts';

let running: AnsweringServer | null = null;

afterEach(async () => {
  await running?.stop();
});

async function writeTo(answer: ServerAnswer, behaviour: Partial<ClientBehaviour> = {}) {
  const server = await startServer(() => answer);
  running = server;
  const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', now: () => 1_000_000, ...behaviour });
  const address = { owner: 'acme', repo: 'rfcs', issue_number: 1 };
  const outcome = await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...address, body: 'x' }).then(({ status }) => status, (error: unknown) => error);
  return { outcome, sent: server.requests.length, server };
}

describe('a write', () => {
  it.each<[string, ServerAnswer]>([
    ['an outage', { status: 502, body: { message: 'Bad gateway' } }],
    ['a connection that breaks', 'hang up'],
    ['an answer that is none', { status: 201, headers: { 'content-type': 'text/html' } }],
  ])('is sent once, and may have been made, after %s', async (_case, answer) => {
    const { outcome, sent } = await writeTo(answer);
    expect(outcome).toMatchObject({ kind: 'unavailable', seen: expect.stringMatching(/^POST \/repos\/acme\/rfcs\/issues\/1\/comments .+, and may have been done all the same$/) });
    expect(sent).toBe(1);
  });

  it('is sent once where no answer comes in time', async () => {
    const server = await startServer(async () => await new Promise(() => undefined));
    running = server;
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', timeout: 20 });
    await expect(github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner: 'a', repo: 'b', comment_id: 1 })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ServerAnswer, number]>([
    ['retry-after', { status: 403, headers: { 'retry-after': '30' }, body: { message: 'wait' } }, 1_030_000],
    ['a secondary limit that names no time', { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, 1_060_000],
    ['a limit that is reset', { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1234' }, body: { message: 'x' } }, 1_234_000],
  ])('is postponed by %s', async (_case, answer, retryAt) => {
    const { outcome, sent } = await writeTo(answer);
    expect(outcome).toMatchObject({ kind: 'limited', retryAt: new Date(retryAt) });
    expect(sent).toBe(1);
  });

  it.each<[string, ServerAnswer, string, RegExp]>([
    ['legal reasons', { status: 451, body: { message: 'Unavailable For Legal Reasons' } }, 'blocked', /owner can settle/],
    ['a blocked repository', { status: 403, body: { message: 'Repository access blocked' } }, 'blocked', /owner can settle/],
    ['a locked conversation', { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }, 'locked', /open it again/],
    ['an archive', { status: 403, body: { message: 'Repository was archived so is read-only.' } }, 'locked', /open it again/],
    ['missing permissions', { status: 403, body: { message: 'Resource not accessible by integration' } }, 'denied', /accept the permissions/],
    ['something deleted', { status: 410, body: { message: 'This issue was deleted' } }, 'missing', /exists/],
    ['words that GitHub refuses', { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'IssueComment', field: 'body', code: 'custom', message: 'body is too long' }] } }, 'unexpected', /\(Validation Failed: body is too long\)/],
    ['a field that GitHub refuses', { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'Label', field: 'color', code: 'invalid' }] } }, 'unexpected', /Label color invalid/],
  ])('says what %s means', async (_case, answer, kind, text) => {
    const { outcome } = await writeTo(answer);
    expect(outcome).toMatchObject({ kind, retryAt: null, message: expect.stringMatching(text) });
  });

  it('succeeds with an answer that has no body', async () => {
    expect(await writeTo({ status: 204 })).toMatchObject({ outcome: 204, sent: 1 });
  });

  it('is sent again with a new token where GitHub takes the old one no longer', async () => {
    const server = await startServer(() => (server.requests.length === 1 ? { status: 401, body: { message: 'Bad credentials' } } : { status: 201, body: {} }));
    running = server;
    let renewed = 0;
    const renewToken = async () => { await Promise.resolve(renewed += 1); };
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', renewToken });
    expect(await github.request('POST /repos/{owner}/{repo}/labels', { owner: 'acme', repo: 'rfcs', name: 'rfc' })).toMatchObject({ status: 201 });
    expect({ renewed, sent: server.requests.length }).toEqual({ renewed: 1, sent: 2 });
  });

  it('fails where GitHub does not take the new token either', async () => {
    let renewed = 0;
    const renewToken = async () => { await Promise.resolve(renewed += 1); };
    const { outcome, sent } = await writeTo({ status: 401, body: { message: 'Bad credentials' } }, { renewToken });
    expect(outcome).toMatchObject({ kind: 'unauthenticated' });
    expect({ renewed, sent }).toEqual({ renewed: 1, sent: 2 });
  });

  it('pauses the whole installation where GitHub asks for it', async () => {
    const budget = createWriteBudget({ now: () => 1_000_000, wait: async () => { await Promise.resolve(); } });
    const { server } = await writeTo({ status: 403, headers: { 'retry-after': '30' }, body: { message: 'wait' } }, { budget });
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', now: () => 1_000_000, budget });
    await expect(github.request('GET /users/{username}', { username: 'alice' })).rejects.toMatchObject({ kind: 'limited', retryAt: new Date(1_030_000) });
    expect(server.requests).toHaveLength(1);
  });
});

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
const QuietOctokit = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false }, retry: { enabled: false } }));

async function asInstallation(answerTo: (path: string, attempt: number) => ServerAnswer) {
  const attempts = new Map<string, number>();
  const server = await startServer(({ path }) => {
    const attempt = (attempts.get(path) ?? 0) + 1;
    attempts.set(path, attempt);
    return answerTo(path, attempt);
  });
  running = server;
  const probot = new Probot({ appId: 1, privateKey, baseUrl: server.url, logLevel: 'fatal', Octokit: QuietOctokit });
  const wait = async (): Promise<void> => { await Promise.resolve(); };
  const github = equipClient(await probot.auth(7), { apiUrl: server.url, wait, budget: createWriteBudget({ now: Date.now, wait }) });
  return { github, paths: () => server.requests.map(({ method, path }) => `${method} ${path}`) };
}

const token = { status: 201, body: { token: 'ghs_x', expires_at: '2100-01-01T00:00:00Z', permissions: {}, repository_selection: 'all' } };
const isToken = (path: string): boolean => path.endsWith('/access_tokens');

describe('equipClient on an Octokit of Probot', () => {
  it('gets its token in the middle of the first write', async () => {
    const { github, paths } = await asInstallation((path) => (isToken(path) ? token : { status: 201, body: { id: 1 } }));
    await github.request('POST /repos/{owner}/{repo}/labels', { owner: 'acme', repo: 'rfcs', name: 'rfc' });
    expect(paths()).toEqual(['POST /app/installations/7/access_tokens', 'POST /repos/acme/rfcs/labels']);
  });

  it('asks for the token again after an outage, and sends the write once', async () => {
    const { github, paths } = await asInstallation((path, attempt) => (isToken(path) && attempt > 1 ? token : { status: 503, body: { message: 'Unicorn' } }));
    await expect(github.request('POST /repos/{owner}/{repo}/labels', { owner: 'acme', repo: 'rfcs', name: 'rfc' })).rejects.toMatchObject({ kind: 'unavailable', seen: expect.stringContaining('/labels') });
    expect(paths()).toEqual(['POST /app/installations/7/access_tokens', 'POST /app/installations/7/access_tokens', 'POST /repos/acme/rfcs/labels']);
  });

  it('says so where the installation is gone, and asks no more', async () => {
    const { github, paths } = await asInstallation(() => ({ status: 404, body: { message: 'Not Found' } }));
    await expect(github.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo: 'rfcs' })).rejects.toMatchObject({ kind: 'missing', seen: expect.stringContaining('/access_tokens') });
    expect(paths()).toEqual(['POST /app/installations/7/access_tokens']);
  });

  it('sends a write once where Probot would have sent it again', async () => {
    const { github, paths } = await asInstallation((path) => (isToken(path) ? token : { status: 502, body: { message: 'Bad gateway' } }));
    await expect(github.request('POST /repos/{owner}/{repo}/issues', { owner: 'acme', repo: 'rfcs', title: 'x' })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(paths().filter((path) => path.endsWith('/issues'))).toHaveLength(1);
  });

  it('follows the pages of a list', async () => {
    const { github } = await asInstallation((path) => (isToken(path) ? token : { status: 200, body: [{ id: 1 }], headers: path.includes('page=2') ? {} : { link: `<${running?.url ?? ''}${path}&page=2>; rel="next"` } }));
    expect(await github.paginate('GET /repos/{owner}/{repo}/issues', { owner: 'acme', repo: 'rfcs', per_page: 1 })).toHaveLength(2);
  });
});
