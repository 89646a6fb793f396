import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createOwnerLookUp } from '../../src/github/owner-look-up.ts';
import { GitHubServer } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

let server: GitHubServer;

beforeAll(async () => {
  server = await GitHubServer.start({
    repositories: { 'acme/rfcs': { private: true, commits: { main: {} }, permissions: { alice: { pull: true }, bob: { pull: false } } } },
    users: { alice: { type: 'User' }, bob: { type: 'User' }, carol: { type: 'User' }, acme: { type: 'Organization' } },
    tokens: { 'job-token': ['acme/rfcs'] },
  });
});

afterEach(() => {
  server.faults = [];
  server.requests.length = 0;
});

afterAll(async () => {
  await server.stop();
});

const lookUp = (isPrivate: boolean) => createOwnerLookUp(aClient(server).github, { owner: 'acme', name: 'rfcs', isPrivate });

describe('createOwnerLookUp', () => {
  it.each([
    ['alice', 'known', 'known'],
    ['bob', 'known', 'no-access'],
    ['carol', 'known', 'no-access'],
    ['acme', 'organization', 'organization'],
    ['nobody-here', 'unknown', 'unknown'],
  ])('%s: %s in public, %s in private', async (login, inPublic, inPrivate) => {
    expect(await lookUp(false)(login)).toEqual({ kind: inPublic });
    expect(await lookUp(true)(login)).toEqual({ kind: inPrivate });
  });

  it('asks once for each login, whatever its case', async () => {
    const ask = lookUp(false);
    await Promise.all([ask('alice'), ask('Alice'), ask('ALICE')]);
    expect(server.requests).toHaveLength(1);
  });

  it('asks for others after one was refused, and for nobody after an outage', async () => {
    server.faults = [{ path: /^\/users\/alice$/, status: 403, message: 'no' }, { path: /^\/users\/bob$/, status: 500, message: 'down' }];
    const ask = lookUp(false);
    expect(await ask('alice')).toMatchObject({ kind: 'not-checked', reason: 'GET /users/alice was answered with 403 (no)' });
    expect(await ask('acme')).toEqual({ kind: 'organization' });
    expect(await ask('bob')).toMatchObject({ kind: 'not-checked' });
    expect(await ask('carol')).toMatchObject({ kind: 'not-checked', reason: 'GET /users/bob was answered with 500 (down)' });
    expect(server.requests.filter((request) => request.endsWith('/carol'))).toEqual([]);
  });
});
