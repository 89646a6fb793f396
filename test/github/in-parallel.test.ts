import { describe, expect, it } from '@jest/globals';
import { inParallel } from '../../src/github/in-parallel.ts';

describe('inParallel', () => {
  it('keeps the order of the items, and does no more at once than it may', async () => {
    let running = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = item % 3; turn >= 0; turn -= 1) await Promise.resolve();
      running -= 1;
      return item * 2;
    };
    expect(await inParallel([1, 2, 3, 4, 5, 6, 7], 3, work)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(most).toBe(3);
  });

  it('ends with the first failure', async () => {
    const work = async (item: number): Promise<number> => await (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item));
    await expect(inParallel([1, 2, 3], 1, work)).rejects.toThrow('two');
  });

  it('of nothing is nothing', async () => {
    expect(await inParallel([], 4, async () => await Promise.resolve(1))).toEqual([]);
  });
});
