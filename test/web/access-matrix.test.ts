/**
 * Who may not see a repository gets the same answers as if it were not there: one server knows it, another knows all but
 * it, and everybody asks both for everything there is. So nothing can leak, not even a count.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGitHubApp } from '../../src/app/github-app.ts';
import { createLogger } from '../../src/app/log.ts';
import { sessionLife } from '../../src/app/sessions.ts';
import { visibleFor } from '../../src/app/visibility.ts';
import type { Role } from '../../src/demo/github/state/accounts.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';
import { aTown, runApp, slug, type Town } from '../support/running-app.ts';
import { runWeb, type WebServer } from '../support/web-server.ts';
import { Visitor, type Visit } from '../support/web-visitor.ts';

/** A word that stands in everything of the repository that is hidden, and nowhere else. */
const hidden = 'zebra';
/** Words of the repositories that were there before: one that few see, and one that is public. */
const [other, open] = ['acorn', 'poppy'];
const account = 'vault';

/** What stands for a name in a route's path; a route with another name has to be thought about here. */
const params: Readonly<Record<string, string>> = {
  owner: account,
  repo: hidden,
  repository: hidden,
  name: hidden,
  number: '1',
  n: '1',
  domain: `${hidden}-domain`,
  principle: `${hidden}-principle`,
  id: `${hidden}-principle`,
};

/** What else an address may say, with everything that a list could be narrowed by. */
const query = new URLSearchParams({
  q: hidden,
  text: hidden,
  domain: `${hidden}-domain`,
  principle: `${hidden}-principle`,
  topic: `${hidden} topic`,
  person: `${hidden}-owner`,
  repository: `${account}/${hidden}`,
});

/** For whoever runs the server: they say nothing of any repository, but how much there is to do. */
const ofTheServer = new Set(['GET /healthz', 'GET /readyz', 'GET /metrics']);

/** Everybody asks for everything, twice; in milliseconds. */
const patience = 600_000;

let town: Town;
let withIt: TestDatabase;
let withoutIt: TestDatabase;

beforeAll(async () => {
  await kind.start();
  town = await aTown();
  const { world, apps } = town.standIn;
  world.addUser(account, { type: 'Organization' });
  for (const login of ['member', 'reader', 'leaver', 'stranger', `${hidden}-owner`]) world.addUser(login);
  addRepository(other, { isPrivate: true, readers: ['reader'] });
  addRepository(open, { isPrivate: false, readers: [] });
  apps.register({ name: 'Spy', webhookUrl: null, webhookSecret: null, permissions: {}, events: [] });
  apps.install({ slug, account, repositories: [other, open] });
  [withIt, withoutIt] = [await kind.create(), await kind.create()];
  // Each learns of everything by looking, as it does when it is set up anew.
  await learn(withoutIt, [other, open]);
  addRepository(hidden, { isPrivate: true, readers: ['leaver'] });
  apps.install({ slug: 'spy', account, repositories: 'all' });
  apps.addRepositories({ slug, account, repositories: [hidden] });
  await learn(withIt, [hidden]);
}, patience);

afterAll(async () => {
  await town.close();
  await withIt.remove();
  await withoutIt.remove();
});

function addRepository(word: string, { isPrivate, readers }: { isPrivate: boolean; readers: readonly string[] }): void {
  const { world } = town.standIn;
  const config = `domains:
  ${word}-domain: { about: ${word} about, rung: delegate, topics: [${word} topic] }
values:
  - { id: ${word}-value, text: ${word} value }
principles:
  - { id: ${word}-principle, text: ${word} text, value: ${word}-value }
`;
  const collaborators: Record<string, Role> = { alice: 'admin', member: 'write' };
  for (const login of readers) collaborators[login] = 'read';
  if (word === hidden) collaborators[`${hidden}-owner`] = 'write';
  world.addRepository({ owner: account, name: word, isPrivate, files: { 'README.md': `# ${word}\n`, '.github/unpause.yml': config }, collaborators });
}

/** Runs the App until it has seen a story in each repository; these threads are new, what there was it finds by itself. */
async function learn(database: TestDatabase, words: readonly string[]): Promise<void> {
  const { world } = town.standIn;
  const app = await runApp(town, database);
  for (const word of words) {
    const repo = `${account}/${word}`;
    const owner = word === hidden ? `${hidden}-owner` : 'member';
    const text = `# A ${word} question\n\n**Decision Owner**: @${owner}\n**Domain**: ${word}-domain\n**Topic**: ${word} topic\n**Principles**: ${word}-principle\n\nThe ${word} context.\n`;
    for (const branch of ['decided', 'waits']) {
      world.push({ repo, by: 'alice', branch, files: { [`rfcs/${word}-${branch}.md`]: text } });
      world.openPullRequest({ repo, by: 'alice', title: `A ${word} question that is ${branch}`, head: branch });
    }
    world.requestReviewers({ repo, number: 2, by: 'alice', reviewers: ['member'] });
    world.openIssue({ repo, by: 'alice', title: `A ${word} issue`, body: text });
    world.addLabels({ repo, number: 3, by: 'alice', labels: ['RFC'] });
    await app.idle();
    world.comment({ repo, number: 1, by: 'member', body: `/tension ${word}-principle ${word} tension` });
    world.comment({ repo, number: 2, by: 'member', body: `/object ${word} objection` });
    world.comment({ repo, number: 3, by: 'member', body: '/dri take' });
    await app.idle();
    world.comment({ repo, number: 1, by: owner, body: `/decide accept the ${word} why` });
    await app.idle();
  }
  await app.stop();
}

