import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAppIdentity } from '../../src/github/app-identity.ts';
import { applyWrite } from '../../src/github/apply.ts';
import { firstCommittedAt } from '../../src/github/config-history.ts';
import { findRfcsOfCommit } from '../../src/github/find-rfcs-of-commit.ts';
import { listInstallations, listRepositories } from '../../src/github/list-installations.ts';
import { listOpenRfcs } from '../../src/github/list-open-rfcs.ts';
import { membersOf, readMergeGroups } from '../../src/github/merge-groups.ts';
import { readRepository } from '../../src/github/read-repository.ts';
import { createClient } from '../../src/github/client.ts';
import { readOwnCheckRuns } from '../../src/github/own-check-runs.ts';
import { address, aPlace, repo, type APlace } from './a-place.ts';
import { startServer } from './a-server.ts';

const repository = { owner: 'acme', name: 'rfcs' };
let place: APlace;

beforeAll(async () => {
  place = await aPlace();
});

afterAll(async () => {
  await place.close();
});

function aPullRequest(branch: string) {
  const { world } = place.standIn;
  world.push({ repo, branch, by: 'alice', files: { [`rfcs/${branch}.md`]: 'x\n' } });
  return world.openPullRequest({ repo, by: 'alice', title: branch, head: branch });
}

