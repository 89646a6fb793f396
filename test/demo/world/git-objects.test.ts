import { describe, expect, it } from '@jest/globals';
import { GitObjects } from '../../../src/demo/github/state/git-objects.ts';

describe('GitObjects', () => {
  it('names blobs as git does', () => {
    expect(new GitObjects().addBlob('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });

  it('names trees as git does, folders sorted as if they ended in a slash', () => {
    const git = new GitObjects();
    const blobs = { 'README.md': 'hello\n', 'rfcs/1.md': '# One\n', 'rfcs.md': 'x' };
    const files = new Map(Object.entries(blobs).map(([path, text]) => [path, git.addBlob(text)]));
    expect(git.addTree(files)).toBe('0a5c6d6909226c8137dd91767aa1b469b00f69d3');
  });

  it('names the empty tree as git does', () => {
    expect(new GitObjects().addTree(new Map())).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });
});