/** How somebody asks: a browser, and what it sends beside its cookies. */
interface Asking {
  visitor: Visitor;
  headers?: Record<string, string>;
}

interface Viewer {
  name: string;
  come: (web: WebServer) => Promise<Asking>;
}

async function signedIn(web: WebServer, login: string): Promise<Visitor> {
  const visitor = web.visitor();
  const { status } = await visitor.signIn(login);
  expect(status).toBe(303);
  return visitor;
}

async function installationToken(): Promise<string> {
  const github = createGitHubApp({ credentials: town, apiUrl: town.standIn.url, log: await createLogger({ level: 'fatal', format: 'json' }) });
  const { data: [installation] } = await (await github.asApp()).request('GET /app/installations');
  return (await (await github.asApp()).request('POST /app/installations/{installation_id}/access_tokens', { installation_id: installation?.id ?? 0 })).data.token;
}

const bearer = (web: WebServer, token: string): Asking => ({ visitor: web.visitor(), headers: { authorization: `Bearer ${token}` } });
const session = 'unpause_session';

const outsiders: readonly Viewer[] = [
  { name: 'nobody', come: async (web) => await Promise.resolve({ visitor: web.visitor() }) },
  { name: 'a stranger', come: async (web) => ({ visitor: await signedIn(web, 'stranger') }) },
  { name: 'a reader of another repository', come: async (web) => ({ visitor: await signedIn(web, 'reader') }) },
  { name: 'a reader of another repository, by token', come: async (web) => await Promise.resolve(bearer(web, town.standIn.apps.userToken('reader'))) },
  {
    name: 'somebody who lost access a minute ago',
    async come(web) {
      const change = { repo: `${account}/${hidden}`, login: 'leaver' };
      town.standIn.world.setRole({ ...change, role: 'read' });
      const visitor = await signedIn(web, 'leaver');
      await visitor.get('/decisions');
      town.standIn.world.setRole({ ...change, role: null });
      web.later(visibleFor);
      return { visitor };
    },
  },
  {
    name: 'a forger of cookies',
    async come(web) {
      const [held = ''] = decodeURIComponent((await signedIn(web, 'member')).cookies.get(session) ?? '').split('.');
      const visitor = web.visitor();
      visitor.cookies.set(session, encodeURIComponent(`${held}.${'A'.repeat(43)}=`));
      return { visitor };
    },
  },
  {
    name: 'a thief of a state',
    async come(web) {
      const { pathname, search } = new URL(await web.visitor().toGitHub('member'));
      const visitor = web.visitor();
      await visitor.get('/sign-in');
      expect((await visitor.get(pathname + search)).status).toBe(403);
      return { visitor };
    },
  },
  { name: 'the token of an installation', come: async (web) => bearer(web, await installationToken()) },
  { name: "another App's token for a member", come: async (web) => await Promise.resolve(bearer(web, town.standIn.apps.userToken('member', 'spy'))) },
  { name: 'a token that nobody gave out', come: async (web) => await Promise.resolve(bearer(web, `ghp_${'0'.repeat(36)}`)) },
  {
    name: 'a session that is over',
    async come(web) {
      const visitor = await signedIn(web, 'member');
      web.later(sessionLife);
      return { visitor };
    },
  },
  {
    name: 'a session whose token was taken back',
    async come(web) {
      const visitor = await signedIn(web, 'member');
      town.standIn.apps.revokeUserTokens('member', slug);
      web.later(visibleFor);
      return { visitor };
    },
  },
  {
    name: 'a member who has signed out',
    async come(web) {
      const visitor = await signedIn(web, 'member');
      const held = visitor.cookies.get(session) ?? '';
      await visitor.post('/sign-out');
      visitor.cookies.set(session, held);
      return { visitor };
    },
  },
];

const insiders: readonly Viewer[] = [
  { name: 'a member', come: async (web) => ({ visitor: await signedIn(web, 'member') }) },
  { name: 'a member, by token', come: async (web) => await Promise.resolve(bearer(web, town.standIn.apps.userToken('member'))) },
];

