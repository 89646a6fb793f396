import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { ask, aWorld, listOf, repo, withPullRequest, type Json } from './a-world.ts';

describe('contents', () => {
  it('come in base64 with line ends, at any ref', () => {
    const { world } = withPullRequest();
    const { body } = ask(world, 'GET /contents/rfcs/1.md?ref=storage');
    expect(Buffer.from(String(body.content), 'base64').toString()).toContain('Decision Owner');
    expect(body).toMatchObject({ encoding: 'base64', type: 'file', path: 'rfcs/1.md', content: expect.stringMatching(/^.{1,60}\n/) });
    expect(ask(world, 'GET /contents/rfcs/1.md').status).toBe(404);
    expect(ask(world, 'GET /contents/rfcs/1.md?ref=nowhere').status).toBe(404);
  });

  it('list a folder, and the root', () => {
    const { world } = withPullRequest();
    expect(listOf(ask(world, 'GET /contents/rfcs?ref=storage')).map(({ path, type }) => [path, type])).toEqual([['rfcs/1.md', 'file']]);
    expect(listOf(ask(world, 'GET /contents/?ref=storage')).map(({ path, type }) => [path, type])).toEqual([['README.md', 'file'], ['rfcs', 'dir']]);
  });

  it('end at 1 MB, where the blob goes on', () => {
    const { world } = aWorld();
    world.push({ repo, branch: 'main', by: 'alice', files: { 'long.md': 'x'.repeat(1_000_001) } });
    const { body } = ask(world, 'GET /contents/long.md');
    expect(body).toMatchObject({ encoding: 'none', content: '', size: 1_000_001 });
    const blob = ask(world, `GET /git/blobs/${String(body.sha)}`).body;
    expect(Buffer.from(String(blob.content), 'base64')).toHaveLength(1_000_001);
  });
});

describe('git', () => {
  it('lists trees, whole or by the folder, from a branch or a commit', () => {
    const { world } = withPullRequest();
    const paths = (query: string): unknown[] => (ask(world, `GET /git/trees/storage${query}`).body.tree as Json[]).map(({ path }) => path);
    expect(paths('')).toEqual(['README.md', 'rfcs']);
    expect(paths('?recursive=true')).toEqual(['README.md', 'rfcs', 'rfcs/1.md']);
    expect(ask(world, 'GET /git/trees/nowhere').status).toBe(404);
  });

  it('finds refs by name and by beginning', () => {
    const { world } = withPullRequest();
    expect(ask(world, 'GET /git/ref/heads/storage').body).toMatchObject({ ref: 'refs/heads/storage' });
    expect(ask(world, 'GET /git/ref/heads/sto').status).toBe(404);
    expect(listOf(ask(world, 'GET /git/matching-refs/heads/sto'))).toHaveLength(1);
  });
});

describe('commits', () => {
  it('are listed newest first, and by what they touch', () => {
    const { world } = aWorld();
    const shas = ['one', 'two'].map((text) => world.push({ repo, branch: 'main', by: 'alice', files: { [`${text}.md`]: text } }).sha);
    expect(listOf(ask(world, 'GET /commits')).map(({ sha }) => sha).slice(0, 2)).toEqual([...shas].reverse());
    expect(listOf(ask(world, 'GET /commits?path=one.md')).map(({ sha }) => sha)).toEqual(shas.slice(0, 1));
    expect(listOf(ask(world, 'GET /commits?path=README.md'))).toHaveLength(1);
    expect(ask(world, 'GET /commits/main').body).toMatchObject({ sha: shas[1], files: [{ filename: 'two.md' }] });
    expect(ask(world, 'GET /commits/nowhere').status).toBe(422);
  });

  it('are compared from where they parted', () => {
    const { world } = withPullRequest();
    const base = world.repository(repo).branches.get('main');
    world.push({ repo, branch: 'main', by: 'alice', files: { 'a.md': 'a\n' } });
    const { body } = ask(world, 'GET /compare/main...storage');
    expect(body).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1, merge_base_commit: { sha: base }, files: [{ filename: 'rfcs/1.md' }] });
    expect(ask(world, 'GET /compare/main...nowhere').status).toBe(404);
  });
});
