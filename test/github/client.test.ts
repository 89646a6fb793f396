import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../../src/github/client.ts';
import { GitHubServer, type Fault } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

let server: GitHubServer;

beforeAll(async () => {
  server = await GitHubServer.start({ repositories: {}, users: { alice: { type: 'User' } }, tokens: { 'job-token': [] } });
});

afterEach(() => {
  server.faults = [];
  server.requests.length = 0;
});

afterAll(async () => {
  await server.stop();
});

async function askWith(fault: Partial<Fault>, parts: { token?: string } = {}) {
  server.faults = [{ path: /./, status: 500, ...fault }];
  const { github, waits } = aClient(server, parts);
  const answer = await github.request('GET /users/{username}', { username: 'alice' }).then(({ data }) => data.login, (error: unknown) => error);
  return { answer, waits, requests: server.requests.length };
}

describe('createClient', () => {
  it.each([
    ['an outage', { status: 502, times: 2 }, [300, 1200]],
    ['a connection that breaks', { status: 'hang up', times: 1 }, [300]],
    ['an answer that breaks off', { status: 'cut', times: 1 }, [300]],
    ['a limit that ends soon', { status: 403, headers: { 'retry-after': '5' }, times: 1 }, [5000]],
    ['a limit that names no end', { status: 403, message: 'You have exceeded a secondary rate limit.', times: 1 }, [60_000]],
  ] as const)('asks again after %s', async (_case, fault, waits) => {
    expect(await askWith(fault)).toMatchObject({ answer: 'alice', waits });
  });

  it.each([
    ['a refusal', { status: 403, message: 'Resource not accessible by integration' }, 'denied', 1],
    ['something missing', { status: 404, message: 'Not Found' }, 'missing', 1],
    ['a question it got wrong', { status: 422, message: 'Validation Failed' }, 'unexpected', 1],
    ['a limit that ends in an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'limited', 1],
    ['an outage that stays', { status: 503, message: 'Unicorn' }, 'unavailable', 3],
    ['an answer that breaks off again', { status: 'cut' }, 'unavailable', 3],
    ['no answer at all', { status: 'hang up' }, 'unavailable', 3],
  ] as const)('gives up at %s, and says what was asked and seen', async (_case, fault, kind, requests) => {
    const result = await askWith(fault);
    expect(result).toMatchObject({ answer: { name: 'GitHubError', kind }, requests });
    expect((result.answer as Error).message).toMatch(/^GET \/users\/alice (?:was answered with \d+ \(.+\)|got no answer \(.+\))\. [A-Z].+\.$/);
  });

  it('says that a token is not accepted', async () => {
    const { answer } = await askWith({ times: 0 }, { token: 'wrong' });
    expect(answer).toMatchObject({ kind: 'unauthenticated', seen: 'GET /users/alice was answered with 401 (Bad credentials)' });
  });

  it('waits for an answer no longer than it may', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const github = createClient({ token: 't', apiUrl, userAgent: 'unpause-test', timeout: 20, wait: async () => { await Promise.resolve(); } });
    await expect(github.request('GET /users/{username}', { username: 'alice' })).rejects.toMatchObject({ kind: 'unavailable', seen: expect.stringContaining('got no answer') });
    silent.closeAllConnections();
    silent.close();
  });

  it('says who asks', async () => {
    await askWith({ times: 0 });
    expect([...server.userAgents].every((agent) => agent.startsWith('unpause-test'))).toBe(true);
  });
});
