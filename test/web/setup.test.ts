import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../src/app/credentials.ts';
import { createSetup, type Setup } from '../../src/app/setup.ts';
import { aServer, type TestServer } from './a-server.ts';

const conversion = {
  id: 12,
  slug: 'acme-rfcs',
  html_url: 'https://github.com/apps/acme-rfcs',
  pem: 'the private key',
  webhook_secret: 'the webhook secret',
  client_id: 'Iv1.0',
  client_secret: 'the client secret',
};

/** The one route of GitHub that the setup needs. */
let github: { server: Server; url: string; asked: string[]; answer: { status: number; body: string } };
let setup: Setup;
let registered: Credentials[];
let server: TestServer;

beforeAll(async () => {
  const asked: string[] = [];
  const listening = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(github.answer.status, { 'content-type': 'application/json' }).end(github.answer.body);
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  github = { server: listening, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, asked, answer: { status: 0, body: '' } };
});

beforeEach(async () => {
  github.asked.length = 0;
  github.answer = { status: 201, body: JSON.stringify(conversion) };
  registered = [];
  setup = createSetup({
    apiUrl: github.url,
    onRegistered: async (credentials) => {
      await Promise.resolve(registered.push(credentials));
    },
  });
  server = await aServer({ secrets: () => [], setup: { setup, githubUrl: 'https://github.com' } });
});

afterEach(async () => {
  await server.close();
});

afterAll(() => {
  github.server.close();
});

async function visit(path: string, cookie?: string) {
  const response = await fetch(`${server.url}${path}`, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } });
  const set = response.headers.get('set-cookie');
  return { status: response.status, location: response.headers.get('location'), set, cookie: set?.split(';')[0], policy: response.headers.get('content-security-policy') ?? '', text: await response.text() };
}

/** Brings the token, and gives the session's cookie and its `state`. */
async function enter() {
  const { cookie = '' } = await visit(`/setup?token=${setup.token}`);
  const { text } = await visit('/setup/review?name=Acme&organization=acme', cookie);
  const [, state = ''] = /settings\/apps\/new\?state=([\w-]+)/.exec(text) ?? [];
  return { cookie, state };
}

