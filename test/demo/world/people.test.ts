import { describe, expect, it } from '@jest/globals';
import { ask, aWorld, bot, listOf, repo } from './a-world.ts';

describe('people', () => {
  it('are found by login, in any case, and by id', () => {
    const { world } = aWorld();
    const { id } = world.account('alice');
    expect(ask(world, 'GET /users/ALICE').body).toMatchObject({ id, login: 'alice', type: 'User' });
    expect(ask(world, 'GET /users/unpause%5Bbot%5D').body).toMatchObject({ login: bot, type: 'Bot' });
    expect(ask(world, 'GET /users/nobody').status).toBe(404);
    world.renameUser('alice', 'alicia');
    world.addUser('alice');
    expect(ask(world, `GET /user/${id}`).body).toMatchObject({ login: 'alicia' });
    expect(ask(world, 'GET /users/alice').body.id).not.toBe(id);
  });

  it('have the permissions that they were given', () => {
    const { world } = aWorld();
    world.addRepository({ owner: 'acme', name: 'secrets', isPrivate: true, collaborators: { alice: 'triage' } });
    const permissionOf = (name: string, login: string) => ask(world, `GET /repos/acme/${name}/collaborators/${login}/permission`).body;
    expect(permissionOf('rfcs', 'alice')).toMatchObject({ permission: 'write', user: { permissions: { triage: true, push: true, maintain: false } } });
    expect(permissionOf('rfcs', 'carol')).toMatchObject({ permission: 'read', user: { permissions: { pull: true, triage: false } } });
    expect(permissionOf('secrets', 'alice')).toMatchObject({ permission: 'read', role_name: 'triage', user: { permissions: { triage: true, push: false } } });
    expect(permissionOf('secrets', 'bob')).toMatchObject({ permission: 'read' });
    expect(permissionOf('secrets', 'carol')).toMatchObject({ permission: 'none', user: { permissions: { pull: false } } });
    expect(ask(world, `GET /collaborators/${encodeURIComponent(bot)}/permission`).status).toBe(404);
  });

  it('are ghosts once their account is deleted, and their login is free', () => {
    const { world } = aWorld();
    const { number } = world.openIssue({ repo, by: 'alice', title: 'A question' });
    world.comment({ repo, number, by: 'bob', body: 'Hm.' });
    world.assign({ repo, number, by: 'alice', assignees: ['bob'] });
    world.deleteUser('bob');
    expect(listOf(ask(world, `GET /issues/${number}/comments`))).toMatchObject([{ body: 'Hm.', user: { login: 'ghost', id: 10_137, type: 'User' } }]);
    expect(ask(world, `GET /issues/${number}`).body.assignees).toEqual([]);
    expect(listOf(ask(world, 'GET /orgs/acme/teams/core/members'))).toEqual([]);
    expect([ask(world, 'GET /users/bob').status, ask(world, 'GET /collaborators/bob/permission').status]).toEqual([404, 404]);
    expect(world.addUser('bob').login).toBe('bob');
  });

  it('can be assigned to what they wrote on, also without rights', () => {
    const { world } = aWorld();
    const { number } = world.openIssue({ repo, by: 'alice', title: 'A question' });
    const statuses = () => [ask(world, 'GET /assignees/carol').status, ask(world, `GET /issues/${number}/assignees/carol`).status];
    expect(statuses()).toEqual([404, 404]);
    world.comment({ repo, number, by: 'carol', body: 'Hm.' });
    expect(statuses()).toEqual([404, 204]);
  });

  it('form teams', () => {
    const { world } = aWorld();
    expect(ask(world, 'GET /orgs/acme/teams/core').body).toMatchObject({ slug: 'core', members_count: 1 });
    expect(listOf(ask(world, 'GET /orgs/acme/teams/core/members'))).toMatchObject([{ login: 'bob' }]);
    expect(ask(world, 'GET /orgs/acme/teams/nobody').status).toBe(404);
    world.setTeamMembers({ org: 'acme', slug: 'core', members: ['alice', 'carol'] });
    expect(listOf(ask(world, 'GET /orgs/acme/teams/core/members'))).toMatchObject([{ login: 'alice' }, { login: 'carol' }]);
  });
});

describe('repositories', () => {
  it('lead on from a former name, until it is taken', () => {
    const { world, told } = aWorld();
    world.renameRepository({ repo, by: 'alice', name: 'decisions' });
    const reply = ask(world, 'GET /issues?state=all');
    expect([reply.status, reply.headers.location]).toEqual([301, `${world.baseUrl}/repos/acme/decisions/issues?state=all`]);
    expect(ask(world, 'POST /labels', { body: { name: 'RFC' }, isDescribed: false }).status).toBe(307);
    world.addRepository({ owner: 'acme', name: 'rfcs' });
    expect(ask(world, 'GET /issues').status).toBe(200);
    expect(told()).toEqual(['repository renamed', 'repository created']);
  });

  it.each([403, 404, 451] as const)('answer %d while they are blocked', (status) => {
    const { world } = aWorld();
    world.setBlocked(repo, status);
    expect(ask(world, 'GET /issues').status).toBe(status);
    world.setBlocked(repo, null);
    expect(ask(world, 'GET /issues').status).toBe(200);
  });

  it('are gone once deleted', () => {
    const { world, told } = aWorld();
    world.deleteRepository({ repo, by: 'alice' });
    expect(ask(world, 'GET /issues').status).toBe(404);
    expect(told()).toEqual(['repository deleted']);
    expect(() => world.openIssue({ repo, by: 'alice', title: 'Late' })).toThrow('Unexpected repository acme/rfcs');
  });
});
