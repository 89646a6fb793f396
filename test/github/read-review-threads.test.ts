import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '../../src/github/client.ts';
import { readOpenThreads } from '../../src/github/read-review-threads.ts';
import { address, aPlace, repo, type APlace } from './a-place.ts';
import { startServer, type AnsweringServer, type ServerAnswer } from './a-server.ts';

const text = `${Array.from({ length: 150 }, (_, index) => `Line ${index + 1}`).join('\n')}\n`;

describe('readOpenThreads', () => {
  let place: APlace;
  let number: number;

  beforeEach(async () => {
    place = await aPlace();
    const { world } = place.standIn;
    world.push({ repo, branch: 'keys', by: 'alice', files: { 'rfcs/1.md': text } });
    ({ number } = world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'keys' }));
  });

  afterEach(async () => {
    await place.close();
  });

  function comment(line: number, by = 'bob') {
    return place.standIn.world.reviewComment({ repo, number, by, path: 'rfcs/1.md', line, body: `About line ${line}.` });
  }

  it('finds no thread where there is none', async () => {
    await expect(readOpenThreads(place.github, address(number))).resolves.toEqual({ kind: 'known', threads: [] });
  });

  it('reads each thread that is open, as its first comment has it', async () => {
    const { world, url } = place.standIn;
    const first = comment(3);
    const resolved = comment(5);
    comment(7, 'carol');
    world.setResolved({ repo, number, comment: resolved, isResolved: true });
    world.deleteUser('carol');
    const at = '2026-11-23T09:00:00Z';
    await expect(readOpenThreads(place.github, address(number))).resolves.toEqual({
      kind: 'known',
      threads: [
        { path: 'rfcs/1.md', line: 3, url: `${url}/acme/rfcs/pull/${number}#discussion_r${first.id}`, at, by: 'bob', text: 'About line 3.' },
        { path: 'rfcs/1.md', line: 7, url: expect.any(String), at, by: null, text: 'About line 7.' },
      ],
    });
  });

  it('reads all pages', async () => {
    for (let line = 1; line <= 130; line += 1) comment(line);
    const open = await readOpenThreads(place.github, address(number));
    expect(open).toMatchObject({ kind: 'known' });
    expect(open.kind === 'known' && open.threads.map(({ line }) => line)).toEqual(Array.from({ length: 130 }, (_, index) => index + 1));
  });

  it('does not know of threads where GitHub does not show the pull request', async () => {
    await expect(readOpenThreads(place.github, address(99))).resolves.toEqual({ kind: 'unknown' });
  });
});

describe('readOpenThreads, where GitHub answers otherwise', () => {
  let server: AnsweringServer;

  afterEach(async () => {
    await server.stop();
  });

  async function ask(answer: ServerAnswer, path = '') {
    server = await startServer(() => answer);
    const client = createClient({ apiUrl: `${server.url}${path}`, token: 't', userAgent: 'test', wait: async () => { await Promise.resolve(); } });
    return await readOpenThreads(client, address(1)).catch((error: unknown) => (error as { kind?: string }).kind);
  }

  const page = { status: 200, body: { data: { repository: { pullRequest: { reviewThreads: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] } } } } } };
  const refusal = (type: string) => ({ status: 200, body: { data: null, errors: [{ type, message: 'No.' }] } });

  it.each<[string, ServerAnswer, unknown]>([
    ['has no GraphQL', { status: 404, body: { message: 'Not Found' } }, { kind: 'unknown' }],
    ['refuses the App', refusal('FORBIDDEN'), { kind: 'unknown' }],
    ['has had too many questions', refusal('RATE_LIMITED'), 'limited'],
    ['refuses for a reason of its own', refusal('SOMETHING'), 'unexpected'],
    ['is down', { status: 502, body: { message: 'Bad Gateway' } }, 'unavailable'],
    ['says something else', { status: 200, body: { data: { repository: null } } }, 'unexpected'],
  ])('tells what it is that %s', async (_, answer, expected) => {
    await expect(ask(answer)).resolves.toEqual(expected);
  });

  it.each([
    ['', '/graphql'],
    ['/api/v3', '/api/graphql'],
  ])('asks below %j at %s', async (path, expected) => {
    await expect(ask(page, path)).resolves.toEqual({ kind: 'known', threads: [] });
    expect(server.requests.map(({ method, path: asked }) => `${method} ${asked}`)).toEqual([`POST ${expected}`]);
  });
});