/** As they are asked for: each path as it is, and with everything that may stand behind it. */
function addressesOf({ routes }: WebServer): [route: string, address: string][] {
  return routes.flatMap((route) => {
    const path = route.replace(/^\w+ /, '').replace(/\{[^}]*\}/g, '').replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? `unexpected parameter ${name} of ${route}, expected one that this test knows`);
    return [path, `${path}?${query.toString()}`].map((address): [string, string] => [route, address]);
  });
}

interface Answer {
  status: number;
  location: string;
  text: string;
  cacheControl: string | null;
  length: string | null;
}

/** Drawn by lot each time. */
const lots = /(?<=[?&](?:state|code_challenge)=)[\w-]+/g;

async function answersTo({ visitor, headers = {} }: Asking, web: WebServer): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const [route, address] of addressesOf(web)) {
    if (ofTheServer.has(route)) continue;
    // Each asks with what it came with: what it is sent now, it does not keep.
    const asking = Object.assign(new Visitor(web.url), { cookies: new Map(visitor.cookies) });
    const visit: Visit = route.startsWith('GET ') ? await asking.get(address, headers) : await asking.post(address, { until: '' }, { 'sec-fetch-site': 'same-origin', ...headers });
    answers.set(`${route} at ${address}`, { status: visit.status, location: visit.location.replace(lots, '…'), text: visit.text, cacheControl: visit.headers.get('cache-control'), length: visit.headers.get('content-length') });
  }
  return answers;
}

async function askAll(database: TestDatabase, viewers: readonly Viewer[], isPublic: boolean): Promise<Map<string, Map<string, Answer>>> {
  const web = await runWeb(town, database, { isPublic });
  const all = new Map<string, Map<string, Answer>>();
  try {
    for (const { name, come } of viewers) all.set(name, await answersTo(await come(web), web));
  } finally {
    await web.stop();
  }
  return all;
}

function differences(one: Map<string, Answer> | undefined, another: Map<string, Answer> | undefined): string[] {
  const asked = [...new Set([...(one?.keys() ?? []), ...(another?.keys() ?? [])])];
  return asked.filter((name) => JSON.stringify(one?.get(name)) !== JSON.stringify(another?.get(name)));
}

describe.each([
  { isPublic: false, opened: 'nothing is public' },
  { isPublic: true, opened: 'everybody sees what is public' },
])('where $opened', ({ isPublic }) => {
  let known: Map<string, Map<string, Answer>>;
  let unknown: Map<string, Map<string, Answer>>;

  beforeAll(async () => {
    known = await askAll(withIt, [...outsiders, ...insiders], isPublic);
    unknown = await askAll(withoutIt, [...outsiders, ...insiders], isPublic);
  }, patience);

  it.each(outsiders.map(({ name }) => name))('%s learns nothing of what is hidden, not even a count', (name) => {
    const answers = known.get(name) ?? new Map<string, Answer>();
    expect(answers.size).toBeGreaterThan(20);
    expect(differences(answers, unknown.get(name))).toEqual([]);
    const served = [...answers].filter(([, { status }]) => status === 200);
    expect(served.filter(([asked, { text }]) => text.replaceAll(query.toString(), '').replaceAll(encodeURIComponent(query.toString()), '').includes(hidden) && !asked.includes('?')).map(([asked]) => asked)).toEqual([]);
  });

  it.each(insiders.map(({ name }) => name))('%s sees what the others do not', (name) => {
    const pages = differences(known.get(name), unknown.get(name)).filter((asked) => !asked.includes('?'));
    for (const path of ['/open', '/decisions', '/domains', '/principles']) {
      expect(pages).toContain(`GET ${path} at ${path}`);
      expect(pages).toContain(`GET /api/v1${path} at /api/v1${path}`);
    }
    expect(known.get(name)?.get('GET /decisions at /decisions')?.text).toContain(`A ${hidden} question`);
  });

  it('is kept by nobody on the way', () => {
    const kept = [...known.values()].flatMap((answers) => [...answers].filter(([asked, { cacheControl }]) => !asked.startsWith('GET /assets/') && cacheControl !== 'no-store').map(([asked]) => asked));
    expect([...new Set(kept)]).toEqual([]);
  });

  it('shows what is public to everybody, and only then', () => {
    const text = known.get('nobody')?.get('GET /decisions at /decisions')?.text ?? '';
    expect(text.includes(`A ${open} question`)).toBe(isPublic);
    expect(known.get('a reader of another repository')?.get('GET /decisions at /decisions')?.text).toContain(`A ${other} question`);
  });
});

describe('what the server says of itself', () => {
  it('names no repository, no person and no decision', async () => {
    const web = await runWeb(town, withIt);
    for (const route of ofTheServer) {
      const { text } = await web.visitor().get(route.replace('GET ', ''));
      expect(text).not.toMatch(new RegExp([hidden, other, open, account, 'member'].join('|')));
    }
    await web.stop();
  });
});
