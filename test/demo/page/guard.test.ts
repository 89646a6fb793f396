import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPage, type APage } from './a-page.ts';

let page: APage;
beforeAll(async () => {
  page = await aPage();
});
afterAll(async () => {
  await page.close();
});

describe('who reaches the demo page', () => {
  it.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000'])('answers at %s', async (name) => {
    expect((await page.get('/', { host: name })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4000', '127.0.0.1.evil.example', '192.168.0.7:4000', '', 'a b'])('refuses the host "%s"', async (name) => {
    expect((await page.get('/', { host: name })).status).toBe(403);
    expect((await page.get('/events', { host: name })).status).toBe(403);
  });

  it.each<[string, Record<string, string>]>([
    ['another website', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:5000' }],
    ['a page without an origin', { origin: 'null' }],
    ['what the browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['what the browser calls the same site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a form of %s', async (_, headers) => {
    const before = page.world.issue('acme/rfcs', 3).comments.length;
    const answer = await page.post('/acme/rfcs/pull/3/comment', { body: 'Hello' }, headers);
    expect(answer.status).toBe(403);
    expect(page.world.issue('acme/rfcs', 3).comments).toHaveLength(before);
  });

  it('lets nothing run or load but its own script, stylesheet and icon', async () => {
    const policy = (await page.get('/')).headers.get('content-security-policy') ?? '';
    const parts = policy.split('; ').filter((part) => !part.startsWith('form-action'));
    expect(parts.sort()).toEqual(["base-uri 'none'", "connect-src 'self'", "default-src 'none'", "frame-ancestors 'none'", "img-src 'self'", "script-src 'self'", "style-src 'self'"]);
  });

  it.each(['/', '/acme/rfcs/pull/3', '/acme/rfcs/issues/5'])('has no script or style inside %s', async (path) => {
    const text = await page.text(path);
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/demo.js" defer>']);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', ''])('never leads to "%s" after a form', async (back) => {
    const answer = await page.post('/clock', { by: 'hour', back });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  it.each(['/nothing', '/acme/rfcs/pull/99', '/acme/other/pull/1', '/acme/rfcs/blob/main/README.md', '/acme/rfcs/pull/3/no-such-act'])('has no page at %s', async (path) => {
    expect((await page.get(path)).status).toBe(path.endsWith('act') ? 302 : 404);
    expect((await page.post(path, {})).status).toBe(404);
  });

  it('refuses a form that is too large', async () => {
    const answer = await page.post('/acme/rfcs/pull/3/comment', { body: 'x'.repeat(1_100_000) }, { 'content-length': '1100005' });
    expect(answer.status).toBe(413);
  });
});
