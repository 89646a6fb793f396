import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseMemory } from '../../src/app/database-memory.ts';
import { openPlace, type Place } from '../../src/app/open-place.ts';
import { createMemory } from '../../src/app/remember.ts';
import { takeSnapshot } from '../../src/app/take-snapshot.ts';
import { newRecord, type Record as RfcRecord } from '../../src/decision/record.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { silentLog } from '../../src/store/log.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { aPlace, type APlace } from '../github/a-place.ts';
import { MemoryCache } from '../github/memory-cache.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';

const owned = '# Keys\n\n**Decision Owner**: @alice\n';
const team = '# Who reads what\nrfcs/ @acme/core\nsrc/ @bob\n';

let place: APlace;
let database: TestDatabase;
let store: Store;
let made = 0;

beforeAll(async () => {
  await kind.start();
  database = await kind.create();
  store = await openStore(database.options);
  place = await aPlace();
  place.standIn.world.addTeam({ org: 'acme', slug: 'core', members: ['bob', 'carol'] });
});

beforeEach(() => {
  place.clock.advance(60_000);
});

afterAll(async () => {
  await place.close();
  await store.close();
  await database.remove();
});

/** A repository with these files, and a pull request by alice in it. */
function aProposal({ files = {}, proposal = { 'rfcs/1.md': owned } }: { files?: Record<string, string>; proposal?: Record<string, string> } = {}) {
  const { world } = place.standIn;
  const name = `rfcs-${made += 1}`;
  const repo = `acme/${name}`;
  world.addRepository({ owner: 'acme', name, files: { '.github/unpause.yml': '', ...files }, collaborators: { alice: 'write', bob: 'triage' } });
  world.push({ repo, branch: 'proposal', by: 'alice', files: proposal });
  return { repo, name, ...world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'proposal' }) };
}

/** What a worker has for several looks; the rest is read each time. */
function aWorker() {
  const cache = new MemoryCache();
  const parts = {
    connect: async () => await place.connect({ cache }),
    identify: async () => await Promise.resolve(place.app),
    memory: databaseMemory(store.database, () => place.clock.now()),
    sealFor: () => (text: string) => `sealed ${text.length}`,
    now: () => place.clock.now(),
    log: silentLog,
    sharedFiles: createMemory<{ path: string; text: string }[]>({ keepFor: Infinity, most: 10, now: Date.now }),
    holidaysOf: async () => await Promise.resolve([]),
  };
  return async ({ name, number }: { name: string; number: number }, copy: RfcRecord | null = null): Promise<{ snapshot: Snapshot; place: Place }> => {
    const opened = await openPlace({ installation: 1, owner: 'acme', repo: name }, parts);
    if (!opened.ok) throw new Error(`Unexpected ${opened.reason}, expected a repository`);
    const taken = await takeSnapshot(opened.place, number, { copy, clicks: [] });
    if (!taken.ok) throw new Error(`Unexpected ${taken.reason}, expected a snapshot`);
    return { snapshot: taken.snapshot, place: opened.place };
  };
}

async function asked(work: () => Promise<unknown>) {
  const { requests } = place.standIn;
  const before = requests.length;
  await work();
  return requests.slice(before).filter(({ template }) => template?.includes('access_tokens') !== true).map(({ path, status }) => ({ path, status }));
}

const named = ({ people }: Snapshot) => people.map(({ account, permission }) => `${account.login} ${permission}`);

