import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesOfPullRequest, filesOfRange } from '../../src/github/changed-files.ts';
import { blobId, GitHubServer, type Tree } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

let server: GitHubServer;

const files = (count: number): Tree => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f/${String(index).padStart(5, '0')}.md`, `${index}`]));
const old = { 'kept.md': 'same', 'changed.md': 'before', 'gone.md': 'old' };
const head = { 'kept.md': 'same', 'changed.md': 'after', 'new.md': 'new' };

beforeAll(async () => {
  const commits = { main: old, head, 'pushed-since': { ...head, 'changed.md': 'later', 'later.md': 'x' }, 'emptied-since': { 'kept.md': 'same', 'changed.md': 'before' }, 'head-301': { ...head, ...files(301) }, 'head-3001': { ...head, ...files(3001) } };
  const pulls = { 1: { base: 'main', head: 'head' }, 2: { base: 'main', head: 'head-3001' }, 3: { base: 'main', head: 'pushed-since' }, 4: { base: 'main', head: 'emptied-since' } };
  server = await GitHubServer.start({ repositories: { 'acme/rfcs': { commits, pulls } }, tokens: { 'job-token': [] } });
});

afterAll(async () => {
  await server.stop();
});

const repository = { owner: 'acme', name: 'rfcs' };
const expected = [{ path: 'changed.md', blob: blobId('after') }, { path: 'new.md', blob: blobId('new') }];

describe('filesOfPullRequest', () => {
  it('gives what is new or different, as it is at the head', async () => {
    expect(await filesOfPullRequest(aClient(server).github, { ...repository, number: 1, base: 'main', head: 'head' })).toEqual({ files: expected, paths: ['changed.md', 'gone.md', 'new.md'] });
  });

  it('misses no file of more than GitHub lists', async () => {
    const found = await filesOfPullRequest(aClient(server).github, { ...repository, number: 2, base: 'main', head: 'head-3001' });
    expect(found.files).toHaveLength(3003);
    expect(found.files.map(({ path }) => path)).not.toContain('gone.md');
    expect(found.paths.filter((path) => !found.files.some((file) => file.path === path))).toEqual(['gone.md']);
  });

  it.each([['changed files', 3], ['taken files away', 4]])('gives those of the head that was asked for, though a push has %s since', async (_, number) => {
    expect(await filesOfPullRequest(aClient(server).github, { ...repository, number, base: 'main', head: 'head' })).toMatchObject({ files: expected });
  });

  it('asks nothing more where nobody pushed since', async () => {
    const before = server.requests.length;
    await filesOfPullRequest(aClient(server).github, { ...repository, number: 1, base: 'main', head: 'head' });
    expect(server.requests.slice(before)).toEqual([expect.stringContaining('/pulls/1/files')]);
  });
});

describe('filesOfRange', () => {
  it('gives what is new or different between two commits', async () => {
    expect(await filesOfRange(aClient(server).github, { ...repository, base: 'main', head: 'head' })).toEqual(expected);
  });

  it('misses no file of more than a comparison lists', async () => {
    expect(await filesOfRange(aClient(server).github, { ...repository, base: 'main', head: 'head-301' })).toHaveLength(303);
  });

  it('says so where a commit is gone', async () => {
    await expect(filesOfRange(aClient(server).github, { ...repository, base: 'gone', head: 'head' })).rejects.toMatchObject({ kind: 'missing' });
  });
});
