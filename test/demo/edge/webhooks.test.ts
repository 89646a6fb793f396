import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, closeStages, jsonWebToken, startStage, webhookSecret, type Stage } from './a-stand-in.ts';
import { Receiver } from './a-receiver.ts';

let stage: Stage;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await Receiver.start();
  stage = await startStage({ webhookUrl: receiver.url });
});

afterEach(async () => {
  await closeStages();
  await receiver.stop();
});

const place = { slug: 'unpause', account: 'acme' };

function push(text: string, repo = 'acme/rfcs'): void {
  stage.standIn.world.push({ repo, branch: 'main', by: 'alice', files: { 'README.md': text } });
}

async function heard(): Promise<string[]> {
  await stage.standIn.deliveries.settled();
  return receiver.names.splice(0);
}

describe('webhooks', () => {
  it('are signed, named and addressed as GitHub does it', async () => {
    const { id } = stage.standIn.apps.install({ ...place, repositories: 'all' });
    push('# More\n');
    await stage.standIn.deliveries.settled();
    const [{ headers, raw, payload } = { headers: {}, raw: '', payload: {} }] = receiver.received.filter(({ event }) => event === 'push');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
      'x-github-hook-installation-target-id': String(stage.app.id),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature-256': `sha256=${createHmac('sha256', webhookSecret).update(raw).digest('hex')}`,
    });
    expect(payload).toMatchObject({ ref: 'refs/heads/main', repository: { full_name: 'acme/rfcs' }, installation: { id, node_id: expect.any(String) } });
  });

  it('tell of an installation, whatever the App asked for', async () => {
    const { id } = stage.standIn.apps.install({ ...place, repositories: ['rfcs'], by: 'alice' });
    stage.standIn.apps.addRepositories({ ...place, repositories: ['acme/secrets'] });
    stage.standIn.apps.removeRepositories({ ...place, repositories: ['rfcs'] });
    stage.standIn.apps.uninstall(place);
    await stage.standIn.deliveries.settled();
    expect(receiver.names).toEqual(['installation created', 'installation_repositories added', 'installation_repositories removed', 'installation deleted']);
    const [created, added, removed, deleted] = receiver.received.map(({ payload }) => payload);
    expect(created).toMatchObject({ installation: { id, app_id: stage.app.id, repository_selection: 'selected' }, repositories: [{ full_name: 'acme/rfcs' }], sender: { login: 'alice' } });
    expect(added).toMatchObject({ installation: { id }, repositories_added: [{ full_name: 'acme/secrets', private: true }], repositories_removed: [] });
    expect(removed).toMatchObject({ repositories_added: [], repositories_removed: [{ full_name: 'acme/rfcs' }] });
    expect(deleted).toMatchObject({ installation: { id }, repositories: [{ full_name: 'acme/secrets' }] });
  });

  it('tell of the repositories of the installation alone', async () => {
    stage.standIn.apps.install({ ...place, repositories: ['rfcs'] });
    await heard();
    push('one');
    push('two', 'acme/secrets');
    await stage.standIn.deliveries.settled();
    const pushes = receiver.received.filter(({ event }) => event === 'push').map(({ payload }) => payload.repository);
    expect(pushes).toEqual([expect.objectContaining({ full_name: 'acme/rfcs' })]);
  });

  it('tell only what the App asked for', async () => {
    stage.standIn.apps.register({ slug: 'other', name: 'Other', webhookUrl: receiver.url, webhookSecret: null, permissions: { issues: 'read' }, events: ['issues'] });
    stage.standIn.apps.install({ slug: 'other', account: 'acme', repositories: 'all' });
    push('one');
    await stage.standIn.deliveries.settled();
    expect(receiver.names).toEqual(['installation created']);
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-hub-signature-256');
  });

  it('ask each App for its own checks alone', async () => {
    const other = stage.standIn.apps.register({ slug: 'other', name: 'Other', webhookUrl: receiver.url, webhookSecret: null, permissions: { checks: 'write' }, events: ['check_suite'] });
    for (const slug of ['unpause', 'other']) stage.standIn.apps.install({ slug, account: 'acme', repositories: 'all' });
    push('one');
    await stage.standIn.deliveries.settled();
    const suites = receiver.received.filter(({ event }) => event === 'check_suite').map(({ headers, payload }) => [headers['x-github-hook-installation-target-id'], (payload.check_suite as { app: { id: number } }).app.id]);
    expect(suites).toHaveLength(2);
    expect(suites).toEqual(expect.arrayContaining([stage.app.id, other.id].map((id) => [String(id), id])));
  });

  it('go on under a new name, and tell of new repositories where all are selected', async () => {
    stage.standIn.apps.install({ ...place, repositories: ['rfcs'] });
    stage.standIn.world.renameRepository({ repo: 'acme/rfcs', name: 'proposals', by: 'acme' });
    push('one', 'acme/proposals');
    expect(await heard()).toEqual(expect.arrayContaining(['repository renamed', 'push']));
    stage.standIn.apps.uninstall(place);
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    await stage.standIn.deliveries.settled();
    const before = receiver.received.length;
    stage.standIn.world.addRepository({ owner: 'acme', name: 'new', files: { 'a.md': 'a' } });
    await stage.standIn.deliveries.settled();
    const told = receiver.received.slice(before);
    expect(told.map(({ event }) => event)).toEqual(expect.arrayContaining(['repository', 'installation_repositories']));
    expect(told.find(({ event }) => event === 'installation_repositories')?.payload).toMatchObject({ action: 'added', repositories_added: [{ full_name: 'acme/new' }] });
  });

  it('do not hold up whoever acts, and are settled later', async () => {
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    push('one');
    expect(receiver.received).toEqual([]);
    expect(await heard()).toContain('push');
  });

  it('come in the order of what happened', async () => {
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    for (let at = 0; at < 20; at += 1) push(`text ${at}`);
    await stage.standIn.deliveries.settled();
    const heads = receiver.received.filter(({ event }) => event === 'push').map(({ payload }) => [payload.before, payload.after] as const);
    expect(heads).toHaveLength(20);
    expect(heads.slice(1).map(([before]) => before)).toEqual(heads.slice(0, -1).map(([, after]) => after));
  });
});