/** Asks a server that gives one answer to everything. */
async function asking<Result>(body: unknown, ask: (github: ReturnType<typeof createClient>) => Promise<Result>): Promise<Result> {
  const server = await startServer(() => ({ status: 200, body }));
  const result = await ask(createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' }));
  await server.stop();
  return result;
}

describe('readAppIdentity', () => {
  it('knows under which name the App writes', async () => {
    expect(await readAppIdentity(place.asApp)).toEqual(place.app);
  });
});

describe('listInstallations', () => {
  it('gives every installation, and what each may see', async () => {
    expect(await listInstallations(place.asApp)).toEqual([{ id: expect.any(Number), isSuspended: false }]);
    place.standIn.world.addRepository({ owner: 'acme', name: 'more' });
    expect(await listRepositories(place.github)).toEqual([
      { id: expect.any(Number), owner: 'acme', name: 'rfcs', isArchived: false },
      { id: expect.any(Number), owner: 'acme', name: 'more', isArchived: false },
    ]);
  });
});

describe('what is told apart', () => {
  it('is a suspended installation', async () => {
    const installations = [{ id: 1, suspended_at: null }, { id: 2, suspended_at: '2026-01-01T00:00:00Z' }];
    expect(await asking(installations, listInstallations)).toEqual([{ id: 1, isSuspended: false }, { id: 2, isSuspended: true }]);
  });

  it('is an archived repository', async () => {
    const repositories = [{ id: 1, owner: { login: 'acme' }, name: 'rfcs', archived: false }, { id: 2, owner: { login: 'acme' }, name: 'old', archived: true }];
    expect(await asking({ total_count: 2, repositories }, listRepositories)).toEqual([
      { id: 1, owner: 'acme', name: 'rfcs', isArchived: false },
      { id: 2, owner: 'acme', name: 'old', isArchived: true },
    ]);
  });
});

describe('what is left out', () => {
  it('is a check run of another App, also where GitHub is not asked to leave it out', async () => {
    const run = { name: 'Unpause: document', external_id: 'rfc-1-x', status: 'queued', output: { annotations_count: 2 } };
    const runs = { total_count: 2, check_runs: [{ ...run, id: 1, app: { id: 999 } }, { ...run, id: 2, app: { id: place.app.id } }, { ...run, id: 3, app: null }] };
    expect(await asking(runs, async (github) => await readOwnCheckRuns(github, { ...repository, sha: 'abc' }, place.app))).toEqual([
      { id: 2, name: 'Unpause: document', externalId: 'rfc-1-x', isCompleted: false, annotations: 2 },
    ]);
  });
});

describe('readRepository', () => {
  it('says what it is, by the name that it has now', async () => {
    const { world } = place.standIn;
    world.addRepository({ owner: 'acme', name: 'old', isPrivate: true });
    world.renameRepository({ repo: 'acme/old', by: 'alice', name: 'new' });
    expect(await readRepository(place.github, { owner: 'acme', name: 'new' })).toMatchObject({ owner: 'acme', name: 'new', isPrivate: true, defaultBranch: 'main', url: expect.stringContaining('/acme/new') });
  });
});

describe('firstCommittedAt', () => {
  it('gives the moment of the first commit, also after hundreds', async () => {
    const { world } = place.standIn;
    const path = '.github/unpause.yml';
    expect(await firstCommittedAt(place.github, { ...repository, path })).toBeNull();
    const first = place.clock.now().toISOString().replace(/\.\d+Z/, 'Z');
    for (let index = 0; index < 205; index += 1) {
      world.push({ repo, branch: 'main', by: 'alice', files: { [path]: `label: l${index}\n` } });
      place.clock.advance(1_000);
    }
    expect(await firstCommittedAt(place.github, { ...repository, path })).toBe(first);
  });
});

describe('listOpenRfcs', () => {
  it('gives what is open, a hundred in one request', async () => {
    const { world, requests } = place.standIn;
    const { number } = aPullRequest('listed');
    for (let index = 0; index < 110; index += 1) world.openIssue({ repo, by: 'bob', title: `${index}` });
    world.addLabels({ repo, number, by: 'alice', labels: ['rfc'] });
    const closed = world.openIssue({ repo, by: 'bob', title: 'done' });
    world.close({ repo, number: closed.number, by: 'bob' });
    const before = requests.length;
    const listed = await listOpenRfcs(place.github, repository);
    expect(requests.length - before).toBe(2);
    expect(listed).toHaveLength(111);
    expect(listed.find((rfc) => rfc.number === number)).toEqual({ number, kind: 'pull-request', updatedAt: expect.stringMatching(/Z$/), labels: ['rfc'] });
    expect(listed.filter(({ kind }) => kind === 'issue')).toHaveLength(110);
  });
});

describe('readMergeGroups', () => {
  it('finds the pull requests of each group in the queue', async () => {
    const { world } = place.standIn;
    expect(await readMergeGroups(place.github, repository)).toEqual([]);
    const numbers = ['one', 'two', 'three'].map((branch) => aPullRequest(branch).number);
    const heads = numbers.map((number) => world.enqueue({ repo, number, by: 'alice' }).head);
    const groups = await readMergeGroups(place.github, repository);
    expect(heads.map((sha) => membersOf(groups, sha))).toEqual([[numbers[0]], [numbers[1], numbers[0]], [numbers[2], numbers[1], numbers[0]]]);
    world.mergeQueueHead({ repo, by: 'alice' });
    const rest = await readMergeGroups(place.github, repository);
    expect(heads.map((sha) => membersOf(rest, sha))).toEqual([[], [numbers[1]], [numbers[2], numbers[1]]]);
  });
});

describe('findRfcsOfCommit', () => {
  it('finds them by what our own check runs say, where GitHub names no pull request', async () => {
    const { world } = place.standIn;
    const fork = world.fork({ repo, by: 'carol' });
    world.push({ repo: `carol/${fork.name}`, branch: 'mine', by: 'carol', files: { 'rfcs/fork.md': 'x\n' } });
    const { number, pull } = world.openPullRequest({ repo, by: 'carol', title: 'x', head: 'carol:mine' });
    const { sha } = pull.head;
    const commit = { ...repository, sha };
    expect(await findRfcsOfCommit(place.github, commit, place.app)).toEqual([]);
    for (const externalId of [`rfc-${number}-a`, `rfc-${number}-b`, 'rfc-3-c', 'group-x-y', '']) {
      const content = { name: 'Unpause: document', headSha: sha, externalId, conclusion: 'neutral', title: 't', summary: 's', annotations: [], buttons: [], detailsUrl: null } as const;
      await applyWrite(place.github, address(number), { kind: 'create-check-run', content });
    }
    expect(await findRfcsOfCommit(place.github, commit, place.app)).toEqual([3, number]);
  });
});
