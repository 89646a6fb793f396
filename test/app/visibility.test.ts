import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Access, createAccess, type Viewing } from '../../src/app/access.ts';
import { createGitHubApp } from '../../src/app/github-app.ts';
import { createLogger } from '../../src/app/log.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { silentLog } from '../../src/store/log.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';
import { aTown, slug, type Town } from '../support/running-app.ts';

const minute = 60_000;

let town: Town;
let database: TestDatabase;
let store: Store;
let ahead = 0;
let access: Access;
/** Of repositories, by their whole names. */
let ids: Record<string, number>;

beforeAll(async () => {
  await kind.start();
  database = await kind.create();
  store = await openStore({ ...database.options, log: silentLog });
  town = await aTown();
  const { world, apps } = town.standIn;
  for (const login of ['reader', 'member', 'stranger']) world.addUser(login);
  for (const owner of ['acme', 'umbrella']) world.addUser(owner, { type: 'Organization' });
  world.addTeam({ org: 'acme', slug: 'all', members: ['member'] });
  const made = [
    world.addRepository({ owner: 'acme', name: 'secret', isPrivate: true, collaborators: { reader: 'read' } }),
    world.addRepository({ owner: 'acme', name: 'other', isPrivate: true }),
    world.addRepository({ owner: 'acme', name: 'open' }),
    world.addRepository({ owner: 'umbrella', name: 'labs', isPrivate: true, collaborators: { member: 'write' } }),
  ];
  ids = Object.fromEntries(made.map(({ id, owner, name }) => [`${owner.login}/${name}`, id]));
  town.install('acme');
  apps.register({ name: 'Spy', webhookUrl: null, webhookSecret: null, permissions: {}, events: [] });
  apps.install({ slug: 'spy', account: 'acme', repositories: 'all' });
});

beforeEach(async () => {
  access = await anAccess({});
});

afterEach(() => {
  town.standIn.faults.clear();
  town.assertClean();
});

afterAll(async () => {
  await store.close();
  await town.close();
  await database.remove();
});

async function anAccess({ isPublic = false }: { isPublic?: boolean }): Promise<Access> {
  const { standIn, appId, privateKey, secret, clientId, clientSecret } = town;
  const credentials = { appId, privateKey, webhookSecret: secret, clientId, clientSecret, url: null };
  const metrics = createMetrics(async () => await Promise.resolve({ queued: 0, active: 0, failed: 0 }));
  const log = await createLogger({ level: 'fatal', format: 'json' });
  return createAccess({ database: store.database, credentials, apiUrl: standIn.url, githubUrl: standIn.url, isPublic, metrics, log, now: () => Date.now() + ahead });
}

/** The whole names of what may be seen, or the status of a refusal. */
function seen(viewing: Viewing): string[] | number {
  if (!viewing.ok) return viewing.status;
  const known = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return viewing.visible.map((id) => known.get(id) ?? `#${id}`).sort();
}

async function withToken(token: string): Promise<string[] | number> {
  return seen(await access.view({ held: null, token }));
}

async function nobody(): Promise<string[] | number> {
  return seen(await access.view({ held: null, token: null }));
}

/** Signs in, and gives what the browser holds. */
async function hold(login: string): Promise<string> {
  const { signIn } = access;
  if (signIn === null) throw new Error('nobody can sign in');
  const { url, kept } = signIn.begin({ redirectUri: `http://127.0.0.1:${town.port}/sign-in/callback`, to: '/' });
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ login }), redirect: 'manual' });
  const { code = '', state = '' } = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
  const result = await signIn.finish({ kept, state, code, before: null });
  if (!result.ok) throw new Error(result.why);
  return result.held;
}

async function withSession(held: string): Promise<string[] | number> {
  return seen(await access.view({ held, token: null }));
}

