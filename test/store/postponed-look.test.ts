import { beforeAll, describe, expect, it } from '@jest/globals';
import { countDeadLetters } from '../../src/store/dead-letters.ts';
import { openStore } from '../../src/store/open-store.ts';
import { PostponedLook } from '../../src/store/postponed-look.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('a postponed look on $name', (kind) => {
  beforeAll(async () => {
    await kind.start();
  });

  it('is made again, and uses up no attempt', async () => {
    const database = await kind.create();
    const store = await openStore(database.options);
    await store.queue.add([{ key: 'acme/rfcs#7', data: 7 }]);
    let looks = 0;
    await new Promise<void>((resolve, reject) => {
      const look = async () => {
        looks += 1;
        if (looks <= 10) throw await Promise.resolve(new PostponedLook(new Date(0)));
        resolve();
      };
      const onDead = () => {
        reject(new Error('given up'));
      };
      store.queue.work({ concurrency: 1, look, onDead }).catch(reject);
    });
    expect(await countDeadLetters(store.database)).toBe(0);
    await store.close();
    await database.remove();
  });

  it('waits for its time', async () => {
    const database = await kind.create();
    const store = await openStore(database.options);
    await store.queue.add([{ key: 'acme/rfcs#7', data: 7 }]);
    const looked: unknown[] = [];
    await store.queue.add([{ key: 'acme/rfcs#8', data: 8 }]);
    await new Promise<void>((resolve, reject) => {
      const look = async (data: unknown) => {
        looked.push(data);
        if (data !== 8) throw await Promise.resolve(new PostponedLook(new Date(Date.now() + 3_600_000)));
        resolve();
      };
      store.queue.work({ concurrency: 1, look, onDead: reject }).catch(reject);
    });
    await store.close();
    expect(looked).toEqual([7, 8]);
    const again = await openStore(database.options);
    expect(await again.queue.counts()).toEqual({ queued: 1, active: 0, failed: 0 });
    await again.close();
    await database.remove();
  });
});
