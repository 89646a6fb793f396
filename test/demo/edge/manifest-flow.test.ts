import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, closeStages, events, jsonWebToken, permissions, startStage, type Stage } from './a-stand-in.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterAll(closeStages);

const manifest = {
  name: 'Unpause for Acme',
  url: 'https://example.com',
  redirect_url: 'http://127.0.0.1:3000/setup/made?kept=1',
  hook_attributes: { url: 'http://127.0.0.1:3000/api/github/webhooks' },
  public: false,
  default_permissions: permissions,
  default_events: events,
};

async function submit(path: string, sent: object | string) {
  const body = new URLSearchParams({ manifest: typeof sent === 'string' ? sent : JSON.stringify(sent) }).toString();
  return await ask(stage.standIn, `POST ${path}`, { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
}

async function convert(code: string | null) {
  return await ask(stage.standIn, `POST /app-manifests/${code}/conversions`);
}

describe('the manifest flow', () => {
  it('leads back with a code and the state, which is worth the credentials, once', async () => {
    const { status, headers } = await submit('/organizations/acme/settings/apps/new?state=a%20state', manifest);
    const back = new URL(headers.get('location') ?? '');
    expect([status, `${back.origin}${back.pathname}`, back.searchParams.get('kept'), back.searchParams.get('state')]).toEqual([302, 'http://127.0.0.1:3000/setup/made', '1', 'a state']);
    const code = back.searchParams.get('code');
    const answer = await convert(code);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ slug: 'unpause-for-acme', owner: { login: 'acme' }, events, webhook_secret: expect.any(String), client_secret: expect.any(String) });
    const { id, pem } = answer.body as { id: number; pem: string };
    expect((await ask(stage.standIn, 'GET /app', { token: jsonWebToken({ id, privateKey: pem }) })).body).toMatchObject({ id });
    expect(pem).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
    expect((await convert(code)).status).toBe(404);
  });

  it('keeps a code for an hour', async () => {
    const { headers } = await submit('/settings/apps/new', { ...manifest, name: 'Late' });
    const location = new URL(headers.get('location') ?? '');
    expect(location.searchParams.has('state')).toBe(false);
    stage.clock.advance(3_600_000);
    expect((await convert(location.searchParams.get('code'))).status).toBe(404);
  });

  it.each([
    ['no JSON', '{', 'it is no JSON object'],
    ['no name', { ...manifest, name: undefined }, '"name" wasn\'t supplied'],
    ['no way back', { ...manifest, name: 'A', redirect_url: undefined }, '"redirect_url" wasn\'t supplied'],
    ['an address that is none', { ...manifest, name: 'B', hook_attributes: { url: 'here' } }, 'here is no address'],
    ['an event without its permission', { ...manifest, name: 'C', default_permissions: { ...permissions, merge_queues: undefined } }, 'Default events unsupported: merge_group'],
    ['an event that there is not', { ...manifest, name: 'D', default_events: ['reactions'] }, 'Default events unsupported: reactions'],
    ['a name that is taken', { ...manifest, name: 'Unpause' }, 'already taken'],
    ['markup in a name', { ...manifest, name: '<b>Unpause', default_events: ['reactions'] }, '&lt;b>Unpause'],
  ])('says what is wrong with %s', async (_, sent, message) => {
    const { status, text } = await submit('/settings/apps/new', sent);
    expect(status).toBe(422);
    expect(text.replaceAll('&quot;', '"')).toContain(message);
  });

  it('makes none for an organisation that there is not', async () => {
    const { status, text } = await submit('/organizations/nobody/settings/apps/new', { ...manifest, name: 'E' });
    expect([status, text]).toEqual([422, expect.stringContaining('There is no account nobody')]);
  });

  it('knows no code that it did not give', async () => {
    expect((await convert('nothing')).status).toBe(404);
  });
});