describe("an App's log of deliveries", () => {
  const token = () => jsonWebToken(stage.app);

  async function list(query = ''): Promise<{ rows: Record<string, unknown>[]; next: string | null }> {
    const { body, headers } = await ask(stage.standIn, `GET /app/hook/deliveries${query}`, { token: token() });
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    return { rows: body as Record<string, unknown>[], next: next === undefined ? null : new URL(next).search };
  }

  it('is read newest first, by a cursor', async () => {
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    for (let at = 0; at < 4; at += 1) push(`text ${at}`);
    await stage.standIn.deliveries.settled();
    const whole = await list('?per_page=100');
    expect(whole.next).toBeNull();
    expect(whole.rows.at(-1)).toMatchObject({ event: 'installation', action: 'created', status: 'OK', status_code: 202, redelivery: false });
    const paged: unknown[] = [];
    for (let query: string | null = '?per_page=3'; query !== null; ) {
      const { rows, next }: Awaited<ReturnType<typeof list>> = await list(query);
      paged.push(...rows);
      query = next;
    }
    expect(paged).toEqual(whole.rows);
  });

  it('tells what failed, and sends it again under its old name', async () => {
    receiver.status = 503;
    const { id: installation } = stage.standIn.apps.install({ ...place, repositories: 'all' });
    await stage.standIn.deliveries.settled();
    const [failed] = (await list('?status=failure')).rows;
    expect(failed).toMatchObject({ event: 'installation', status: 'Invalid HTTP Response: 503', status_code: 503, installation_id: installation });
    receiver.status = 202;
    const again = await ask(stage.standIn, `POST /app/hook/deliveries/${String(failed?.id)}/attempts`, { token: token() });
    expect(again.status).toBe(202);
    await stage.standIn.deliveries.settled();
    const [first, second] = receiver.received;
    expect([second?.guid, second?.raw]).toEqual([first?.guid, first?.raw]);
    const { rows } = await list();
    expect(rows[0]).toMatchObject({ guid: failed?.guid, redelivery: true, status_code: 202 });
    const { body } = await ask(stage.standIn, `GET /app/hook/deliveries/${String(rows[0]?.id)}`, { token: token() });
    expect(body).toMatchObject({ request: { headers: { 'x-github-event': 'installation' }, payload: { action: 'created' } }, response: { payload: 'heard' } });
  });

  it('says where nobody listened', async () => {
    await receiver.stop();
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    await stage.standIn.deliveries.settled();
    expect((await list()).rows).toMatchObject([{ status: 'failed to connect to host', status_code: 502 }]);
  });

  it("shows nobody else's", async () => {
    stage.standIn.apps.install({ ...place, repositories: 'all' });
    await stage.standIn.deliveries.settled();
    const other = stage.standIn.apps.register({ slug: 'other', name: 'Other', webhookUrl: null, webhookSecret: null, permissions: {}, events: [] });
    const [{ id } = { id: 0 }] = (await list()).rows;
    const mine = await ask(stage.standIn, 'GET /app/hook/deliveries', { token: jsonWebToken(other) });
    const theirs = await ask(stage.standIn, `GET /app/hook/deliveries/${String(id)}`, { token: jsonWebToken(other) });
    expect([mine.body, theirs.status]).toEqual([[], 404]);
  });
});
