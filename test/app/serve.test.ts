import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { databases, type TestDatabase } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { headersFor, where } from '../web/a-server.ts';
import { type Answer, aGitHub, type FakeGitHub } from './a-github.ts';
import { privateKey, type ServerProcess, startProcess, startScript, startUnderProbot } from './a-process.ts';

const byMiddleware = resolve(import.meta.dirname, '..', 'support', 'serve-by-middleware.ts');
const webhookSecret = 'a-webhook-secret';
const opened = JSON.stringify({ ...where, action: 'opened', issue: { number: 3 } });
const seen = 'GET /repos/acme/rfcs';

let database: TestDatabase;
let folder: string;
let github: FakeGitHub;
let processes: ServerProcess[];

beforeAll(async () => {
  await Promise.all(databases.map(async (some) => { await some.start(); }));
});

beforeEach(async () => {
  processes = [];
  database = await databaseNamed('PGlite');
  folder = database.options.dataDir;
});

afterEach(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL');
    await ended;
  }
  github.close();
  await database.remove();
});

async function databaseNamed(name: string): Promise<TestDatabase> {
  const found = databases.find((some) => some.name === name);
  if (found === undefined) throw new Error(`no ${name} among the databases of the tests`);
  return await found.create();
}

function variables(environment: Record<string, string>): Record<string, string> {
  const app = { APP_ID: '12', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret };
  return { PORT: '0', UNPAUSE_DATA_DIR: folder, GITHUB_API_URL: github.url, ...app, ...environment };
}

function start(environment: Record<string, string> = {}, args: readonly string[] = ['serve']): ServerProcess {
  const started = startProcess(args, variables(environment));
  processes.push(started);
  return started;
}

async function urlOf(server: ServerProcess): Promise<string> {
  const { url } = await server.logged('listening');
  return String(url);
}

async function deliver(url: string): Promise<number> {
  const headers = headersFor(opened, 'issues', webhookSecret);
  return (await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: opened, headers })).status;
}

describe('unpause serve', () => {
  it('takes a delivery, looks, and ends in order when told to', async () => {
    github = await aGitHub();
    const server = start();
    const url = await urlOf(server);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await deliver(url)).toBe(202);
    await github.askedFor(seen);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.output()).toContain('"stopped"');
  });

  it('sweeps at the start', async () => {
    github = await aGitHub((question) => {
      if (question === 'GET /app/installations') return { status: 200, body: [{ id: 7, suspended_at: null }] };
      return question === 'GET /installation/repositories' ? { status: 200, body: { total_count: 0, repositories: [] } } : null;
    });
    start();
    await github.askedFor('GET /installation/repositories');
  });

  it('finishes the look in hand before it ends', async () => {
    let answer: (given: Answer) => void = () => undefined;
    const late = new Promise<Answer>((resolve) => (answer = resolve));
    github = await aGitHub(async (question) => (question === seen ? await late : null));
    const server = start();
    const url = await urlOf(server);
    expect(await deliver(url)).toBe(202);
    await github.askedFor(seen);
    server.child.kill('SIGTERM');
    await server.logged('stopping: looks in hand are finished first; a second signal ends them');
    expect(server.child.exitCode).toBeNull();
    await expect(deliver(url)).rejects.toThrow('fetch failed');
    answer({ status: 404, body: { message: 'Not Found' } });
    expect(await server.ended).toBe(0);
  });

  it('ends at once at the second signal', async () => {
    github = await aGitHub(async (question) => (question === seen ? await new Promise<null>(() => undefined) : null));
    const server = start();
    expect(await deliver(await urlOf(server))).toBe(202);
    await github.askedFor(seen);
    server.child.kill('SIGTERM');
    await server.logged('stopping: looks in hand are finished first; a second signal ends them');
    server.child.kill('SIGINT');
    expect(await server.ended).toBe('SIGINT');
  });

  it('logs no secret, however much it logs', async () => {
    github = await aGitHub();
    const server = start({ LOG_LEVEL: 'trace', WEBHOOK_SECRET_PREVIOUS: 'a-secret-before' });
    const url = await urlOf(server);
    await deliver(url);
    await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: opened, headers: headersFor(opened, 'issues', 'another-secret') });
    await github.askedFor(seen);
    server.child.kill('SIGTERM');
    await server.ended;
    const [, line = ''] = privateKey.split('\n');
    for (const secret of [webhookSecret, 'a-secret-before', line, github.token, 'eyJ']) expect(server.output()).not.toContain(secret);
  });

  it('is set up through its pages, and goes on without being started again', async () => {
    const conversion = { id: 12, html_url: 'https://github.com/apps/acme-rfcs', pem: privateKey, webhook_secret: webhookSecret, client_id: 'c', client_secret: 's' };
    github = await aGitHub((question) => (question === 'POST /app-manifests/the-code/conversions' ? { status: 201, body: conversion } : null));
    const none = { APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '' };
    const server = start(none);
    const url = await urlOf(server);
    expect(await deliver(url)).toBe(503);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const link = await server.logged('not set up yet: open this address to register the App; it works once');
    const entered = await fetch(String(link.url), { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const review = await (await fetch(`${url}/setup/review?name=Acme`, { headers: { cookie } })).text();
    const [, state = ''] = /\?state=([\w-]+)/.exec(review) ?? [];
    const finished = await fetch(`${url}/setup/registered?code=the-code&state=${state}`, { headers: { cookie } });
    expect(await finished.text()).toContain('https://github.com/apps/acme-rfcs/installations/new');
    expect(await deliver(url)).toBe(202);
    await github.askedFor(seen);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const file = join(folder, 'credentials.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ appId: 12, webhookSecret });
    server.child.kill('SIGTERM');
    await server.ended;

    const again = start(none);
    expect(await deliver(await urlOf(again))).toBe(202);
  });

  it('says all that is wrong with its variables, and ends with 2', async () => {
    github = await aGitHub();
    const server = start({ PORT: 'http', UNPAUSE_ROLE: 'worker', WEBHOOK_SECRET: '', DATABASE_URL: '' });
    expect(await server.ended).toBe(2);
    expect(server.output().split('\n')).toEqual([
      'unpause: Unexpected "http" in PORT, expected a port from 0 (any free one) to 65535',
      'unpause: Missing DATABASE_URL, expected one with UNPAUSE_ROLE=worker: the embedded database serves one process, which is everything at once',
      '',
    ]);
  });

  it.each([
    ['half an App', { WEBHOOK_SECRET: '' }, 'Missing WEBHOOK_SECRET, expected beside APP_ID and PRIVATE_KEY'],
    ['a host that is none of its own', { HOST: '192.0.2.1' }, 'HOST 192.0.2.1, PORT 0: this machine has no such address'],
    ['a database that is not there', { DATABASE_URL: 'postgres://unpause:a-password@127.0.0.1:9/unpause' }, 'ECONNREFUSED'],
  ])('does not start with %s, and says what to do', async (_case, environment, words) => {
    github = await aGitHub();
    const server = start(environment);
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain(words);
    expect(server.output()).not.toMatch(/a-password|mistake of its own/);
  });

  it('leaves a folder alone in which another one works', async () => {
    github = await aGitHub();
    const first = start();
    const url = await urlOf(first);
    const second = start();
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(folder);
    expect(second.output()).not.toContain('mistake of its own');
    expect(await deliver(url)).toBe(202);
  });
});

describe('roles', () => {
  it('share a PostgreSQL: one process takes what another one looks at', async () => {
    github = await aGitHub();
    const { options } = await databaseNamed('PostgreSQL');
    const shared = { DATABASE_URL: options.databaseUrl ?? '' };
    const web = start({ ...shared, UNPAUSE_ROLE: 'web' });
    const url = await urlOf(web);
    expect(await deliver(url)).toBe(202);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, app: 'ok', database: 'ok' });
    expect(github.asked).toEqual([]);

    const worker = start({ ...shared, UNPAUSE_ROLE: 'worker' });
    await github.askedFor(seen);
    const workerUrl = await urlOf(worker);
    expect(await deliver(workerUrl)).toBe(404);
    expect(await (await fetch(`${workerUrl}/readyz`)).json()).toEqual({ ready: true, app: 'ok', database: 'ok', worker: 'ok' });
    for (const { child, ended } of [web, worker]) {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });

  it('that only work are not set up from a page', async () => {
    github = await aGitHub();
    const worker = start({ UNPAUSE_ROLE: 'worker', DATABASE_URL: 'postgres://127.0.0.1:9/unpause', APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '' });
    expect(await worker.ended).toBe(2);
    expect(worker.output()).toContain('Missing APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, expected with UNPAUSE_ROLE=worker');
  });
});

