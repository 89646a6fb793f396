import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient, type GitHub } from '../../src/github/client.ts';
import { isWorthKeeping, type ResponseCache } from '../../src/github/conditional-requests.ts';
import { startServer, type AnsweringServer } from './a-server.ts';
import { MemoryCache } from './memory-cache.ts';

/** Two pages of check runs, each with an ETag, until they change. */
async function aGitHub(): Promise<{ server: AnsweringServer; github: GitHub; statuses: (number | null)[]; world: { version: number } }> {
  const world = { version: 1 };
  const server = await startServer(({ path, headers }) => {
    const page = new URL(path, 'http://x').searchParams.get('page') ?? '1';
    const etag = `W/"${page}-${world.version}"`;
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    const link = page === '1' ? { link: `<${server.url}${path}&page=2>; rel="next"` } : {};
    return { status: 200, headers: { etag, ...link }, body: { total_count: 2, check_runs: [{ id: Number(page), name: `v${world.version}` }] } };
  });
  const statuses: (number | null)[] = [];
  const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', cache: new MemoryCache(), onRequest: ({ status }) => statuses.push(status) });
  return { server, github, statuses, world };
}

let running: AnsweringServer | null = null;

afterEach(async () => {
  await running?.stop();
});

async function names(github: GitHub): Promise<string[]> {
  const runs = await github.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { owner: 'acme', repo: 'rfcs', ref: 'abc', per_page: 1 });
  return runs.map(({ id, name }) => `${Number(id)} ${name}`);
}

describe('askConditionally', () => {
  it('gives the kept pages again while GitHub says that nothing changed', async () => {
    const { server, github, statuses } = await aGitHub();
    running = server;
    expect(await names(github)).toEqual(['1 v1', '2 v1']);
    expect(await names(github)).toEqual(['1 v1', '2 v1']);
    expect(await names(github)).toEqual(['1 v1', '2 v1']);
    expect(statuses).toEqual([200, 200, 304, 304, 304, 304]);
  });

  it('gives what is new as soon as it changed, and keeps that', async () => {
    const { server, github, statuses, world } = await aGitHub();
    running = server;
    await names(github);
    world.version = 2;
    expect(await names(github)).toEqual(['1 v2', '2 v2']);
    expect(await names(github)).toEqual(['1 v2', '2 v2']);
    expect(statuses).toEqual([200, 200, 200, 200, 304, 304]);
  });

  it('sends no ETag with a write', async () => {
    const { server, github } = await aGitHub();
    running = server;
    const address = { owner: 'acme', repo: 'rfcs', issue_number: 1 };
    await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', address);
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...address, body: 'x' });
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined]);
  });

  it('fails as the cache fails, not as GitHub does', async () => {
    const { server } = await aGitHub();
    running = server;
    const broken: ResponseCache = { read: async () => await Promise.reject(new Error('disk full')), keep: async () => { await Promise.resolve(); } };
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test', cache: broken });
    await expect(names(github)).rejects.toThrow(/^disk full$/);
  });
});

describe('isWorthKeeping', () => {
  it.each([
    ['/repos/acme/rfcs/issues/1/timeline?page=2', true],
    ['/repos/acme/app/contents/x', true],
    ['/users/app', true],
    ['/repos/acme/rfcs/git/blobs/abc', false],
    ['/repos/acme/rfcs/git/trees/abc?recursive=1', false],
    ['/repos/acme/rfcs/compare/a...b', false],
    ['/app', false],
    ['/app/installations', false],
  ])('says of %s: %s', (path, worth) => {
    expect(isWorthKeeping(`https://api.github.com${path}`)).toBe(worth);
    expect(isWorthKeeping(`https://github.example/api/v3${path}`)).toBe(worth);
  });
});
