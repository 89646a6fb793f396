import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/demo/github/clock.ts';
import type { Route, RouteRequest } from '../../../src/demo/github/route.ts';
import { startStandIn, type StandIn } from '../../../src/demo/github/stand-in.ts';
import { ask, messageOf } from './a-stand-in.ts';

const asked: RouteRequest[] = [];
const things = Array.from({ length: 250 }, (_, at) => ({ number: at + 1 }));
const open = { permissions: [], callers: ['anonymous', 'user', 'installation', 'app'] };
const routes = [
  { ...open, method: 'GET', path: '/test/things', handle: () => ({ status: 200, body: things }) },
  { ...open, method: 'GET', path: '/test/wrapped', handle: () => ({ status: 200, body: { total_count: 250, things }, pagedKey: 'things' }) },
  { ...open, method: 'GET', path: '/test/failing', handle: () => { throw new Error('a slip'); } },
  { ...open, method: 'GET', path: '/test/failing-late', handle: () => ({ status: 200, body: { toJSON: () => { throw new Error('a late slip'); } } }) },
  { ...open, method: 'POST', path: '/test/things', handle: (request: RouteRequest) => (asked.push(request), { status: 201, body: request.body }) },
  { ...open, method: 'DELETE', path: '/test/things/{thing}', handle: () => ({ status: 204 }) },
] as unknown as Route[];

let standIn: StandIn;
const clock = createClock(new Date('2026-11-23T09:00:00Z'), { frozen: true });

beforeAll(async () => {
  standIn = await startStandIn({ clock, routes, hourlyLimit: 100 });
});

afterAll(async () => {
  await standIn.close();
});

function links(header: string | null): Record<string, string> {
  const found = [...(header ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  return Object.fromEntries(found.map(([, url = '', relation = '']) => [relation, new URL(url).search]));
}

describe('the stand-in at its edge', () => {
  it('cuts lists into pages of thirty, and leads to the others', async () => {
    const first = await ask(standIn, 'GET /test/things?sort=x');
    expect(first.body).toEqual(things.slice(0, 30));
    expect(links(first.headers.get('link'))).toEqual({ next: '?sort=x&page=2', last: '?sort=x&page=9' });
    const last = await ask(standIn, 'GET /test/things?page=9');
    expect(last.body).toEqual(things.slice(240));
    expect(links(last.headers.get('link'))).toEqual({ prev: '?page=8', first: '?page=1' });
  });

  it('allows a hundred on a page and no more', async () => {
    const { body, headers } = await ask(standIn, 'GET /test/wrapped?per_page=1000&page=2');
    expect(body).toEqual({ total_count: 250, things: things.slice(100, 200) });
    expect(Object.keys(links(headers.get('link')))).toEqual(['prev', 'next', 'last', 'first']);
  });

  it('gives an empty page past the last one', async () => {
    const { body, headers } = await ask(standIn, 'GET /test/things?page=99');
    expect(body).toEqual([]);
    expect(links(headers.get('link'))).toEqual({ prev: '?page=9', first: '?page=1' });
  });

  it('serves the same routes under the prefix of an Enterprise Server', async () => {
    const { status, headers } = await ask(standIn, 'GET /api/v3/test/things');
    expect(status).toBe(200);
    expect(headers.get('link')).toContain('/api/v3/test/things?page=2');
  });

  it('answers 304 for free where nothing changed', async () => {
    const first = await ask(standIn, 'GET /test/things');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\w+"$/);
    const again = await ask(standIn, 'GET /test/things', { headers: { 'if-none-match': etag } });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
    expect(standIn.requests.at(-1)).toMatchObject({ status: 304, isConditionalHit: true });
    const other = await ask(standIn, 'GET /test/things?page=2', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  });

  it('counts requests down, and refuses them when the hour has none left', async () => {
    const { headers } = await ask(standIn, 'GET /test/things');
    const [limit, used, remaining] = ['limit', 'used', 'remaining'].map((name) => Number(headers.get(`x-ratelimit-${name}`)));
    expect([limit, (used ?? 0) + (remaining ?? 0)]).toEqual([100, 100]);
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBe(clock.now().getTime() + 3_600_000);
    for (let left = remaining ?? 0; left > 0; left -= 1) await ask(standIn, 'GET /test/things');
    const refused = await ask(standIn, 'GET /test/things');
    expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(messageOf(refused)).toContain('API rate limit exceeded');
    const asking = await ask(standIn, 'GET /rate_limit');
    expect(asking.body).toMatchObject({ rate: { limit: 100, remaining: 0 } });
    clock.advance(3_600_000);
    const afterwards = await ask(standIn, 'GET /test/things');
    expect([afterwards.status, afterwards.headers.get('x-ratelimit-remaining')]).toEqual([200, '99']);
  });

  it('says 501, loudly, for a route it does not know', async () => {
    const { status, body } = await ask(standIn, 'GET /gists/public?page=2');
    expect(status).toBe(501);
    expect(body).toMatchObject({ message: expect.stringContaining('GET /gists/public') });
    expect(standIn.unknownRequests).toEqual(['GET /gists/public']);
  });

  it.each([
    ['{"a":', 'Problems parsing JSON'],
    ['[1]', 'Body should be a JSON object'],
    ['"text"', 'Body should be a JSON object'],
  ])('refuses %s as a body', async (body, message) => {
    const answer = await ask(standIn, 'POST /test/things', { body });
    expect([answer.status, messageOf(answer)]).toEqual([400, message]);
    expect(asked).toEqual([]);
  });

  it('reads no more of a body than it allows', async () => {
    const answer = await ask(standIn, 'POST /test/things', { body: { text: 'x'.repeat(5 * 1024 * 1024) } });
    expect(answer.status).toBe(413);
    expect(asked).toEqual([]);
  });

  it('passes the body on, and sends none with 204', async () => {
    const { status, body } = await ask(standIn, 'POST /test/things', { body: { name: 'é' } });
    expect({ status, body }).toEqual({ status: 201, body: { name: 'é' } });
    const gone = await ask(standIn, 'DELETE /test/things/1');
    expect({ status: gone.status, text: gone.text }).toEqual({ status: 204, text: '' });
  });

  it('names every request, and logs it', async () => {
    const { headers } = await ask(standIn, 'DELETE /api/v3/test/things/9?really=yes');
    expect(standIn.requests.at(-1)).toEqual({
      id: headers.get('x-github-request-id'),
      method: 'DELETE',
      path: '/test/things/9',
      query: 'really=yes',
      template: '/test/things/{thing}',
      params: { thing: '9' },
      caller: { kind: 'anonymous' },
      permission: null,
      status: 204,
      isConditionalHit: false,
      fault: null,
    });
  });

  it('refuses a form of answer that it cannot give', async () => {
    const { status } = await ask(standIn, 'GET /test/things', { headers: { accept: 'application/vnd.github.raw+json' } });
    expect(status).toBe(501);
  });

  it('keeps what fails in the stand-in itself', async () => {
    const answers = [await ask(standIn, 'GET /test/failing'), await ask(standIn, 'GET /test/failing-late')];
    expect(answers.map((answer) => [answer.status, messageOf(answer)])).toEqual([
      [500, 'The stand-in itself failed: a slip'],
      [500, 'The stand-in itself failed: a late slip'],
    ]);
    expect(standIn.crashes).toHaveLength(2);
  });
});
