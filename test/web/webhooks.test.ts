import { request } from 'node:http';
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { maxBody } from '../../src/web/webhook-route.ts';
import { aServer, headersFor, sign, where, type TestServer } from './a-server.ts';

let server: TestServer;

afterEach(async () => {
  await server.close();
});

const path = '/api/github/webhooks';
const opened = JSON.stringify({ ...where, action: 'opened', issue: { number: 3, title: 'the words of the issue' } });
const look = { key: 'acme/rfcs#3', data: { kind: 'rfc', installation: 7, owner: 'acme', repo: 'rfcs', number: 3 }, priority: 2 };

async function deliver(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string | null> = {}, event = 'issues') {
  const all = Object.entries({ ...headersFor(body, event), ...headers }).filter((header): header is [string, string] => header[1] !== null);
  const response = await fetch(`${server.url}${path}`, { method: 'POST', body, headers: all });
  return { status: response.status, message: ((await response.json()) as { message: string }).message };
}

describe('a delivery', () => {
  it('becomes a queue entry, and then is answered with 202', async () => {
    server = await aServer();
    expect(await deliver(opened)).toEqual({ status: 202, message: 'will look at acme/rfcs#3' });
    expect(server.looks).toEqual([look]);
  });

  it('is answered only when the queue has it', async () => {
    let keep: () => void = () => undefined;
    const kept = new Promise<void>((resolve) => (keep = resolve));
    server = await aServer({ addLooks: async () => await kept });
    let isAnswered = false;
    const answer = deliver(opened).then((given) => {
      isAnswered = true;
      return given;
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(isAnswered).toBe(false);
    keep();
    expect((await answer).status).toBe(202);
  });

  it.each([['current'], ['previous']])('may be signed with the %s secret during a rotation', async (secret) => {
    server = await aServer({ secrets: () => ['current', 'previous'] });
    expect((await deliver(opened, { 'x-hub-signature-256': sign(opened, secret) })).status).toBe(202);
  });

  it('is signed over its bytes, whatever they decode to', async () => {
    server = await aServer();
    const body = Buffer.concat([Buffer.from(opened.slice(0, -2)), Buffer.from([0xff, 0xfe]), Buffer.from('"}}')]);
    const broken = Buffer.from(opened.replace('the words', '\u{fffd}'));
    expect((await deliver(new Uint8Array(body), { 'x-hub-signature-256': sign(body) })).status).not.toBe(401);
    expect((await deliver(new Uint8Array(broken), { 'x-hub-signature-256': sign(opened) })).status).toBe(401);
  });

  it('that comes again leads to the same look and the same click', async () => {
    server = await aServer();
    const body = JSON.stringify({ ...where, action: 'rerequested', check_run: { head_sha: 'abc', external_id: 'rfc-3-x', pull_requests: [] } });
    const headers = headersFor(body, 'check_run');
    expect((await deliver(body, headers)).status).toBe(202);
    expect((await deliver(body, headers)).status).toBe(202);
    const click = { id: headers['x-github-delivery'], kind: 'rerun', owner: 'acme', repo: 'rfcs', number: 3, sha: 'abc' };
    expect(server.clicks).toEqual([click, click]);
    expect(server.looks).toEqual([look, look]);
  });

  it.each(['ping', 'star'])('of the event %s is taken, and nothing follows', async (event) => {
    server = await aServer();
    expect(await deliver('{"zen":"Keep it logically awesome."}', {}, event)).toMatchObject({ status: 202, message: expect.stringContaining('nothing to do') });
    expect(server.looks).toEqual([]);
  });

  it.each([
    ['no signature', { 'x-hub-signature-256': null }],
    ['an empty one', { 'x-hub-signature-256': '' }],
    ['that of another secret', { 'x-hub-signature-256': sign(opened, 'other') }],
    ['that of another body', { 'x-hub-signature-256': sign('{}') }],
    ['half of the right one', { 'x-hub-signature-256': sign(opened).slice(0, 40) }],
    ['the right one in capitals', { 'x-hub-signature-256': sign(opened).toUpperCase() }],
    ['one of SHA-1', { 'x-hub-signature-256': null, 'x-hub-signature': `sha1=${createHmac('sha1', 'current').update(opened).digest('hex')}` }],
  ])('with %s is refused with 401', async (_case, headers) => {
    server = await aServer();
    expect((await deliver(opened, headers)).status).toBe(401);
    expect(server.looks).toEqual([]);
  });

  it.each([
    ['no event', { 'x-github-event': null }, 400],
    ['no id', { 'x-github-delivery': null }, 400],
    ['an id that is none', { 'x-github-delivery': 'a b' }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', { 'content-type': '' }, 415],
  ])('with %s is refused', async (_case, headers, status) => {
    server = await aServer();
    expect((await deliver(opened, headers)).status).toBe(status);
    expect(server.looks).toEqual([]);
  });

  it.each(['', '{', 'payload=%7B%7D', '{"action":"opened"}', '[]', 'null'])('whose body is %j is refused with 400', async (body) => {
    server = await aServer();
    // Nothing has no signature that GitHub's own library would accept; ours says what is wrong with the body.
    expect((await deliver(body)).status).toBe(400);
    expect(server.looks).toEqual([]);
  });

  it('that the store does not take is answered with 503, so that GitHub shows it as failed', async () => {
    server = await aServer({ addLooks: async () => await Promise.reject(new Error('the disk is full')) });
    expect((await deliver(opened)).status).toBe(503);
    expect(server.log.lines).toMatchObject([{ level: 'error', fields: { event: 'issues' } }]);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('unpause_deliveries_total{event="issues",result="failed"} 1');
  });

  it('is answered with 503 until the App is set up', async () => {
    server = await aServer({ secrets: () => [] });
    expect((await deliver(opened)).status).toBe(503);
  });

  it('finds nobody where the process only works', async () => {
    server = await aServer({ takesDeliveries: false });
    expect((await fetch(`${server.url}${path}`, { method: 'POST', body: opened, headers: headersFor(opened, 'issues') })).status).toBe(404);
  });

  it('leaves neither its content nor a secret in the log', async () => {
    server = await aServer();
    await deliver(opened);
    await deliver(opened, { 'x-hub-signature-256': sign(opened, 'other') });
    await deliver(JSON.stringify({ ...where, action: 'opened', issue: 'the words of the issue' }));
    expect(server.log.lines).toHaveLength(3);
    expect(server.log.text()).not.toMatch(/words|current|other|sha256/);
  });
});

describe('a body that is too large', () => {
  /** Sends until the server says stop, and tells how much it took. */
  async function pour(headers: Record<string, string>, total: number): Promise<{ status: number | undefined; sent: number }> {
    return await new Promise((resolve, reject) => {
      let sent = 0;
      const chunk = Buffer.alloc(1 << 20, ' ');
      const sending = request(`${server.url}${path}`, { method: 'POST', headers }, (response) => {
        resolve({ status: response.statusCode, sent });
        sending.destroy();
      });
      sending.on('error', reject);
      sending.flushHeaders();
      const next = (): void => {
        if (sent >= total || sending.destroyed) return;
        sent += chunk.length;
        sending.write(chunk, next);
      };
      next();
    });
  }

  const headers = { 'content-type': 'application/json', 'x-github-event': 'issues', 'x-github-delivery': 'd-1', 'x-hub-signature-256': sign('') };

  it('is refused by its announced length, before it is read', async () => {
    server = await aServer();
    const { status, sent } = await pour({ ...headers, 'content-length': String(maxBody + 1) }, 0);
    expect({ status, sent }).toEqual({ status: 413, sent: 0 });
  });

  it('is refused without a length too, and not read to its end', async () => {
    server = await aServer();
    const { status, sent } = await pour({ ...headers, 'transfer-encoding': 'chunked' }, 20 * maxBody);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(10 * maxBody);
  });

  it('is not read at all without a signature', async () => {
    server = await aServer();
    const unsigned = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'x-hub-signature-256'));
    expect((await pour({ ...unsigned, 'content-length': String(maxBody) }, 0)).status).toBe(401);
  });

  it('is taken up to the limit', async () => {
    server = await aServer();
    const body = opened + ' '.repeat(maxBody - Buffer.byteLength(opened));
    expect((await deliver(body)).status).toBe(202);
  });
});