describe('takeSnapshot', () => {
  it('takes at most twelve reads and the blobs at first, and nothing that GitHub counts when nothing changed', async () => {
    const proposal = aProposal({ files: { '.github/CODEOWNERS': '* @bob\n', 'rfcs/0000-template.md': '# Title\n' } });
    const look = aWorker();
    const first = await asked(async () => await look(proposal));
    expect(first.filter(({ path }) => !path.includes('/git/blobs/')).length).toBeLessThanOrEqual(12);
    const second = await asked(async () => await look(proposal));
    expect(second.filter(({ status }) => status !== 304)).toEqual([]);
  });

  it('asks about the rights of whoever writes a command, and of whom it names, until it is read', async () => {
    const proposal = aProposal();
    const { world } = place.standIn;
    const look = aWorker();
    expect(named((await look(proposal)).snapshot)).toEqual(['alice null']);
    world.comment({ repo: proposal.repo, number: proposal.number, by: 'carol', body: 'I think so too.' });
    const comment = world.comment({ repo: proposal.repo, number: proposal.number, by: 'alice', body: '/dri assign @bob' });
    expect(named((await look(proposal)).snapshot).sort()).toEqual(['alice write', 'bob triage', 'carol null']);
    const read = { ...newRecord('2026-11-23T09:00:00.000Z'), read: { until: comment.createdAt, ids: [] } };
    expect(named((await look(proposal, read)).snapshot).sort()).toEqual(['alice null', 'carol null']);
  });

  it('knows the rights of who decided, under today\'s login', async () => {
    const proposal = aProposal();
    const { world } = place.standIn;
    const { id } = world.addUser('owen');
    world.setRole({ repo: proposal.repo, login: 'owen', role: 'maintain' });
    world.comment({ repo: proposal.repo, number: proposal.number, by: 'owen', body: 'Done.' });
    world.renameUser('owen', 'owena');
    world.addUser('owen');
    const by = { id, login: 'owen' };
    const source = { in: 'comment', id: 1, by: id, hash: '0'.repeat(16) } as const;
    const at = '2026-11-23T09:00:00.000Z';
    const decision = { n: 1, outcome: 'accept', by, owner: by, why: 'Yes.', at, source, texts: [], confirmed: null, reopened: null, under: null, reviewed: null } as const;
    const { snapshot } = await aWorker()(proposal, { ...newRecord(at), decisions: [{ ...decision, texts: [] }] });
    expect(snapshot.people.find(({ account }) => account.id === id)).toEqual({ account: { id, login: 'owena', isBot: false }, permission: 'maintain', isAssignable: true });
  });

  it('judges by the domain that a label tells, also when the label comes later', async () => {
    const config = 'domains: { api: { when: { labels: area/api } } }\nlint: { rules: { decide-by: off } }\n';
    const proposal = aProposal({ files: { '.github/unpause.yml': config } });
    const look = aWorker();
    const found = async () => (await look(proposal)).snapshot.documents[0]?.result?.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(await found()).toEqual(['decision-domain warning']);
    place.standIn.world.addLabels({ repo: proposal.repo, number: proposal.number, by: 'bob', labels: ['area/api'] });
    expect(await found()).toEqual(['consulted warning']);
  });

  it('says of two documents that they name two domains', async () => {
    const config = 'domains: { api: {}, sec: {} }\nlint: { rules: { decide-by: off, consulted: off } }\n';
    const inDomain = (name: string) => `${owned}**Domain**: ${name}\n`;
    const proposal = aProposal({ files: { '.github/unpause.yml': config }, proposal: { 'rfcs/1.md': inDomain('api'), 'rfcs/2.md': inDomain('sec') } });
    const { snapshot } = await aWorker()(proposal);
    const found = snapshot.documents.flatMap(({ result }) => result?.findings.map(({ message }) => message) ?? []);
    expect(found).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/^Unexpected 2 domains \(api, sec\) in the documents of one RFC/)));
  });

  it('judges by the domain that any changed file tells, also one that is taken away', async () => {
    const config = "domains: { api: { when: { paths: ['openapi/**'] } } }\nlint: { rules: { decide-by: off, consulted: off } }\n";
    const proposal = aProposal({ files: { '.github/unpause.yml': config, 'openapi/old.yaml': 'openapi: 3.0.0\n' } });
    const { standIn } = place;
    const look = aWorker();
    const seen = async () => {
      const { snapshot } = await look(proposal);
      return [snapshot.changedPaths, snapshot.documents[0]?.result?.findings.map(({ rule, severity }) => `${rule} ${severity}`)];
    };
    const branch = standIn.world.pullRequest(proposal.repo, proposal.number).pull.head.ref;
    expect(await seen()).toEqual([[], ['decision-domain warning']]);
    standIn.world.push({ repo: proposal.repo, by: 'bob', branch, files: { 'openapi/a.yaml': 'a\n', 'openapi/b.yaml': 'b\n' } });
    expect(await seen()).toEqual([['openapi/a.yaml'], []]);
    standIn.world.push({ repo: proposal.repo, by: 'bob', branch, files: { 'openapi/a.yaml': null, 'openapi/b.yaml': null, 'openapi/old.yaml': null } });
    expect(await seen()).toEqual([['openapi/old.yaml'], []]);
  });

  it('knows whom CODEOWNERS names for all that changed, and who is in the team', async () => {
    const proposal = aProposal({ files: { 'docs/CODEOWNERS': team }, proposal: { 'rfcs/1.md': owned, 'src/keys.ts': 'x\n' } });
    const { snapshot } = await aWorker()(proposal);
    expect(snapshot.codeowners).toEqual(['acme/core', 'bob']);
    expect(snapshot.teams.map(({ team: name, members }) => [name, members?.map(({ login }) => login)])).toEqual([['acme/core', ['bob', 'carol']]]);
    expect(named(snapshot)).toEqual(['alice null', 'bob null']);
    expect((await aWorker()(aProposal())).snapshot.codeowners).toBeNull();
  });

  it('knows the people of the config, and those whom the texts name', async () => {
    const config = 'dri:\n  pool: [bob, "@acme/core"]\nescalation:\n  path: [frida]\n';
    place.standIn.world.addUser('frida');
    const proposal = aProposal({ files: { '.github/unpause.yml': config } });
    place.standIn.world.comment({ repo: proposal.repo, number: proposal.number, by: 'alice', body: '@carol, what do you think? And @acme/nobody, @types/node?' });
    const { snapshot } = await aWorker()(proposal);
    expect(named(snapshot)).toEqual(['alice null', 'bob null', 'carol null', 'frida null']);
    expect(snapshot.teams.map(({ team: name }) => name)).toEqual(['acme/core']);
    expect(snapshot.codeowners).toBeNull();
  });

  it('asks for the rights of who wrote in public once Unpause has called', async () => {
    const proposal = aProposal();
    const { repo, number } = proposal;
    place.standIn.world.comment({ repo, number, by: 'bob', body: 'Fine.' });
    place.standIn.world.comment({ repo, number, by: 'carol', body: 'Fine.' });
    place.standIn.world.comment({ repo, number, by: 'unpause[bot]', body: '<!-- unpause:event nudge.drifting.x -->\nHello' });
    expect(named((await aWorker()(proposal)).snapshot).sort()).toEqual(['alice null', 'bob triage', 'carol read']);
  });

  it('dates pushes by the record, and the rest by the look', async () => {
    const proposal = aProposal();
    const { pull } = proposal;
    const copy = { ...newRecord('2026-11-23T09:00:00.000Z'), heads: [{ sha: pull.head.sha, at: '2026-11-23T09:00:30.000Z' }] };
    const look = aWorker();
    const pushes = async (known: RfcRecord | null) => (await look(proposal, known)).snapshot.acts.flatMap((act) => (act.kind === 'pushed' ? [act.at] : []));
    expect(await pushes(copy)).toEqual(['2026-11-23T09:00:30.000Z']);
    expect(await pushes(null)).toEqual([place.clock.now().toISOString()]);
  });

  it('looks nobody up for what is no RFC', async () => {
    const proposal = aProposal({ proposal: { 'notes.txt': 'x\n' } });
    const look = aWorker();
    const questions = await asked(async () => { expect((await look(proposal)).snapshot.people).toEqual([]); });
    expect(questions.filter(({ path }) => /assignees|collaborators|users|teams/.test(path))).toEqual([]);
  });

  it('gives the working time and the load of the place', async () => {
    const proposal = aProposal({ files: { '.github/unpause.yml': 'calendar:\n  timezone: Asia/Tokyo\n' } });
    const { snapshot } = await aWorker()(proposal);
    expect(snapshot.calendar.timezone).toBe('Asia/Tokyo');
    expect(snapshot.load).toEqual({ terms: [], absences: [], callsToday: 0 });
  });
});
