import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/demo/github/clock.ts';
import { ask, closeStages, installationToken, jsonWebToken, messageOf, startStage, type Stage } from './a-stand-in.ts';

let stage: Stage;
let installation: number;

beforeAll(async () => {
  stage = await startStage();
  installation = stage.standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: ['rfcs'] }).id;
});

afterAll(closeStages);

const seconds = () => Math.floor(Date.now() / 1000);

describe("an App's JSON Web Token", () => {
  it('shows who asks, by the id or by the client id', async () => {
    const { standIn, app } = stage;
    for (const iss of [app.id, String(app.id), app.clientId]) {
      const { status, body } = await ask(standIn, 'GET /app', { token: jsonWebToken(app, { iss }) });
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: app.id, slug: 'unpause', name: 'Unpause', installations_count: 1, permissions: { metadata: 'read', checks: 'write' } });
    }
  });

  it('is refused where the key is another one', async () => {
    const { standIn, app } = stage;
    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const answer = await ask(standIn, 'GET /app', { token: jsonWebToken({ id: app.id, privateKey }) });
    expect([answer.status, messageOf(answer)]).toEqual([401, 'A JSON web token could not be decoded']);
  });

  it.each([
    ['too far in the future', { exp: seconds() + 1200 }, 401, 'too far in the future'],
    ['over', { exp: seconds() - 5 }, 401, "'Expiration time' claim ('exp') must be"],
    ['issued in the future', { iat: seconds() + 300 }, 401, "'Issued at' claim"],
    ["an unknown App's", { iss: 4 }, 404, 'Integration not found'],
  ])('is refused where it is %s', async (_, claims, status, message) => {
    const answer = await ask(stage.standIn, 'GET /app', { token: jsonWebToken(stage.app, claims) });
    expect(answer.status).toBe(status);
    expect(messageOf(answer)).toContain(message);
  });

  it('does not care how far the clock of the stand-in is turned', async () => {
    const turned = await startStage();
    turned.clock.advance(90 * 86_400_000);
    const { status } = await ask(turned.standIn, 'GET /app', { token: jsonWebToken(turned.app) });
    expect(status).toBe(200);
  });

  it('opens what is about Apps, and nothing else', async () => {
    const { standIn, app } = stage;
    const token = jsonWebToken(app);
    expect((await ask(standIn, 'GET /app/installations', { token })).body).toMatchObject([{ id: installation, app_slug: 'unpause', account: { login: 'acme' } }]);
    expect((await ask(standIn, `GET /app/installations/${installation}`, { token })).body).toMatchObject({ id: installation, repository_selection: 'selected', target_type: 'Organization' });
    expect((await ask(standIn, 'GET /repos/acme/rfcs/installation', { token })).body).toMatchObject({ id: installation });
    const elsewhere = ['GET /repos/acme/secrets/installation', 'GET /app/installations/1', 'POST /app/installations/1/access_tokens', 'GET /repos/acme/rfcs'];
    const statuses = await Promise.all(elsewhere.map(async (asked) => (await ask(standIn, asked, { token })).status));
    expect(statuses).toEqual([404, 404, 404, 403]);
  });
});

