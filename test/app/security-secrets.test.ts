import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Exchange } from '../../src/demo/github/edge/exchange.ts';
import { sendSigned } from '../support/app-in-town.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { aTown, untilIdle, variablesOf, type Town } from '../support/running-app.ts';
import { Visitor } from '../support/web-visitor.ts';
import { startProcess, type ServerProcess } from './a-process.ts';

const password = 'correct-horse-battery';
const previousSecret = 'the-webhook-secret-of-last-year';

const [, kind] = databases;
if (kind?.isShared !== true) throw new Error('no PostgreSQL among the databases of the tests');

let database: TestDatabase;
let town: Town;
let server: ServerProcess;
const exchanges: Exchange[] = [];

beforeAll(async () => {
  await kind.start();
  database = await kind.create();
  await ask(`create role keeper superuser login password '${password}'`);
  town = await aTown({
    onExchange: (exchange) => {
      exchanges.push(exchange);
    },
  });
  const url = new URL(database.options.databaseUrl ?? '');
  Object.assign(url, { username: 'keeper', password });
  const secrets = { DATABASE_URL: url.href, WEBHOOK_SECRET_PREVIOUS: previousSecret };
  server = startProcess(['serve'], { ...variablesOf(town, database), ...secrets, LOG_LEVEL: 'trace', LOG_FORMAT: 'json' });
  await server.logged('listening');
});

afterAll(async () => {
  server.child.kill('SIGKILL');
  await server.ended;
  await town.close();
});

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.options.databaseUrl ?? '' });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

/** What people who sign in, and programs with a token, have to keep to themselves. */
const theirs: string[] = [];

/** Somebody signs in, and fails to; GitHub fails while they read; they sign out. Tokens of programs are taken, and are not. */
async function comeAndGo(): Promise<void> {
  const { faults, apps } = town.standIn;
  const visitor = new Visitor(`http://127.0.0.1:${town.port}`);
  for (const fault of [null, 502, 'reset'] as const) {
    const { pathname, search, searchParams } = new URL(await visitor.toGitHub('bob'));
    theirs.push(...visitor.cookies.values(), searchParams.get('code') ?? '', searchParams.get('state') ?? '');
    if (fault !== null) faults.next({ match: { test: ({ path }) => path === '/login/oauth/access_token' }, kind: fault });
    await visitor.get(pathname + search);
    if (fault !== null) await visitor.get(pathname.replace('callback', 'nowhere') + search);
    theirs.push(...visitor.cookies.values());
    for (const path of ['/decisions', '/me', '/api/v1/open']) await visitor.get(path);
  }
  const tokens = [apps.userToken('bob'), apps.userToken('bob', 'unpause'), `ghp_${'1'.repeat(36)}`];
  theirs.push(...tokens);
  for (const token of tokens) {
    for (const kind of [502, 'reset', 'secondary-limit'] as const) {
      faults.next({ match: { template: '/user' }, kind, times: 3, retryAfter: 1 });
      await visitor.get('/api/v1/open', { authorization: `Bearer ${token}` });
      faults.clear();
    }
    await visitor.get('/api/v1/open', { authorization: `Bearer ${token}` });
  }
  await server.logged('GitHub did not say what somebody may see; nothing is shown');
}

/** All that the server answers to strangers, its headers included. */
async function answers(): Promise<string> {
  const url = `http://127.0.0.1:${town.port}`;
  const asked = ['/', '/healthz', '/readyz', '/metrics', '/setup', '/api/github/webhooks', '/nothing'].map(async (path) => await fetch(url + path));
  const refused = ['{', '{}'].map(async (body) => await fetch(`${url}/api/github/webhooks`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-github-event': 'issues', 'x-github-delivery': 'd1', 'x-hub-signature-256': 'sha256=00' } }));
  const all = await Promise.all([...asked, ...refused]);
  return (await Promise.all(all.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())))).join('\n');
}

/** A look at everything, a look that fails in each way, and a database that is gone. */
async function tellEverything(): Promise<string> {
  const { world, faults } = town.standIn;
  const repo = town.newRepository({ '.github/unpause.yml': '' });
  world.push({ repo, by: 'bob', branch: 'proposal', files: { 'rfcs/1.md': '# T\n' } });
  const { number } = world.openPullRequest({ repo, by: 'bob', title: 'T', head: 'proposal' });
  await untilIdle(town.standIn, `http://127.0.0.1:${town.port}`);
  await comeAndGo();
  for (const failure of ['reset', 502, 'secondary-limit'] as const) faults.next({ match: { test: ({ path }) => path === `/repos/${repo}/issues/${number}` }, kind: failure, times: 3, retryAfter: 1 });
  faults.next({ match: { method: 'POST', test: ({ path }) => path.endsWith('/access_tokens') }, kind: 500, times: 5 });
  town.newRepository({ '.github/unpause.yml': '' });
  world.comment({ repo, number, by: 'bob', body: 'Hm.' });
  await server.logged('look failed');
  const before = await answers();
  await ask('alter role keeper nologin');
  await ask("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'keeper'");
  expect(await sendSigned(town, { event: 'installation', payload: { action: 'unsuspend', installation: { id: 1 } } })).toBe(503);
  await server.logged('delivery could not be kept; redeliver it, or wait for the next sweep');
  const after = await answers();
  server.child.kill('SIGTERM');
  server.child.kill('SIGINT');
  if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'close');
  return before + after;
}

it('keeps its secrets, however much it logs and whatever goes wrong', async () => {
  const answered = await tellEverything();
  const tokens = exchanges.flatMap(({ path, answerBody }) => (path.endsWith('/access_tokens') && answerBody !== undefined ? [(answerBody as { token?: string }).token ?? ''] : [])).filter((token) => token !== '');
  const ofPeople = exchanges.flatMap(({ path, answerBody }) => (path === '/login/oauth/access_token' ? Object.values((answerBody ?? {}) as Record<string, unknown>).filter((value) => typeof value === 'string' && /^gh[ur]_/.test(value)) : [])).map(String);
  // What a browser brings to GitHub's own page is the browser's.
  const sent = JSON.stringify(exchanges.filter(({ path }) => path !== '/login/oauth/authorize').map(({ path, query, requestBody }) => [path, query, requestBody]));
  const sessions = await ask('select * from unpause.web_session');
  const deliveries = JSON.stringify(town.standIn.deliveries.log.map(({ response }) => response));
  const places = { log: server.output(), answered, sent, deliveries, sessions: JSON.stringify(sessions) };
  const key = town.privateKey.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line));
  const secrets = [password, previousSecret, town.clientSecret, town.secret, 'eyJ', ...tokens, ...key, ...ofPeople, ...theirs.filter((secret) => secret !== '')];

  expect(tokens.length).toBeGreaterThan(0);
  expect(key.length).toBeGreaterThan(10);
  expect(sessions.length).toBeGreaterThan(0);
  expect(ofPeople.length).toBeGreaterThan(1);
  expect(theirs.length).toBeGreaterThan(10);
  const found = Object.entries(places).flatMap(([place, text]) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`));
  expect(found).toEqual([]);
});
