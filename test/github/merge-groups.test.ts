import { describe, expect, it } from '@jest/globals';
import { membersOf, parseQueueRef, type MergeGroup } from '../../src/github/merge-groups.ts';

const sha = (digit: string): string => digit.repeat(40);

const group = (number: number, [from, to]: [string, string], base = 'main'): MergeGroup => ({ sha: sha(to), base, number, baseSha: sha(from) });

describe('parseQueueRef', () => {
  it.each([
    ['a branch', `refs/heads/gh-readonly-queue/main/pr-104-${sha('a')}`, { base: 'main', number: 104 }],
    ['a branch with slashes', `refs/heads/gh-readonly-queue/release/pr-1/x/pr-7-${sha('a')}`, { base: 'release/pr-1/x', number: 7 }],
    ['a commit id of 64 digits', `refs/heads/gh-readonly-queue/main/pr-3-${'b'.repeat(64)}`, { base: 'main', number: 3 }],
  ])('reads a group for %s', (_case, ref, group) => {
    expect(parseQueueRef(ref, sha('f'))).toMatchObject({ ...group, sha: sha('f') });
  });

  it.each(['refs/heads/main', 'refs/heads/gh-readonly-queue/main/pr-x', `refs/heads/my/gh-readonly-queue/main/pr-1-${sha('a')}`])('takes %s for no group', (ref) => {
    expect(parseQueueRef(ref, sha('f'))).toBeNull();
  });
});

describe('membersOf', () => {
  const queue = [group(9, ['2', '3']), group(7, ['0', '1']), group(8, ['1', '2'])];

  it('follows the entries ahead, the own pull request first', () => {
    expect(membersOf(queue, sha('3'))).toEqual([9, 8, 7]);
    expect(membersOf(queue, sha('1'))).toEqual([7]);
  });

  it('ends where the entry ahead was merged already', () => {
    expect(membersOf(queue.filter(({ number }) => number !== 7), sha('3'))).toEqual([9, 8]);
  });

  it('stays in the queue of its own branch', () => {
    expect(membersOf([group(1, ['0', '1'], 'main'), group(2, ['1', '2'], 'next')], sha('2'))).toEqual([2]);
  });

  it('is empty for a group that is gone', () => {
    expect(membersOf(queue, sha('9'))).toEqual([]);
  });

  it('ends also where refs stand in a circle', () => {
    expect(membersOf([group(1, ['2', '1']), group(2, ['1', '2'])], sha('1'))).toEqual([1, 2]);
  });
});
