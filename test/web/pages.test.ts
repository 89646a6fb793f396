import { afterEach, describe, expect, it } from '@jest/globals';
import { startHttpServer } from '../../src/web/http-server.ts';
import { createWebApp } from '../../src/web/web-app.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;

afterEach(async () => {
  await server.close();
});

async function get(path: string) {
  const response = await fetch(`${server.url}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the start page', () => {
  it('says that Unpause is running, and where to install it', async () => {
    server = await aServer();
    const { status, text } = await get('/');
    expect(status).toBe(200);
    expect(text).toContain('Unpause is running');
    expect(text).toContain('href="https://github.com/apps/unpause/installations/new"');
  });

  it('says how to begin where there is no App yet', async () => {
    server = await aServer({ facts: () => ({ isSetUp: false, appUrl: null }) });
    expect((await get('/')).text).toMatch(/not set up yet[\s\S]*\/setup\?token=…/);
  });
});

describe('health', () => {
  it('is there while the process lives', async () => {
    server = await aServer({ readiness: async () => await Promise.resolve({ database: 'does not answer' }) });
    expect(await get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  });

  it.each([
    [{ app: null, database: null, worker: null }, 200, { ready: true, app: 'ok', database: 'ok', worker: 'ok' }],
    [{ app: null, database: 'does not answer' }, 503, { ready: false, app: 'ok', database: 'does not answer' }],
  ])('tells of %j whether it can do its work', async (parts, status, said) => {
    server = await aServer({ readiness: async () => await Promise.resolve(parts) });
    const answer = await get('/readyz');
    expect({ status: answer.status, said: JSON.parse(answer.text) as unknown }).toEqual({ status, said });
  });

  it('is measured in the form that Prometheus reads', async () => {
    server = await aServer({ counts: async () => await Promise.resolve({ queued: 3, active: 2, failed: 1 }) });
    const { status, headers, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('unpause_queue_looks{state="queued"} 3');
    expect(text).toContain('unpause_dead_letters 1');
  });

  it('is not measured wrongly while the queue does not answer', async () => {
    server = await aServer({ counts: async () => await Promise.reject(new Error('the password is hunter2')) });
    const { status, text } = await get('/metrics');
    expect(status).toBe(500);
    expect(text).not.toContain('hunter2');
    expect(server.log.lines).toMatchObject([{ level: 'error', message: 'request failed' }]);
  });
});

describe('every answer', () => {
  it.each(['/', '/healthz', '/metrics', '/assets/unpause.css', '/nowhere', '/setup'])('at %s is closed to scripts, frames and other pages', async (path) => {
    server = await aServer();
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('asks for HTTPS to stay where people come by HTTPS', async () => {
    server = await aServer({ publicUrl: 'https://unpause.example' });
    expect((await get('/')).headers.get('strict-transport-security')).toContain('max-age');
    await server.close();
    server = await aServer();
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
  });

  it('about a page that is not there is 404', async () => {
    server = await aServer();
    expect(await get('/nowhere')).toMatchObject({ status: 404, text: expect.stringContaining('There is no page at this address.') });
    expect((await get('/setup')).status).toBe(404);
  });

  it('uses no style but that of the stylesheet', async () => {
    server = await aServer();
    const { text } = await get('/');
    expect(text).toContain('<link rel="stylesheet" href="/assets/unpause.css">');
    expect(text).not.toMatch(/<style|style=|<script/);
    expect((await get('/assets/unpause.css')).headers.get('content-type')).toContain('text/css');
  });
});

describe('startHttpServer', () => {
  it('says what to do where another program listens', async () => {
    server = await aServer();
    const port = Number(new URL(server.url).port);
    const app = createWebApp({
      headers: { githubUrl: 'https://github.com', isHttps: false },
      facts: () => ({ isSetUp: true, appUrl: null }),
      readiness: async () => await Promise.resolve({}),
      metrics: { render: async () => await Promise.resolve({ contentType: '', text: '' }) },
      webhooks: null,
      setup: null,
      people: null,
      pages: null,
      log: server.log,
    });
    await expect(startHttpServer(app, { host: '127.0.0.1', port })).rejects.toThrow(`HOST 127.0.0.1, PORT ${port}: another program listens there: stop it, or choose another PORT`);
  });
});
