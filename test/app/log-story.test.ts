import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkLog, entriesIn, openLogWithToken } from '../../src/app/log-with-token.ts';
import { compareEntries } from '../../src/decision/log/compare-entries.ts';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { forget } from '../../src/app/forget.ts';
import { silentLog } from '../../src/store/log.ts';
import { findRevisions } from '../../src/store/decision-log.ts';
import { findEntries } from '../../src/store/find-entries.ts';
import { openStore } from '../../src/store/open-store.ts';
import { anAppInTime, type AppInTime } from '../support/app-in-time.ts';
import { databasesOfStories, type TestDatabase } from '../support/databases.ts';
import { aRepository, propose, write, type Scene } from '../support/rfc-scene.ts';
import { slug } from '../support/running-app.ts';

const config = { '.github/unpause.yml': 'principles:\n  - {id: small-steps, text: Small steps.}\ndomains:\n  security: {when: {labels: [RFC]}, rung: delegate}\n' };
const text = '# Rotate keys\n\n**Decision Owner**: @alice\n**Topic**: Keys\n**Principles**: small-steps\n\nLet us rotate the keys.\n';

describe.each(databasesOfStories)('the decision log that the App keeps on $name', (kind) => {
  let database: TestDatabase;
  let empty: TestDatabase;
  let place: AppInTime;

  beforeAll(async () => {
    await kind.start();
    database = await kind.create();
    empty = await kind.create();
    place = await anAppInTime(database);
  });
  afterAll(async () => {
    await place.town.close();
    await database.remove();
    await empty.remove();
  });

  async function anew(repo: string, privateKey: string | null = null) {
    const { standIn } = place.town;
    const [owner = '', name = ''] = repo.split('/');
    const token = standIn.apps.userToken('alice');
    const { rfcs } = await openLogWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner, repo: name, privateKey, now: place.now });
    return rfcs;
  }

  async function kept(from = database): Promise<LogEntry[]> {
    const store = await openStore({ ...from.options, log: silentLog });
    try {
      return await findEntries(store.database, { repositories: 'all', limit: 50 });
    } finally {
      await store.close();
    }
  }

  async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const found: Item[] = [];
    for await (const item of items) found.push(item);
    return found;
  }

  const scenes = new Map<string, Scene>();
  const the = (name: string): Scene => {
    const scene = scenes.get(name);
    if (scene === undefined) throw new Error(`nothing is called ${name}`);
    return scene;
  };

  it('tells of decisions, and of merges without one', async () => {
    const repo = aRepository(place.town, config);
    await place.settle();
    for (const name of ['decided', 'merged', 'confirmed', 'reopened', 'open'] as const) scenes.set(name, propose(place.town, repo, { text, branch: name }));
    await place.settle();
    const { world } = place.town.standIn;
    const say = async (scene: Scene, by: string, body: string) => {
      const comment = write(scene, by, body);
      await place.pass(60_000);
      return comment;
    };
    await say(the('decided'), 'bob', '/support');
    await say(the('decided'), 'carol', '/object It is slow.');
    await say(the('decided'), 'alice', '/answer @carol It takes a minute.');
    await say(the('decided'), 'alice', '/decide accept The audit is done.');
    await say(the('reopened'), 'alice', '/decide defer Not before the audit.');
    await say(the('reopened'), 'alice', '/reopen The audit came early.');
    await say(the('reopened'), 'alice', '/decide reject It is not needed.');
    for (const name of ['merged', 'confirmed'] as const) world.merge({ repo, number: the(name).number, by: 'bob' });
    await place.pass(60_000);
    await say(the('confirmed'), 'alice', '/decide confirm It was meant so.');
    await place.morning();
    await place.moveTo(empty);
    await place.app().stop();
    const told = (await kept()).map(({ number, n, result, by, owner, why, domain, topic, principles, voices, objections }) => ({ number, n, result, by: by?.login, owner: owner?.login, why, domain, topic, principles, voices: voices.map(({ person, stance }) => `${person.login} ${stance}`), objections: objections.map(({ why: reason, answered }) => [reason, answered?.why]) }));
    const common = { owner: 'alice', domain: 'security', topic: 'Keys', principles: ['small-steps'], voices: [], objections: [] };
    expect(told.toSorted((one, other) => one.number - other.number || one.n - other.n)).toEqual([
      { ...common, number: the('decided').number, n: 1, result: 'accepted', by: 'alice', why: 'The audit is done.', voices: ['bob support', 'carol objects'], objections: [['It is slow.', 'It takes a minute.']] },
      { ...common, number: the('merged').number, n: 0, result: 'merged-without-decision', by: undefined, why: null },
      { ...common, number: the('confirmed').number, n: 0, result: 'superseded', by: undefined, why: null },
      { ...common, number: the('confirmed').number, n: 1, result: 'accepted', by: 'alice', why: 'It was meant so.' },
      { ...common, number: the('reopened').number, n: 1, result: 'superseded', by: 'alice', why: 'Not before the audit.' },
      { ...common, number: the('reopened').number, n: 2, result: 'rejected', by: 'alice', why: 'It is not needed.' },
    ]);
  });

  it('keeps every way in which an entry ever read', async () => {
    const store = await openStore({ ...database.options, log: silentLog });
    const [{ repository, number } = { repository: { id: 0 }, number: 0 }] = (await findEntries(store.database, { repositories: 'all', limit: 50 })).filter((entry) => entry.result === 'superseded' && entry.n === 1);
    const revisions = await findRevisions(store.database, { repositoryId: repository.id, number, n: 1 });
    await store.close();
    expect(revisions.map(({ revision, entry }) => `${revision} ${entry.result}${entry.reopened === null ? '' : ', reopened'}`)).toEqual(['1 deferred', '2 deferred, reopened', '3 superseded, reopened']);
  });

  it('is the same when it is made anew from GitHub', async () => {
    const rebuilt = await all(entriesIn(await anew(the('decided').repo)));
    expect(rebuilt).toHaveLength(6);
    expect(compareEntries(await kept(), rebuilt)).toEqual([]);
  });

  it('is there again in an empty database after the first sweep', async () => {
    expect(compareEntries(await kept(), await kept(empty))).toEqual([]);
  });

  it('is found to rest on what it says, and written by the App', async () => {
    const checked = await all(checkLog(await anew(the('decided').repo, place.town.privateKey)));
    expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checked.filter(({ isAltered }) => isAltered)).toEqual([]);
  });

  it('is found to rest on words that were edited, deleted or never said', async () => {
    const { world } = place.town.standIn;
    const { repo } = the('decided');
    const bodiesOf = (scene: Scene) => world.issue(repo, scene.number).comments;
    const edited = bodiesOf(the('decided')).find(({ body }) => body.startsWith('/decide'));
    const deleted = bodiesOf(the('decided')).find(({ body }) => body.startsWith('/object'));
    world.editComment({ repo, commentId: edited?.id ?? 0, by: 'alice', body: '/decide reject I never said otherwise.' });
    world.deleteComment({ repo, commentId: deleted?.id ?? 0, by: 'carol' });
    const status = bodiesOf(the('merged')).find(({ author }) => author.login === `${slug}[bot]`);
    world.editComment({ repo, commentId: status?.id ?? 0, by: 'bob', body: (status?.body ?? '').replace('"version":3', '"version":3,"passed":[7]') });
    const checked = await all(checkLog(await anew(repo, place.town.privateKey)));
    expect(checked.flatMap(({ faults }) => faults.map(({ number, of, fault }) => `#${number} ${of} ${fault}`)).sort()).toEqual([`#${the('decided').number} decision edited`, `#${the('decided').number} objection deleted`]);
    expect(checked.filter(({ isAltered }) => isAltered).map(({ url }) => url.split('/').at(-1))).toEqual([String(the('merged').number)]);
  });

  it('names nobody who was forgotten, here and on GitHub', async () => {
    const { standIn, appId, privateKey } = place.town;
    const { repo } = the('decided');
    const own = () => [...standIn.world.repository(repo).issues.values()].flatMap((issue) => (issue?.comments ?? []).filter(({ author }) => author.login === `${slug}[bot]`).map(({ body }) => body));
    expect(own().join('\n')).toMatch(/carol/);
    const request = { login: 'carol', id: null, repository: null, isDryRun: false, apiUrl: standIn.url, userAgent: 'unpause-test', credentials: { appId, privateKey }, token: null, ...database.options };
    const { places, store } = await forget(request);
    expect(store).toContainEqual({ table: 'decision', rows: 1 });
    expect(places.find(({ repository }) => repository === repo)?.rewritten).not.toEqual([]);
    expect(own().join('\n')).not.toMatch(/carol/);
    expect(JSON.stringify(await kept())).not.toMatch(/carol/);
    const checked = await all(checkLog(await anew(repo, privateKey)));
    expect(checked.filter(({ isAltered, url }) => isAltered && !url.endsWith(`/${the('merged').number}`))).toEqual([]);
    expect((await forget(request)).places.flatMap(({ rewritten }) => rewritten)).toEqual([]);
  });
});