describe("an installation's token", () => {
  it('is told with its rights, and ends after an hour of the virtual clock', async () => {
    const own = await startStage();
    const { id } = own.standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    const { status, body } = await ask(own.standIn, `POST /app/installations/${id}/access_tokens`, { token: jsonWebToken(own.app) });
    expect([status, body]).toEqual([201, expect.objectContaining({ expires_at: '2026-11-23T10:00:00.000Z', repository_selection: 'all' })]);
    const { token } = body as { token: string };
    expect(token).toMatch(/^ghs_/);
    const seen = async () => (await ask(own.standIn, 'GET /repos/acme/rfcs', { token })).status;
    own.clock.advance(3_599_000);
    expect(await seen()).toBe(200);
    own.clock.advance(1_000);
    expect(await seen()).toBe(401);
  });

  it('can live by another clock than the world', async () => {
    const own = await startStage({ tokenClock: createClock(new Date('2026-11-23T09:00:00Z'), { frozen: true }) });
    const { id } = own.standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    const token = await installationToken(own, id);
    own.clock.advance(30 * 86_400_000);
    const { status } = await ask(own.standIn, 'GET /repos/acme/rfcs', { token });
    expect(status).toBe(200);
  });

  it('reaches the repositories of its installation alone, public ones too', async () => {
    const { standIn } = stage;
    const token = await installationToken(stage, installation);
    standIn.world.addRepository({ owner: 'bob', name: 'notes', files: { 'a.md': 'a' } });
    const asked = ['GET /repos/acme/rfcs', 'GET /repos/Acme/RFCs', 'GET /repos/acme/secrets', 'GET /repos/bob/notes', 'GET /repos/acme/nothing'];
    const statuses = await Promise.all(asked.map(async (each) => (await ask(standIn, each, { token })).status));
    expect(statuses).toEqual([200, 200, 404, 404, 404]);
    const { body } = await ask(standIn, 'GET /installation/repositories', { token });
    expect(body).toMatchObject({ total_count: 1, repository_selection: 'selected', repositories: [{ full_name: 'acme/rfcs' }] });
  });

  it('may do what its permissions say, and each request tells which one it used', async () => {
    const { standIn } = stage;
    const token = await installationToken(stage, installation, { permissions: { pull_requests: 'write' } });
    const label = { name: 'RFC', color: '0e8a16' };
    expect((await ask(standIn, 'POST /repos/acme/rfcs/labels', { token, body: label })).status).toBe(201);
    expect(standIn.requests.at(-1)).toMatchObject({ permission: 'pull_requests:write', caller: { kind: 'installation', login: 'unpause[bot]', installationId: installation } });
    const refused = await ask(standIn, 'GET /repos/acme/rfcs/contents/README.md', { token });
    expect([refused.status, messageOf(refused)]).toEqual([403, 'Resource not accessible by integration']);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=read');
    const reading = await installationToken(stage, installation, { permissions: { pull_requests: 'read', issues: 'read' } });
    expect((await ask(standIn, 'POST /repos/acme/rfcs/labels', { token: reading, body: { name: 'x' } })).status).toBe(403);
  });

  it.each([
    ['permissions it does not have', { permissions: { administration: 'write' } }],
    ['more than it has of a permission', { permissions: { contents: 'write' } }],
    ['a repository that it does not reach', { repositories: ['rfcs', 'secrets'] }],
    ['a repository by an unknown id', { repository_ids: [5] }],
  ])('is not made with %s', async (_, body) => {
    const { status } = await ask(stage.standIn, `POST /app/installations/${installation}/access_tokens`, { token: jsonWebToken(stage.app), body });
    expect(status).toBe(422);
  });

  it('can be for some of the repositories', async () => {
    const own = await startStage();
    const { id } = own.standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    const token = await installationToken({ standIn: own.standIn, app: own.app }, id, { repositories: ['RFCs'] });
    const statuses = await Promise.all(['rfcs', 'secrets'].map(async (name) => (await ask(own.standIn, `GET /repos/acme/${name}`, { token })).status));
    expect(statuses).toEqual([200, 404]);
  });

  it('is worth nothing once the App is uninstalled', async () => {
    const own = await startStage();
    const { id } = own.standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    const token = await installationToken(own, id);
    own.standIn.apps.uninstall({ slug: 'unpause', account: 'acme' });
    const { status } = await ask(own.standIn, 'GET /repos/acme/rfcs', { token });
    expect(status).toBe(401);
  });

  it('does not open what is for Apps', async () => {
    const token = await installationToken(stage, installation);
    const statuses = await Promise.all(['GET /app', 'GET /app/hook/deliveries'].map(async (asked) => (await ask(stage.standIn, asked, { token })).status));
    expect(statuses).toEqual([401, 401]);
  });
});

describe('other tokens', () => {
  it('lets people see what is theirs', async () => {
    const { standIn } = stage;
    const [alice, acme] = [standIn.apps.userToken('alice'), standIn.apps.userToken('acme')];
    const look = async (name: string, token?: string) => (await ask(standIn, `GET /repos/acme/${name}`, token === undefined ? {} : { token })).status;
    expect([await look('rfcs', alice), await look('secrets', alice), await look('secrets', acme)]).toEqual([200, 404, 200]);
    expect([await look('rfcs'), await look('secrets')]).toEqual([200, 404]);
  });

  it('lets nobody write without one', async () => {
    const { status } = await ask(stage.standIn, 'POST /repos/acme/rfcs/labels', { body: { name: 'x' } });
    expect(status).toBe(401);
  });

  it.each(['ghs_nothing', 'ghu_nothing', 'a.b', 'a.b.c'])('refuses %s', async (token) => {
    const { status } = await ask(stage.standIn, 'GET /repos/acme/rfcs', { token });
    expect(status).toBe(401);
    expect(stage.standIn.requests.at(-1)).toMatchObject({ status: 401, caller: null });
  });
});
