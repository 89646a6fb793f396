import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { canBeAssigned } from '../../src/github/assignable.ts';
import { createClient } from '../../src/github/client.ts';
import { readPeople, type PeopleRequest } from '../../src/github/read-people.ts';
import { readPermission } from '../../src/github/read-permission.ts';
import { readTeams } from '../../src/github/read-teams.ts';
import { address, aPlace, repo, type APlace } from './a-place.ts';
import { startServer } from './a-server.ts';

let place: APlace;
/** An issue that carol wrote on, who has no rights here. */
let number = 0;

beforeAll(async () => {
  place = await aPlace();
  const { world } = place.standIn;
  for (const login of ['dave', 'erin', 'frank']) world.addUser(login);
  for (const [login, role] of [['dave', 'triage'], ['erin', 'maintain'], ['frank', 'admin']] as const) world.setRole({ repo, login, role });
  world.addTeam({ org: 'acme', slug: 'core', members: ['alice', 'bob'] });
  number = world.openIssue({ repo, by: 'alice', title: 'A question' }).number;
  world.comment({ repo, number, by: 'carol', body: 'Hm.' });
});

afterEach(() => {
  place.standIn.faults.clear();
});

afterAll(async () => {
  await place.close();
});

const accountOf = (login: string) => ({ id: place.standIn.world.account(login).id, login, isBot: false });

async function people(request: Partial<PeopleRequest>) {
  const found = await readPeople(place.github, address(number), { asked: [], named: [], known: [], ...request });
  return found.map(({ account, permission, isAssignable }) => [account.login, permission, isAssignable]);
}

async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const { requests } = place.standIn;
  const before = requests.length;
  await work();
  return requests.slice(before).map(({ path }) => path).filter((path) => !path.includes('access_tokens'));
}

describe('readPermission', () => {
  it.each([
    ['frank', 'admin'],
    ['erin', 'maintain'],
    ['alice', 'write'],
    ['dave', 'triage'],
    ['carol', 'read'],
  ] as const)('knows what %s may do: %s', async (login, permission) => {
    expect(await readPermission(place.github, address(number), login)).toEqual({ permission, account: accountOf(login) });
  });

  it('gives nothing to whom GitHub does not know', async () => {
    expect(await readPermission(place.github, address(number), 'nobody')).toEqual({ permission: 'none', account: null });
  });

  it.each([
    ['permission', { permission: 'admin', role_name: 'admin', user: { id: 1, login: 'x', permissions: { pull: true, triage: false, push: false, maintain: false, admin: false } } }, 'read'],
    ['silence', { permission: 'admin', role_name: 'admin', user: { id: 1, login: 'x' } }, null],
    ['nobody', { permission: 'admin', role_name: 'admin', user: null }, null],
    ['less than a look', { permission: 'write', role_name: 'x', user: { id: 1, login: 'x', permissions: { pull: false, push: false, admin: false } } }, 'none'],
  ])('takes only what GitHub says of the person itself: %s', async (_case, body, permission) => {
    const server = await startServer(() => ({ status: 200, body }));
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' });
    expect(await readPermission(github, address(1), 'x')).toMatchObject({ permission });
    await server.stop();
  });
});