describe('who is signed in', () => {
  it.each([
    ['reader', ['acme/secret']],
    ['member', ['acme/open', 'acme/other', 'acme/secret']],
    ['stranger', []],
  ])('sees what GitHub lets them see, where the App is: %s', async (login, names) => {
    expect(await withSession(await hold(login))).toEqual(names);
  });

  it('is asked about by nobody who is not', async () => {
    expect(await nobody()).toEqual([]);
    expect(await withSession('no session')).toEqual([]);
  });

  it('sees nothing any more a minute after they lost access', async () => {
    const { world } = town.standIn;
    const held = await hold('reader');
    expect(await withSession(held)).toEqual(['acme/secret']);
    world.setRole({ repo: 'acme/secret', login: 'reader', role: null });
    ahead += minute;
    expect(await withSession(held)).toEqual([]);
    world.setRole({ repo: 'acme/secret', login: 'reader', role: 'read' });
    ahead += minute;
    expect(await withSession(held)).toEqual(['acme/secret']);
  });

  it('is asked of GitHub once in a minute, however much they read', async () => {
    const held = await hold('reader');
    const before = town.standIn.requests.length;
    for (let page = 0; page < 5; page += 1) await withSession(held);
    expect(town.standIn.requests.slice(before).map(({ template }) => template)).toEqual(['/user/installations', '/user/installations/{installation_id}/repositories']);
  });

  it.each([502, 'reset', 'secondary-limit'] as const)('sees nothing, and no earlier answer, where GitHub says %s', async (fault) => {
    const held = await hold('reader');
    expect(await withSession(held)).toEqual(['acme/secret']);
    ahead += minute;
    for (const template of ['/user/installations', '/user/installations/{installation_id}/repositories']) {
      town.standIn.faults.next({ match: { template }, kind: fault, times: 3, retryAfter: 1 });
      expect(await withSession(held)).toBe(503);
      town.standIn.faults.clear();
    }
    expect(await withSession(held)).toEqual(['acme/secret']);
  });

  it('sees nothing where the App is suspended, or no longer installed', async () => {
    const { apps } = town.standIn;
    const held = await hold('member');
    apps.suspend({ slug, account: 'acme' });
    expect(await withSession(held)).toEqual([]);
    apps.unsuspend({ slug, account: 'acme' });
    ahead += minute;
    expect(await withSession(held)).toHaveLength(3);
  });
});

describe('a token', () => {
  it.each([
    ['reader', ['acme/secret']],
    ['member', ['acme/open', 'acme/other', 'acme/secret', 'umbrella/labs']],
    ['stranger', []],
  ])('of their own shows what they have a part in: %s', async (login, names) => {
    expect(await withToken(town.standIn.apps.userToken(login))).toEqual(names);
  });

  it('of the App itself shows what the App reaches for them', async () => {
    expect(await withToken(town.standIn.apps.userToken('member', slug))).toEqual(['acme/open', 'acme/other', 'acme/secret']);
  });

  it('of another App shows nothing, whatever that App reaches', async () => {
    expect(await withToken(town.standIn.apps.userToken('member', 'spy'))).toEqual([]);
  });

  it('of an installation is nobody\'s', async () => {
    const log = await createLogger({ level: 'fatal', format: 'json' });
    const github = createGitHubApp({ credentials: town, apiUrl: town.standIn.url, log });
    const { data: [installation] } = await (await github.asApp()).request('GET /app/installations');
    const { data } = await (await github.asApp()).request('POST /app/installations/{installation_id}/access_tokens', { installation_id: installation?.id ?? 0 });
    expect(await withToken(data.token)).toBe(401);
  });

  it.each(['', 'x', 'ghp_0123456789012345678901234567890123456789', 'a.b.c', '../../user', 'ghp_\u00e9'.padEnd(40, 'x')])('that GitHub does not know shows nothing: %j', async (token) => {
    expect(await withToken(token)).toBe(401);
  });

  it('counts and not the session beside it', async () => {
    const held = await hold('member');
    expect(seen(await access.view({ held, token: town.standIn.apps.userToken('reader') }))).toEqual(['acme/secret']);
    expect(seen(await access.view({ held, token: 'ghp_0123456789012345678901234567890123456789' }))).toBe(401);
  });

  it('is worth nothing any more a minute after it was taken back', async () => {
    const token = town.standIn.apps.userToken('reader');
    expect(await withToken(token)).toEqual(['acme/secret']);
    town.standIn.apps.revokeUserTokens('reader');
    ahead += minute;
    expect(await withToken(token)).toBe(401);
  });

  it('is shown to GitHub only until strangers have shown too many', async () => {
    const good = town.standIn.apps.userToken('reader');
    expect(await withToken(good)).toEqual(['acme/secret']);
    const before = town.standIn.requests.length;
    const answers = [];
    for (let guess = 0; guess < 30; guess += 1) answers.push(await withToken(`ghp_${String(guess).padStart(36, '0')}`));
    expect(answers.filter((status) => status === 429)).toHaveLength(10);
    expect(town.standIn.requests.length - before).toBe(20);
    expect(await withToken(good)).toEqual(['acme/secret']);
    ahead += minute;
    expect(await withToken(good)).toEqual(['acme/secret']);
  });
});

describe('everybody', () => {
  it('sees what is public where the operator opens it, and nothing else', async () => {
    access = await anAccess({ isPublic: true });
    expect(await nobody()).toEqual(['acme/open']);
    expect(await withSession(await hold('stranger'))).toEqual(['acme/open']);
    expect(await withSession(await hold('reader'))).toEqual(['acme/open', 'acme/secret']);
  });

  it('sees nothing where GitHub does not say what is public', async () => {
    access = await anAccess({ isPublic: true });
    town.standIn.faults.next({ match: { template: '/installation/repositories' }, kind: 503, times: 3 });
    expect(await nobody()).toBe(503);
    expect(await nobody()).toEqual(['acme/open']);
  });
});
