import { describe, expect, it } from '@jest/globals';
import { createMemory } from '../../src/app/remember.ts';

/** A memory whose time the test turns, and what was asked of it. */
function aMemory() {
  let time = 0;
  const asked: string[] = [];
  const memory = createMemory<string>({ keepFor: 100, most: 2, now: () => time });
  const get = async (key: string) =>
    await memory.get(key, async () => {
      asked.push(key);
      return await Promise.resolve(`${key} ${asked.length}`);
    });
  return { memory, asked, get, turn: (by: number) => { time += by; } };
}

describe('createMemory', () => {
  it('asks once for those who come together, and for those who come soon after', async () => {
    const { get, asked } = aMemory();
    await Promise.all([get('a'), get('a')]);
    await get('a');
    expect(asked).toEqual(['a']);
  });

  it('asks again when the time is over', async () => {
    const { get, asked, turn } = aMemory();
    await get('a');
    turn(100);
    expect(await get('a')).toBe('a 2');
    expect(asked).toEqual(['a', 'a']);
  });

  it('keeps no more than it may, the oldest go first', async () => {
    const { get, asked } = aMemory();
    for (const key of ['a', 'b', 'c', 'b', 'a']) await get(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps no failure', async () => {
    const { memory, get } = aMemory();
    await expect(memory.get('a', async () => await Promise.reject(new Error('GitHub is down')))).rejects.toThrow('GitHub is down');
    expect(await get('a')).toBe('a 1');
  });
});
