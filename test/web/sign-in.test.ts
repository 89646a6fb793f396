import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { signInLife } from '../../src/app/sign-in.ts';
import { sessionLife } from '../../src/app/sessions.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';
import { aTown, type Town } from '../support/running-app.ts';
import { runWeb, type WebServer } from '../support/web-server.ts';
import type { Visitor } from '../support/web-visitor.ts';

let town: Town;
let database: TestDatabase;
let web: WebServer;

beforeAll(async () => {
  await kind.start();
  database = await kind.create();
  town = await aTown();
  town.newRepository({});
  web = await runWeb(town, database);
});

afterEach(() => {
  town.standIn.faults.clear();
  town.assertClean();
});

afterAll(async () => {
  await web.stop();
  await town.close();
  await database.remove();
});

const session = 'unpause_session';

/** Whose page `/me` is, for this browser. */
async function whoIs(visitor: Visitor): Promise<string> {
  const { status, text, location } = await visitor.get('/me');
  return status === 200 ? (/<h1>(@[^<]+)<\/h1>/.exec(text)?.[1] ?? 'nobody knows') : location;
}

const asNobody = '/sign-in?to=/me';

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

describe('signing in', () => {
  it('leads to GitHub and back to where one was', async () => {
    const visitor = web.visitor();
    expect(await whoIs(visitor)).toBe(asNobody);
    const { status, location } = await visitor.signIn('alice', '/decisions?q=keys');
    expect({ status, location }).toEqual({ status: 303, location: '/decisions?q=keys' });
    expect(await whoIs(visitor)).toBe('@alice');
  });

  it('asks GitHub with a state and a challenge of its own each time', async () => {
    const [one, other] = [await web.visitor().get('/sign-in'), await web.visitor().get('/sign-in')].map(({ location }) => new URL(location).searchParams);
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('redirect_uri')).toBe(`${web.url}/sign-in/callback`);
    for (const name of ['state', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(other?.get(name));
    }
  });

  it('leads to no other server', async () => {
    expect((await web.visitor().signIn('alice', '//evil.example/x')).location).toBe('/');
  });

  it('says nothing in the cookie, which no script and no other site can use', async () => {
    const visitor = web.visitor();
    const { headers } = await visitor.signIn('alice');
    const line = headers.getSetCookie().find((each) => each.startsWith(`${session}=`)) ?? '';
    expect(line).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(decodeURIComponent(line)).not.toMatch(/alice|gh[pu]_/);
  });

  it('draws a new session each time, and ends the one before', async () => {
    const visitor = web.visitor();
    await visitor.signIn('alice');
    const before = visitor.cookies.get(session) ?? '';
    await visitor.signIn('bob');
    expect(visitor.cookies.get(session)).not.toBe(before);
    expect(await whoIs(visitor)).toBe('@bob');
    const thief = web.visitor();
    thief.cookies.set(session, before);
    expect(await whoIs(thief)).toBe(asNobody);
  });

  it('takes what was stolen from no other browser', async () => {
    const [victim, thief] = [web.visitor(), web.visitor()];
    const back = pathOf(await victim.toGitHub('alice'));
    expect((await thief.get(back)).status).toBe(403);
    await thief.get('/sign-in');
    expect((await thief.get(back)).status).toBe(403);
    expect(thief.cookies.has(session)).toBe(false);
  });

  it('makes nobody somebody else by a link to the way back', async () => {
    const [victim, attacker] = [web.visitor(), web.visitor()];
    await victim.signIn('alice');
    const answer = await victim.get(pathOf(await attacker.toGitHub('bob')));
    expect(answer.status).toBe(403);
    expect(await whoIs(victim)).toBe('@alice');
  });

  it('works once for a code, also in the same browser', async () => {
    const visitor = web.visitor();
    const back = pathOf(await visitor.toGitHub('alice'));
    const kept = new Map(visitor.cookies);
    expect((await visitor.get(back)).status).toBe(303);
    visitor.cookies.clear();
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect((await visitor.get(back)).status).toBe(400);
    expect(await whoIs(visitor)).toBe(asNobody);
  });

  it.each([
    ['without a state', (back: URL) => { back.searchParams.delete('state'); }, 403],
    ['with another state', (back: URL) => { back.searchParams.set('state', 'x'.repeat(43)); }, 403],
    ['with another code', (back: URL) => { back.searchParams.set('code', '0123456789'); }, 400],
    ['without a code', (back: URL) => { back.searchParams.delete('code'); }, 400],
  ])('fails kindly %s', async (_, change, status) => {
    const visitor = web.visitor();
    const back = new URL(await visitor.toGitHub('alice'));
    change(back);
    const answer = await visitor.get(pathOf(back.href));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('You are not signed in');
    expect(await whoIs(visitor)).toBe(asNobody);
  });

  it('is over where it takes too long', async () => {
    const visitor = web.visitor();
    const back = pathOf(await visitor.toGitHub('alice'));
    web.later(signInLife + 1);
    expect((await visitor.get(back)).status).toBe(403);
  });

  it('is left alone where one decides otherwise at GitHub', async () => {
    const visitor = web.visitor();
    const answer = await visitor.get(pathOf(await visitor.toGitHub('')));
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('not given leave') });
    expect(await whoIs(visitor)).toBe(asNobody);
  });

  it('repeats nothing of what stands in the address', async () => {
    const { text } = await web.visitor().get('/sign-in/callback?error=<b>boo</b>&error_description=boo');
    expect(text).not.toContain('boo');
  });

  it.each([
    ['is out of order', 502],
    ['breaks off', 'reset'],
  ] as const)('makes nobody anybody while GitHub %s', async (_, fault) => {
    const visitor = web.visitor();
    const back = pathOf(await visitor.toGitHub('alice'));
    town.standIn.faults.next({ match: { test: ({ path }) => path === '/login/oauth/access_token' }, kind: fault });
    expect((await visitor.get(back)).status).toBe(502);
    const again = pathOf(await visitor.toGitHub('alice'));
    town.standIn.faults.next({ match: { template: '/user' }, kind: fault, times: 3 });
    expect((await visitor.get(again)).status).toBe(502);
    expect(await whoIs(visitor)).toBe(asNobody);
  });
});