describe('the setup', () => {
  it.each(['/setup', '/setup?token=', '/setup?token=guess', '/setup/review?name=Acme', '/setup/registered?code=c&state=s'])(
    'is closed at %s to whoever did not bring the token',
    async (path) => {
      expect(await visit(path)).toMatchObject({ status: 403, set: null });
      expect(github.asked).toEqual([]);
    },
  );

  it('opens with the token, and leads away from the address that holds it', async () => {
    const first = await visit(`/setup?token=${setup.token}`);
    expect(first).toMatchObject({ status: 303, location: '/setup' });
    expect(first.set).toMatch(/^unpause_setup=[\w-]{43}; Path=\/setup; HttpOnly; SameSite=Lax$/);
    expect(first.cookie).not.toContain(setup.token);
    const { policy, ...page } = await visit('/setup', first.cookie);
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Set Unpause up') });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('keeps its cookie to HTTPS where people come by HTTPS', async () => {
    await server.close();
    server = await aServer({ publicUrl: 'https://unpause.example', setup: { setup, githubUrl: 'https://github.com' } });
    expect((await visit(`/setup?token=${setup.token}`)).set).toContain('; Secure');
  });

  it.each([
    ['', 'https://github.com/settings/apps/new?state='],
    ['acme', 'https://github.com/organizations/acme/settings/apps/new?state='],
  ])('posts the manifest to GitHub for the account %j', async (organization, action) => {
    const { cookie } = await enter();
    const { text } = await visit(`/setup/review?name=Acme+RFCs&organization=${organization}`, cookie);
    expect(text).toContain(`<form method="post" action="${action}`);
    const [, escaped = ''] = /name="manifest" value="([^"]*)"/.exec(text) ?? [];
    expect(JSON.parse(escaped.replaceAll('&quot;', '"'))).toMatchObject({
      name: 'Acme RFCs',
      hook_attributes: { url: `${server.url}/api/github/webhooks`, active: true },
      redirect_url: `${server.url}/setup/registered`,
      default_permissions: { checks: 'write', contents: 'read' },
    });
  });

  it.each(['name=&organization=acme', 'name=Acme&organization=a/../b', 'name=Acme&organization=%22%3E%3Cscript%3E'])('sends nobody to GitHub with %s', async (query) => {
    const { cookie } = await enter();
    expect((await visit(`/setup/review?${query}`, cookie)).status).toBe(400);
  });

  it('shows a name as text, whatever it holds', async () => {
    const { cookie } = await enter();
    const { text } = await visit(`/setup/review?name=${encodeURIComponent('"><b>x')}`, cookie);
    expect(text).not.toContain('<b>');
  });

  it('warns where GitHub cannot reach this server', async () => {
    const { cookie } = await enter();
    expect((await visit('/setup/review?name=Acme', cookie)).text).toContain('PUBLIC_URL');
    await server.close();
    server = await aServer({ setup: { setup, githubUrl: 'https://github.com', webhookProxyUrl: 'https://smee.example/abc' } });
    const { text } = await visit('/setup/review?name=Acme', cookie);
    expect(text).not.toContain('PUBLIC_URL');
    expect(text).toContain('https://smee.example/abc');
  });

  it('exchanges the code, hands the credentials on, and is over', async () => {
    const { cookie, state } = await enter();
    expect(await visit(`/setup/registered?code=a%2Fb&state=${state}`, cookie)).toMatchObject({ status: 303, location: '/' });
    expect(github.asked).toEqual(['POST /app-manifests/a%2Fb/conversions']);
    expect(registered).toEqual([
      {
        appId: 12,
        privateKey: 'the private key',
        webhookSecret: 'the webhook secret',
        clientId: 'Iv1.0',
        clientSecret: 'the client secret',
        url: 'https://github.com/apps/acme-rfcs',
      },
    ]);
    expect((await visit(`/setup?token=${setup.token}`)).status).toBe(403);
    expect((await visit('/setup', cookie)).status).toBe(403);
    expect((await visit(`/setup/registered?code=d&state=${state}`, cookie)).status).toBe(403);
    expect(github.asked).toHaveLength(1);
  });

  it("takes no code for another browser's state", async () => {
    const mine = await enter();
    const other = await enter();
    expect((await visit(`/setup/registered?code=c&state=${other.state}`, mine.cookie)).status).toBe(403);
    expect((await visit(`/setup/registered?code=c&state=${mine.state}`)).status).toBe(403);
    expect(github.asked).toEqual([]);
  });

  it.each([
    ['a code it does not know', 404, '{"message":"Not Found"}', 'GitHub does not know this code any more'],
    ['half of the credentials', 201, JSON.stringify({ ...conversion, pem: null }), "where the new App's credentials were expected"],
    ['something that is no JSON', 201, '<html>', 'did not answer'],
    ['an outage', 503, '', 'answered 503'],
  ])('says what happened when GitHub answers with %s, and can be tried again', async (_case, status, body, words) => {
    const { cookie, state } = await enter();
    github.answer = { status, body };
    const answer = await visit(`/setup/registered?code=c&state=${state}`, cookie);
    expect(answer.status).toBe(502);
    expect(answer.text.replaceAll('&#39;', "'")).toContain(words);
    expect(registered).toEqual([]);
    github.answer = { status: 201, body: JSON.stringify(conversion) };
    expect((await visit(`/setup/registered?code=c&state=${state}`, cookie)).status).toBe(303);
  });

  it('registers one App when the browser comes twice at once', async () => {
    const { cookie, state } = await enter();
    const answers = await Promise.all([1, 2].map(async () => await visit(`/setup/registered?code=c&state=${state}`, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(registered).toHaveLength(1);
  });

  it('shows and logs no secret', async () => {
    const { cookie, state } = await enter();
    const pages = [await visit('/'), await visit('/setup', cookie), await visit(`/setup/registered?code=c&state=${state}`, cookie), await visit('/')];
    const seen = `${JSON.stringify(pages)}${server.log.text()}`;
    expect(seen).not.toMatch(/the private key|the webhook secret|the client secret/);
    expect(seen).not.toContain(setup.token);
  });
});
