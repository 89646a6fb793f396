import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBlob, readFileText, readTree } from '../../src/github/files.ts';
import { blobId, GitHubServer } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

let server: GitHubServer;

const large = Buffer.alloc(1_500_000, 'ä');
const binary = Buffer.from([0, 0xff, 0xfe, 0x80]);

beforeAll(async () => {
  const main = { 'a.md': 'Grüße\n', 'large.md': large, 'folder/b.md': 'b', 'c.bin': binary, 'link.md': 'a.md' };
  server = await GitHubServer.start({ repositories: { 'acme/rfcs': { commits: { main }, links: ['link.md'] } }, tokens: { 'job-token': [] } });
});

afterAll(async () => {
  await server.stop();
});

const repository = { owner: 'acme', name: 'rfcs' };

describe('readBlob', () => {
  it.each([['text', 'Grüße\n'], ['bytes', binary], ['more than the contents route gives', large]])('gives %s as they are', async (_what, content) => {
    const bytes = await readBlob(aClient(server).github, repository, blobId(content));
    expect(Buffer.compare(Buffer.from(content), bytes)).toBe(0);
  });
});

describe('readFileText', () => {
  it('gives the text of a file on the default branch', async () => {
    expect(await readFileText(aClient(server).github, { ...repository, path: 'a.md' })).toBe('Grüße\n');
  });

  it('gives null where there is none', async () => {
    expect(await readFileText(aClient(server).github, { ...repository, path: 'b.md' })).toBeNull();
  });

  it.each(['folder', 'large.md'])('says so where there is something else: %s', async (path) => {
    await expect(readFileText(aClient(server).github, { ...repository, path })).rejects.toThrow(`acme/rfcs has something at ${path} that is no file of less than 1 MB`);
  });
});

describe('readTree', () => {
  it('lists files, and no symbolic link', async () => {
    const paths = (await readTree(aClient(server).github, repository, 'main')).map(({ path }) => path);
    expect(paths).toEqual(['a.md', 'large.md', 'folder/b.md', 'c.bin']);
  });
});