describe('a session', () => {
  it('cannot be forged, nor changed', async () => {
    const visitor = web.visitor();
    await visitor.signIn('alice');
    const [held = '', signature = ''] = decodeURIComponent(visitor.cookies.get(session) ?? '').split('.');
    for (const forged of [held, `${held}.`, `${held}.${'A'.repeat(43)}=`, `${held.slice(1)}.${signature}`, `x.${signature}`, '']) {
      const forger = web.visitor();
      forger.cookies.set(session, encodeURIComponent(forged));
      expect(await whoIs(forger)).toBe(asNobody);
    }
    expect(await whoIs(visitor)).toBe('@alice');
  });

  it('ends with the working day', async () => {
    const visitor = web.visitor();
    await visitor.signIn('alice');
    web.later(sessionLife - 60_000);
    expect(await whoIs(visitor)).toBe('@alice');
    web.later(60_001);
    expect(await whoIs(visitor)).toBe(asNobody);
  });

  it('ends when one signs out, also for whoever copied it', async () => {
    const visitor = web.visitor();
    await visitor.signIn('alice');
    const copy = web.visitor();
    copy.cookies.set(session, visitor.cookies.get(session) ?? '');
    expect(await visitor.post('/sign-out')).toMatchObject({ status: 303, location: '/' });
    expect(visitor.cookies.has(session)).toBe(false);
    expect(await whoIs(copy)).toBe(asNobody);
  });

  it('ends where its token is taken back on GitHub', async () => {
    const visitor = web.visitor();
    await visitor.signIn('carol');
    expect(await whoIs(visitor)).toBe('@carol');
    town.standIn.apps.revokeUserTokens('carol', 'unpause');
    web.later(60_001);
    expect(await whoIs(visitor)).toBe(asNobody);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['nowhere', {}],
    ['a sandbox', { origin: 'null' }],
  ])('is not ended by a form from %s', async (_, headers) => {
    const visitor = web.visitor();
    await visitor.signIn('alice');
    expect((await visitor.post('/sign-out', {}, headers)).status).toBe(403);
    expect(await whoIs(visitor)).toBe('@alice');
  });
});

describe('a server that people reach by HTTPS', () => {
  it('keeps its cookies to itself', async () => {
    await web.stop();
    const https = await runWeb(town, database, { publicUrl: 'https://unpause.example' });
    const { headers } = await https.visitor().get('/sign-in');
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-unpause_sign_in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
    await https.stop();
    web = await runWeb(town, database);
  });

  it.each([
    [{ publicUrl: 'http://unpause.example' }, 'PUBLIC_URL'],
    [{ credentials: { appId: 0, privateKey: null, webhookSecret: null, clientId: null, clientSecret: null } }, 'GITHUB_CLIENT_SECRET'],
  ])('says what is missing: %j', async (given, missing) => {
    await web.stop();
    const without = await runWeb(town, database, 'credentials' in given ? { credentials: { ...given.credentials, appId: town.appId, privateKey: town.privateKey, webhookSecret: town.secret } } : given);
    expect(await without.visitor().get('/sign-in')).toMatchObject({ status: 503, text: expect.stringContaining(missing) });
    await without.stop();
    web = await runWeb(town, database);
  });
});
