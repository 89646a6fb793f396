import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, closeStages, startStage, type Stage } from './a-stand-in.ts';
import { Receiver } from './a-receiver.ts';

let stage: Stage;
let receiver: Receiver;
let token: string;

beforeEach(async () => {
  receiver = await Receiver.start();
  stage = await startStage({ webhookUrl: receiver.url });
  token = stage.standIn.apps.userToken('alice');
});

afterEach(async () => {
  await closeStages();
  await receiver.stop();
});

const labels = '/repos/{owner}/{repo}/labels';

async function addLabel(name: string) {
  return await ask(stage.standIn, 'POST /repos/acme/rfcs/labels', { token, body: { name, color: '0e8a16' } });
}

async function hasLabel(name: string): Promise<boolean> {
  const { status } = await ask(stage.standIn, `GET /repos/acme/rfcs/labels/${name}`, { token });
  return status === 200;
}

describe('faults on demand', () => {
  it.each([500, 502, 503] as const)('answers %i before or after the write', async (kind) => {
    stage.standIn.faults.next({ match: { method: 'POST', template: labels }, kind });
    expect((await addLabel('one')).status).toBe(kind);
    expect(await hasLabel('one')).toBe(false);
    stage.standIn.faults.next({ match: { template: labels }, kind, moment: 'after' });
    expect((await addLabel('two')).status).toBe(kind);
    expect(stage.standIn.requests.at(-1)).toMatchObject({ status: kind, fault: `${kind} after` });
    expect(await hasLabel('two')).toBe(true);
  });

  it('breaks the connection before or after the write', async () => {
    stage.standIn.faults.next({ kind: 'reset' });
    await expect(addLabel('one')).rejects.toThrow('fetch failed');
    expect(await hasLabel('one')).toBe(false);
    stage.standIn.faults.next({ kind: 'reset', moment: 'after' });
    await expect(addLabel('two')).rejects.toThrow('fetch failed');
    expect(await hasLabel('two')).toBe(true);
  });

  it('never answers, though it may have done what was asked', async () => {
    stage.standIn.faults.next({ kind: 'hang', moment: 'after' });
    const patience = new AbortController();
    const asking = fetch(`${stage.standIn.url}/repos/acme/rfcs/labels`, { method: 'POST', body: '{"name":"one","color":"0e8a16"}', headers: { authorization: `Bearer ${token}` }, signal: patience.signal });
    while (stage.standIn.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    patience.abort();
    await expect(asking).rejects.toThrow('abort');
    expect(await hasLabel('one')).toBe(true);
    expect(stage.standIn.requests[0]).toMatchObject({ status: null, fault: 'hang after' });
  });

  it('closes, even while a request hangs', async () => {
    stage.standIn.faults.next({ kind: 'hang' });
    const asking = addLabel('one');
    while (stage.standIn.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await stage.standIn.close();
    await expect(asking).rejects.toThrow('fetch failed');
  });

  it('meets limits as GitHub words them', async () => {
    stage.standIn.faults.next({ kind: 'secondary-limit', retryAfter: 7 });
    const secondary = await addLabel('one');
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '7']);
    expect(secondary.text).toContain('secondary rate limit');
    stage.standIn.faults.next({ kind: 'too-many-requests' });
    const many = await addLabel('one');
    expect([many.status, many.headers.get('retry-after')]).toEqual([429, '60']);
    stage.standIn.faults.next({ kind: 'primary-limit' });
    const primary = await addLabel('one');
    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(Number(primary.headers.get('x-ratelimit-reset')) * 1000).toBe(stage.clock.now().getTime() + 3_600_000);
    expect((await addLabel('one')).status).toBe(403);
    stage.clock.advance(3_600_000);
    expect((await addLabel('one')).status).toBe(201);
    expect(() => {
      stage.standIn.faults.next({ kind: 'secondary-limit', moment: 'after' });
    }).toThrow('GitHub does nothing past a limit');
  });

  it('happens as often as asked, to what it is asked for', async () => {
    const { faults } = stage.standIn;
    faults.next({ match: { test: ({ path }) => path.endsWith('/two') }, kind: 500, times: 2 });
    const statuses: number[] = [];
    for (const name of ['one', 'two', 'two', 'two']) statuses.push((await ask(stage.standIn, `GET /repos/acme/rfcs/labels/${name}`, { token })).status);
    expect(statuses).toEqual([404, 500, 500, 404]);
    faults.next({ kind: 500, times: Infinity });
    expect((await addLabel('one')).status).toBe(500);
    faults.clear();
    expect((await addLabel('one')).status).toBe(201);
  });
});

describe('deliveries that go wrong on demand', () => {
  async function receive(): Promise<string[]> {
    const { world, apps, deliveries } = stage.standIn;
    apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    for (const text of ['one', 'two', 'three']) world.push({ repo: 'acme/rfcs', branch: 'main', by: 'alice', files: { 'README.md': text }, message: text });
    await deliveries.settled();
    return receiver.received.filter(({ event }) => event === 'push').map(({ payload }) => (payload.head_commit as { message: string }).message);
  }

  const isPush = ({ event }: { event: string }) => event === 'push';

  it('come twice under one name', async () => {
    stage.standIn.faults.deliveries({ kind: 'duplicate', when: isPush });
    expect(await receive()).toEqual(['one', 'one', 'two', 'two', 'three', 'three']);
    const names = receiver.received.filter(isPush).map(({ guid }) => guid);
    expect([names[0], new Set(names).size]).toEqual([names[1], 3]);
  });

  it('get lost, and can be sent again', async () => {
    let seen = 0;
    stage.standIn.faults.deliveries({ kind: 'lose', when: (delivery) => isPush(delivery) && (seen += 1) === 2 });
    expect(await receive()).toEqual(['one', 'three']);
    const lost = stage.standIn.deliveries.log.filter(({ statusCode }) => statusCode === 502);
    expect(lost).toMatchObject([{ event: 'push', status: 'failed to connect to host' }]);
  });

  it('change places', async () => {
    let seen = 0;
    stage.standIn.faults.deliveries({ kind: 'reorder', when: (delivery) => isPush(delivery) && (seen += 1) === 1 });
    expect(await receive()).toEqual(['one', 'two', 'three']);
    expect(receiver.names.slice(0, 5)).toEqual(['installation created', 'check_suite requested', 'push', 'push', 'check_suite requested']);
  });

  it('come at last, also when nothing follows the one that waits', async () => {
    stage.standIn.faults.deliveries({ kind: 'reorder', when: isPush });
    expect([...(await receive())].sort()).toEqual(['one', 'three', 'two']);
  });
});
