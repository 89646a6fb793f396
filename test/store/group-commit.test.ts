import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGroupCommit } from '../../src/store/group-commit.ts';
import { runs, seed } from '../support/property-runs.ts';

/** A write that ends when it is told to. */
function gate() {
  const writes: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  let began = () => undefined as void;
  const write = async (items: readonly number[]): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      writes.push({
        items: [...items],
        end: (error) => {
          if (error === undefined) resolve();
          else reject(error);
        },
      });
      began();
    });
  };
  const nextWrite = async (number: number) => {
    while (writes.length < number) await new Promise<void>((resolve) => (began = resolve));
    return writes[number - 1] ?? { items: [], end: () => undefined };
  };
  return { write, nextWrite, writes };
}

describe('createGroupCommit', () => {
  it('writes together what arrives while a write is under way', async () => {
    const { write, nextWrite, writes } = gate();
    const commit = createGroupCommit(write);
    const first = commit([1]);
    const { end } = await nextWrite(1);
    const others = [commit([2, 3]), commit([4]), commit([5])];
    end();
    await first;
    (await nextWrite(2)).end();
    await Promise.all(others);
    expect(writes.map(({ items }) => items)).toEqual([[1], [2, 3, 4, 5]]);
  });

  it('answers nobody before their own write has ended', async () => {
    const { write, nextWrite } = gate();
    const commit = createGroupCommit(write);
    const answered: string[] = [];
    const first = commit([1]).then(() => answered.push('first'));
    const { end } = await nextWrite(1);
    const second = commit([2]).then(() => answered.push('second'));
    end();
    await first;
    const next = await nextWrite(2);
    expect(answered).toEqual(['first']);
    next.end();
    await second;
    expect(answered).toEqual(['first', 'second']);
  });

  it('rejects those whose write failed, and nobody else', async () => {
    const { write, nextWrite } = gate();
    const commit = createGroupCommit(write);
    const first = commit([1]);
    const { end } = await nextWrite(1);
    const refused = [commit([2]), commit([3])];
    end();
    await first;
    (await nextWrite(2)).end(new Error('disk full'));
    const outcomes = await Promise.allSettled(refused);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = commit([4]);
    (await nextWrite(3)).end();
    await expect(later).resolves.toBeUndefined();
  });

  it('has nothing to write for nothing', async () => {
    const { write, writes } = gate();
    await createGroupCommit(write)([]);
    expect(writes).toEqual([]);
  });

  it('writes everything once and in order, one write at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.array(fc.nat(), { minLength: 1 }), { minLength: 1, maxLength: 12 }), async (scheduler, calls) => {
        const written: number[] = [];
        let underWay = 0;
        const commit = createGroupCommit<number>(async (items) => {
          expect(++underWay).toBe(1);
          const now = [...items];
          await scheduler.schedule(Promise.resolve());
          written.push(...now);
          underWay--;
        });
        const done = Promise.all(calls.map((items) => commit(items)));
        await scheduler.waitFor(done);
        expect(written).toEqual(calls.flat());
      }),
      { numRuns: runs({ desk: 30, ci: 200, long: 2000 }), seed },
    );
  });
});
