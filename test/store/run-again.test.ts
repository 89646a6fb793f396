import { describe, expect, it } from '@jest/globals';
import { runAgain } from '../../src/store/run-again.ts';

describe('runAgain', () => {
  it('runs once more for all that asked while it ran', async () => {
    const ends: (() => void)[] = [];
    const isOver = new Promise<void>((resolve) => {
      const ask = runAgain(async () => {
        await new Promise<void>((end) => {
          ends.push(end);
          if (ends.length === 1) for (let asked = 0; asked < 3; asked++) void ask();
          end();
        });
      });
      void ask().then(resolve);
    });
    await isOver;
    expect(ends).toHaveLength(2);
  });

  it('answers when nothing is left to run, and runs again when asked later', async () => {
    let ran = 0;
    const ask = runAgain(async () => {
      ran++;
      await Promise.resolve();
    });
    await ask();
    expect(ran).toBe(1);
    await Promise.all([ask(), ask()]);
    expect(ran).toBe(2);
  });
});