describe('probot run', () => {
  it('hosts the App as well', async () => {
    github = await aGitHub();
    // Probot takes port 0 for its usual one.
    const port = await freePort('localhost');
    const host = startUnderProbot(variables({ PORT: String(port) }));
    processes.push(host);
    await host.logged(`Listening on http://localhost:${port}`);
    // Probot's own word for it; like our 202 it goes out once the queue has the look.
    expect(await deliver(`http://localhost:${port}`)).toBe(200);
    await github.askedFor(seen);
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe('SIGTERM');
  });

  it('takes a delivery and looks inside somebody’s own server', async () => {
    github = await aGitHub();
    const port = await freePort();
    const host = startScript(['--disable-warning=ExperimentalWarning', byMiddleware], variables({ PORT: String(port) }));
    processes.push(host);
    await host.logged('hosted');
    expect(await deliver(`http://127.0.0.1:${port}`)).toBe(200);
    await github.askedFor(seen);
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe('SIGTERM');
  });
});

describe('unpause deliveries redeliver', () => {
  const delivery = { id: 5, guid: 'g-5', delivered_at: new Date().toISOString(), status: 'Service Unavailable', status_code: 503, event: 'issues', action: 'opened' };

  it('has GitHub send again what never arrived, and says what it was', async () => {
    github = await aGitHub((question) => (question === 'GET /app/hook/deliveries' ? { status: 200, body: [delivery] } : { status: 202 }));
    const run = start({}, ['deliveries', 'redeliver', '--since', '2d']);
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(/^g-5 {2}\S+ {2}issues\.opened {2}Service Unavailable\n1 delivery since .*; 1 never arrived, and were sent again\n$/);
    expect(github.asked).toEqual(['GET /app/hook/deliveries', 'POST /app/hook/deliveries/5/attempts']);
  });

  it('asks for nothing with --dry-run', async () => {
    github = await aGitHub((question) => (question === 'GET /app/hook/deliveries' ? { status: 200, body: [delivery] } : null));
    const run = start({}, ['deliveries', 'redeliver', '--dry-run']);
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('1 never arrived, and would be sent again');
    expect(github.asked).toEqual(['GET /app/hook/deliveries']);
  });

  it.each([
    [['--since', 'yesterday'], {}, '--since: unexpected "yesterday", expected a date'],
    [[], { APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '' }, 'Missing APP_ID, PRIVATE_KEY and WEBHOOK_SECRET'],
  ])('says what is missing (%j, %j)', async (flags, environment, words) => {
    github = await aGitHub();
    const run = start(environment, ['deliveries', 'redeliver', ...flags]);
    expect(await run.ended).toBe(2);
    expect(run.output()).toContain(words);
  });
});