describe('readPeople', () => {
  it('knows rights, and who can be assigned here', async () => {
    expect(await people({ asked: ['Alice', 'dave', 'carol'] })).toEqual([['alice', 'write', true], ['dave', 'triage', true], ['carol', 'read', true]]);
  });

  it('asks one question about each, and one about all', async () => {
    expect(await asked(async () => await people({ asked: ['ALICE', 'bob', 'alice'], named: ['bob', 'erin', 'frank'] }))).toEqual([
      `/repos/${repo}/assignees`, `/repos/${repo}/collaborators/alice/permission`, `/repos/${repo}/collaborators/bob/permission`,
    ]);
  });

  it('looks up those who are only named where nobody has met them', async () => {
    place.standIn.world.addUser('grace');
    expect(await people({ named: ['dave', 'grace'] })).toEqual([['dave', null, true], ['grace', null, false]]);
  });

  it('does not say whether somebody with a part in the RFC can be assigned, unless asked', async () => {
    expect(await people({ known: [accountOf('carol')] })).toEqual([['carol', null, null]]);
    expect(await people({ asked: ['carol'], known: [accountOf('carol')] })).toEqual([['carol', 'read', true]]);
  });

  it('leaves out teams, bots, organisations and whom nobody knows', async () => {
    const bot = { id: 5, login: 'renovate[bot]', isBot: true };
    expect(await people({ asked: ['unpause[bot]', 'acme/core', 'nobody'], named: ['acme', 'no-one'], known: [bot] })).toEqual([]);
  });

  it('takes somebody who was renamed for who they are now', async () => {
    const { world } = place.standIn;
    const { id: old } = world.addUser('heidi');
    world.renameUser('heidi', 'heide');
    const { id: other } = world.addUser('heidi');
    const found = await readPeople(place.github, address(number), { asked: ['heide', 'heidi'], named: [], known: [{ id: old, login: 'heide', isBot: false }] });
    expect(found.map(({ account }) => [account.login, account.id])).toEqual([['heide', old], ['heidi', other]]);
  });

  it('never takes a refusal for an answer', async () => {
    place.standIn.faults.next({ kind: 403, match: { template: '/repos/{owner}/{repo}/collaborators/{username}/permission' } });
    expect(await people({ asked: ['alice'] })).toEqual([['alice', null, true]]);
    place.standIn.faults.next({ kind: 403, match: { template: '/repos/{owner}/{repo}/assignees' } });
    expect(await people({ asked: ['alice', 'carol'], named: ['dave'] })).toEqual([['alice', 'write', true], ['carol', 'read', true], ['dave', null, null]]);
    place.standIn.faults.next({ kind: 'secondary-limit', retryAfter: 3600, match: { template: '/repos/{owner}/{repo}/collaborators/{username}/permission' } });
    await expect(people({ asked: ['alice'] })).rejects.toMatchObject({ kind: 'limited' });
  });

  it('looks up no more than forty names that a text makes up', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `made-up-${index}`);
    expect(await asked(async () => await people({ named: ['dave', ...names] }))).toHaveLength(41);
  });
});

describe('canBeAssigned', () => {
  it('asks further where the list is cut short', async () => {
    const cut = { accounts: [], isWhole: false };
    const questions = async (login: string) => await asked(async () => await canBeAssigned(place.github, address(number), { login, list: cut }));
    expect(await questions('bob')).toEqual([`/repos/${repo}/assignees/bob`]);
    expect(await questions('carol')).toEqual([`/repos/${repo}/assignees/carol`, `/repos/${repo}/issues/${number}/assignees/carol`]);
    expect(await canBeAssigned(place.github, address(number), { login: 'nobody', list: cut })).toBe(false);
  });
});

describe('readTeams', () => {
  it('knows the members, and says where GitHub does not show them', async () => {
    const members = [accountOf('alice'), accountOf('bob')];
    expect(await readTeams(place.github, { named: ['acme/core', 'Acme/Core', 'acme/gone'], mentioned: [] })).toEqual([{ team: 'Acme/Core', members }, { team: 'acme/gone', members: null }]);
    place.standIn.faults.next({ kind: 403, match: { template: '/orgs/{org}/teams/{team_slug}/members' } });
    expect(await readTeams(place.github, { named: [], mentioned: ['acme/core'] })).toEqual([{ team: 'acme/core', members: null }]);
  });

  it('takes what a text mentions for a team only where there is one', async () => {
    expect((await readTeams(place.github, { named: [], mentioned: ['acme/core', 'acme/node'] })).map(({ team }) => team)).toEqual(['acme/core']);
  });

  it('follows who joins and leaves', async () => {
    place.standIn.world.setTeamMembers({ org: 'acme', slug: 'core', members: ['carol'] });
    expect(await readTeams(place.github, { named: ['acme/core'], mentioned: [] })).toEqual([{ team: 'acme/core', members: [accountOf('carol')] }]);
  });
});
