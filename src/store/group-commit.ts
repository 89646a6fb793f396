/** Several callers, one write: what arrives while a write is under way goes together into the next one. */

import { setImmediate } from 'node:timers/promises';

/** Resolves once what was handed over is written, and rejects if the write it was part of failed. */
export type Commit<Item> = (items: readonly Item[]) => Promise<void>;

interface Batch<Item> {
  items: Item[];
  written: Promise<void>;
  settle: (failure: { error: Error } | null) => void;
}

/** At most one write is under way at any time; the order of writes is the order of calls. */
export function createGroupCommit<Item>(write: (items: readonly Item[]) => Promise<void>): Commit<Item> {
  let waiting: Batch<Item> | null = null;
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    for (let batch = waiting; batch !== null; batch = waiting) {
      // An embedded database answers without ever letting go of the thread: others must get their turn in between,
      // and with it what they bring.
      await setImmediate();
      waiting = null;
      try {
        await write(batch.items);
        batch.settle(null);
      } catch (error) {
        batch.settle({ error: error instanceof Error ? error : new Error('The write failed.', { cause: error }) });
      }
    }
    isWriting = false;
  }

  return async (items) => {
    if (items.length === 0) return;
    const batch = (waiting ??= createBatch());
    for (const item of items) batch.items.push(item);
    if (!isWriting) void writeAll();
    await batch.written;
  };
}

function createBatch<Item>(): Batch<Item> {
  let settle: Batch<Item>['settle'] = () => undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = (failure) => {
      if (failure === null) resolve();
      else reject(failure.error);
    };
  });
  return { items: [], written, settle };
}
