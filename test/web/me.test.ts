import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keepTerms } from '../../src/store/momentum.ts';
import { saveRfc } from '../../src/store/rfc-index.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';
import { aTown, type Town } from '../support/running-app.ts';
import { runWeb, type WebServer } from '../support/web-server.ts';
import type { Visitor } from '../support/web-visitor.ts';

const day = 24 * 3_600_000;

let town: Town;
let place: TestDatabase;
let web: WebServer;
let alice: Visitor;
let idOf: (login: string) => number;

beforeAll(async () => {
  await kind.start();
  place = await kind.create();
  town = await aTown();
  town.newRepository({}, 'acme/rfcs');
  town.install('acme');
  idOf = (login) => town.standIn.world.account(login).id;
  web = await runWeb(town, place);
});

beforeEach(async () => {
  await web.database.deleteFrom('absence').execute();
  alice = web.visitor();
  await alice.signIn('alice');
});

afterEach(() => {
  town.standIn.faults.clear();
  town.assertClean();
});

afterAll(async () => {
  await web.stop();
  await town.close();
  await place.remove();
});

function daysAhead(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

async function absences(): Promise<{ person: number; until: string }[]> {
  const rows = await web.database.selectFrom('absence').selectAll().where('until_at', '>', new Date()).execute();
  return rows.map(({ person, until_at }) => ({ person, until: until_at.toISOString() }));
}

describe('who is away', () => {
  it('says so here, for themselves, and nobody is told', async () => {
    const asked = town.standIn.requests.length;
    expect(await alice.post('/me/away', { until: daysAhead(10) })).toMatchObject({ status: 303, location: '/me' });
    expect(await absences()).toEqual([{ person: idOf('alice'), until: `${daysAhead(10)}T09:00:00.000Z` }]);
    expect((await alice.get('/me')).text).toContain(`until <time datetime="${daysAhead(10)}T09:00:00.000Z">${daysAhead(10)}</time>`);
    expect(town.standIn.requests.slice(asked).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('changes their mind, and comes back', async () => {
    await alice.post('/me/away', { until: daysAhead(10) });
    await alice.post('/me/away', { until: daysAhead(5) });
    expect(await absences()).toEqual([{ person: idOf('alice'), until: `${daysAhead(5)}T09:00:00.000Z` }]);
    expect((await alice.post('/me/back')).status).toBe(303);
    expect(await absences()).toEqual([]);
    expect((await alice.get('/me')).text).toContain('You are in the rotation.');
  });

  it.each([
    [daysAhead(-3), 'That day is over'],
    ['', 'Expected the first day'],
    ['one fine day', 'Expected a day such as 2026-12-28'],
    ['<b>boo</b>', 'Expected a day such as 2026-12-28'],
  ])('is told kindly what was expected in place of %j', async (until, sentence) => {
    const { status, text } = await alice.post('/me/away', { until });
    expect(status).toBe(422);
    expect(text).toContain(sentence);
    expect(text).not.toContain('<b>boo');
    expect(await absences()).toEqual([]);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['nowhere', {}],
  ])('is not set by a form from %s', async (_, headers) => {
    expect((await alice.post('/me/away', { until: daysAhead(10) }, headers)).status).toBe(403);
    expect(await absences()).toEqual([]);
  });

  it('is not set by a token, which may have been given out to read', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', authorization: `Bearer ${town.standIn.apps.userToken('alice')}` };
    const { status, location } = await web.visitor().post('/me/away', { until: daysAhead(10) }, headers);
    expect({ status, location }).toEqual({ status: 303, location: '/sign-in?to=/me' });
    expect(await absences()).toEqual([]);
  });

  it('can say so while GitHub is out of order', async () => {
    town.standIn.faults.next({ match: { template: '/user/installations' }, kind: 502, times: 3 });
    expect((await alice.post('/me/away', { until: daysAhead(10) })).status).toBe(303);
    expect(await absences()).toHaveLength(1);
  });

  it('is refused a form of any length', async () => {
    expect((await alice.post('/me/away', { until: 'x'.repeat(5000) })).status).toBe(413);
  });
});

describe('what somebody drives', () => {
  const started = '2026-11-01T09:00:00Z';
  const term = (login: string, ended: string | null) => ({ n: 1, holder: { id: idOf(login), login }, startedAt: started, dueAt: '2026-12-01T17:00:00Z', ended: ended === null ? null : { at: ended, how: 'done' }, how: 'taken' });

  beforeAll(async () => {
    const ids = { rfcs: town.standIn.world.repository('acme/rfcs').id, elsewhere: 1 };
    const rfcs = [
      [ids.rfcs, 1, 'alice', null],
      [ids.rfcs, 2, 'bob', null],
      [ids.rfcs, 3, 'alice', new Date().toISOString()],
      [ids.elsewhere, 4, 'alice', null],
      [ids.elsewhere, 5, 'alice', new Date().toISOString()],
    ] as const;
    for (const [repositoryId, number, login, ended] of rfcs) {
      await saveRfc(web.database, { repositoryId, number, owner: 'acme', repo: repositoryId === 1 ? 'elsewhere' : 'rfcs', installation: 3, kind: 'issue', isOpen: true, isRfc: true, headSha: null, updatedAt: '', seenAt: new Date(), wakeAt: null, rules: '', record: null });
      await keepTerms(web.database, { repositoryId, number }, { installation: 3, terms: [term(login, ended)] as unknown as Parameters<typeof keepTerms>[2]['terms'] });
    }
  });

  it('is theirs alone to see, where they can see the repository', async () => {
    const { text } = await alice.get('/me');
    expect(text).toContain(`<a href="${town.standIn.url}/acme/rfcs/issues/1">acme/rfcs#1</a>, until <time datetime="2026-12-01T17:00:00.000Z">2026-12-01</time>`);
    expect(text).toContain('one term of yours has ended');
    for (const number of [2, 4, 5]) expect(text).not.toContain(`#${number}`);
    expect(text).not.toMatch(/elsewhere|bob/);
  });

  it('is nothing for who drives nothing', async () => {
    const carol = web.visitor();
    await carol.signIn('carol');
    const { text } = await carol.get('/me');
    expect(text).toContain('Nothing at the moment.');
    expect(text).not.toContain('acme');
  });

  it('is not shown where GitHub does not say what they may see', async () => {
    town.standIn.faults.next({ match: { template: '/user/installations' }, kind: 502, times: 3 });
    const { status, text, headers } = await alice.get('/me');
    expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '60' });
    expect(text).not.toContain('acme/rfcs');
  });
});
