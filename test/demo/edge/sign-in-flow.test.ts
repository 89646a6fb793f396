import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock, type Clock } from '../../../src/demo/github/clock.ts';
import { startStandIn, type StandIn } from '../../../src/demo/github/stand-in.ts';

const callback = 'https://unpause.example/sign-in/callback';
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const minute = 60_000;

let clock: Clock;
let standIn: StandIn;
let client: { clientId: string; clientSecret: string };

beforeAll(async () => {
  clock = createClock(new Date('2026-11-12T10:00:00Z'), { frozen: true });
  standIn = await startStandIn({ clock });
  standIn.world.addUser('alice', { name: '<Alice> & "Co"' });
  standIn.world.addUser('acme', { type: 'Organization' });
  client = standIn.apps.register({ name: 'Unpause', webhookUrl: null, webhookSecret: null, permissions: {}, events: [], callbackUrls: [callback] });
});

afterAll(async () => {
  await standIn.close();
});

function addressOf(more: Record<string, string> = {}): string {
  const query = { client_id: client.clientId, redirect_uri: callback, state: 's1', code_challenge: challenge, code_challenge_method: 'S256', ...more };
  return `${standIn.url}/login/oauth/authorize?${new URLSearchParams(query).toString()}`;
}

async function choose(login: string, { more = {}, headers = {} }: { more?: Record<string, string>; headers?: Record<string, string> } = {}) {
  const answer = await fetch(addressOf(more), { method: 'POST', body: new URLSearchParams({ login }), headers, redirect: 'manual' });
  const location = answer.headers.get('location');
  return { status: answer.status, back: location === null ? null : Object.fromEntries(new URL(location).searchParams) };
}

async function exchange(code: string, more: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const form = { client_id: client.clientId, client_secret: client.clientSecret, code, redirect_uri: callback, code_verifier: verifier, ...more };
  const answer = await fetch(`${standIn.url}/login/oauth/access_token`, { method: 'POST', body: new URLSearchParams(form) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

async function codeFor(login: string): Promise<string> {
  return (await choose(login)).back?.code ?? '';
}

describe("GitHub's page for signing in", () => {
  it('asks as whom, of people alone, and lets one go back', async () => {
    const page = await (await fetch(addressOf())).text();
    expect(page).toContain('value="alice"');
    expect(page).toContain('&lt;Alice> &amp; &quot;Co&quot;');
    expect(page).not.toContain('value="acme"');
    expect(await choose('')).toEqual({ status: 302, back: expect.objectContaining({ error: 'access_denied', state: 's1' }) });
  });

  it('leads nowhere but to a callback URL of the App', async () => {
    const { back } = await choose('alice', { more: { redirect_uri: 'https://evil.example/' } });
    expect(back).toEqual({ error: 'redirect_uri_mismatch', state: 's1' });
    expect((await choose('alice', { more: { client_id: 'Iv1.unknown' } })).status).toBe(404);
  });

  it('is for this machine, and for its own form', async () => {
    expect((await choose('alice', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await choose('alice', { headers: { origin: standIn.url } })).status).toBe(302);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(addressOf(), { method: 'POST', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject).end('login=alice');
    });
    expect(status).toBe(403);
  });
});

describe('a code', () => {
  it('is worth a token that says who it is, for eight hours', async () => {
    const { access_token: token, expires_in: seconds } = await exchange(await codeFor('alice'));
    const who = async () => await fetch(`${standIn.url}/user`, { headers: { authorization: `Bearer ${String(token)}`, 'user-agent': 'test' } });
    expect(await (await who()).json()).toMatchObject({ login: 'alice', type: 'User' });
    expect(seconds).toBe(8 * 3600);
    clock.advance(8 * 60 * minute);
    expect((await who()).status).toBe(401);
  });

  it('is good once, and for ten minutes', async () => {
    const code = await codeFor('alice');
    expect(await exchange(code)).toHaveProperty('access_token');
    expect(await exchange(code)).toMatchObject({ error: 'bad_verification_code' });
    const late = await codeFor('alice');
    clock.advance(10 * minute);
    expect(await exchange(late)).toMatchObject({ error: 'bad_verification_code' });
  });

  it.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'bad_verification_code'],
    ['another secret', { client_secret: 'guess' }, 'incorrect_client_credentials'],
    ['another App', { client_id: 'Iv1.unknown' }, 'incorrect_client_credentials'],
    ['another address', { redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch'],
  ])('is worth nothing with %s', async (_, more, error) => {
    expect(await exchange(await codeFor('alice'), more)).toMatchObject({ error });
  });
});
