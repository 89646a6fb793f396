import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGitHubApp } from '../../src/app/github-app.ts';
import { createLogger } from '../../src/app/log.ts';
import { type Attempt, findMissing, redeliver } from '../../src/app/redeliver.ts';
import { parsePast } from '../../src/app/time-ago.ts';
import { aGitHub, type AnswerTo, type FakeGitHub } from './a-github.ts';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;

let github: FakeGitHub | null = null;

afterEach(() => {
  github?.close();
});

function attempt(id: number, guid: string, code: number, minute: number): Attempt {
  const delivered_at = new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString();
  return { id, guid, status_code: code, status: code === 200 ? 'OK' : 'failed', delivered_at, event: 'issues', action: 'opened' };
}

describe('findMissing', () => {
  it('takes the newest attempt of what never arrived, the oldest delivery first', () => {
    const attempts = [attempt(6, 'c', 503, 9), attempt(5, 'a', 503, 8), attempt(4, 'b', 202, 7), attempt(3, 'b', 503, 2), attempt(1, 'a', 0, 1)];
    expect(findMissing(attempts).map(({ id }) => id)).toEqual([5, 6]);
  });

  it('takes each delivery once, and none that arrived, in whatever order they come', () => {
    const attempts = fc.array(fc.record({ guid: fc.constantFrom('a', 'b', 'c', 'd'), code: fc.constantFrom(0, 200, 202, 401, 503), minute: fc.nat(59) }));
    fc.assert(
      fc.property(attempts, (given) => {
        const all = given.map(({ guid, code, minute }, id) => attempt(id, guid, code, minute));
        const arrived = new Set(all.filter(({ status_code: code }) => code >= 200 && code < 300).map(({ guid }) => guid));
        const expected = [...new Set(all.map(({ guid }) => guid))].filter((guid) => !arrived.has(guid));
        expect(findMissing(all).map(({ guid }) => guid).sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('redeliver', () => {
  const pages = [
    [attempt(9, 'c', 202, 9), attempt(8, 'b', 503, 8)],
    [attempt(7, 'a', 500, 7), attempt(2, 'old', 500, 2)],
    [attempt(1, 'older', 500, 1)],
  ];

  async function connect(answerTo: AnswerTo) {
    github = await aGitHub(answerTo);
    const log = await createLogger({ level: 'fatal', format: 'json' });
    return { github, client: await createGitHubApp({ credentials: { appId: 12, privateKey }, apiUrl: github.url, log }).asApp() };
  }

  async function app() {
    return await connect((question, request) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0);
      if (question !== 'GET /app/hook/deliveries') return question.endsWith('/attempts') ? { status: 202 } : null;
      return { status: 200, body: pages[page], headers: { link: `<http://${request.headers.host}/app/hook/deliveries?cursor=${page + 1}>; rel="next"` } };
    });
  }

  const since = new Date(Date.UTC(2026, 4, 4, 10, 5));

  it('asks for what never arrived since then, and reads no further', async () => {
    const { github, client } = await app();
    const told: string[] = [];
    expect(await redeliver(client, { since, isDryRun: false, onRedelivery: ({ guid }) => told.push(guid) })).toEqual({ seen: 3, again: 2 });
    expect(told).toEqual(['a', 'b']);
    expect(github.asked).toEqual([
      'GET /app/hook/deliveries',
      'GET /app/hook/deliveries',
      'POST /app/hook/deliveries/7/attempts',
      'POST /app/hook/deliveries/8/attempts',
    ]);
  });

  it('asks for nothing on a dry run', async () => {
    const { github, client } = await app();
    expect(await redeliver(client, { since, isDryRun: true, onRedelivery: () => undefined })).toEqual({ seen: 3, again: 2 });
    expect(new Set(github.asked)).toEqual(new Set(['GET /app/hook/deliveries']));
  });

  it('says what GitHub refused', async () => {
    const { client } = await connect(() => ({ status: 403, body: { message: 'This App is suspended' } }));
    const refusal = redeliver(client, { since, isDryRun: true, onRedelivery: () => undefined });
    await expect(refusal).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining('This App is suspended') });
  });
});

describe('parsePast', () => {
  const now = new Date('2026-05-04T10:00:00Z');

  it.each([
    ['2026-05-01', '2026-05-01T00:00:00.000Z'],
    ['2026-05-01T09:30:00Z', '2026-05-01T09:30:00.000Z'],
    ['2026-05-01T09:30+02:00', '2026-05-01T07:30:00.000Z'],
    ['36h', '2026-05-02T22:00:00.000Z'],
    ['P2D', '2026-05-02T10:00:00.000Z'],
    ['1 week', '2026-04-27T10:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(parsePast(text, now)?.toISOString()).toBe(expected);
  });

  it.each(['', 'yesterday', '2026-13-01', '3 working days', '1 month', '5'])('finds no moment in %j', (text) => {
    expect(parsePast(text, now)).toBeNull();
  });
});
