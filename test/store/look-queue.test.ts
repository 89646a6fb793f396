import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listDeadLetters, type DeadLetter } from '../../src/store/dead-letters.ts';
import type { LookAt } from '../../src/store/look-attempt.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import type { QueueTimes } from '../../src/store/queue-times.ts';
import { databases, useDatabase } from '../support/databases.ts';
import { runs, seed } from '../support/property-runs.ts';

/** Another attempt comes at once, or nothing would come of a failed one in a test. */
const quick: Partial<QueueTimes> = { retryDelaySeconds: 0, askEvery: 20 };

/** Says when something was looked at, and lets a test decide when a look ends. */
function observer() {
  const begun: unknown[] = [];
  const ended: unknown[] = [];
  let changed = (): void => undefined;
  const gates = new Map<unknown, Promise<void>>();
  const tell = (list: unknown[], data: unknown) => {
    list.push(data);
    changed();
  };
  const look: LookAt = async (data) => {
    tell(begun, data);
    await gates.get(data);
    tell(ended, data);
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise<void>((resolve) => (changed = resolve));
  };
  /** Has looks at `data` wait; answers with what lets them go. */
  const hold = (data: unknown): (() => void) => {
    let open = (): void => undefined;
    gates.set(data, new Promise((resolve) => (open = resolve)));
    return () => {
      gates.delete(data);
      open();
    };
  };
  return { begun, ended, look, until, hold };
}

const nobodyDies = (letter: DeadLetter): void => {
  throw new Error(`${letter.key} was given up on: ${letter.reason}`);
};

/** Waits for something that only the database can say. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function isIdle(store: Store): Promise<boolean> {
  const { queued, active } = await store.queue.counts();
  return queued + active === 0;
}

/** A process that opens a store and does what the script says with it; killed with no warning. */
function elsewhere(options: StoreOptions, script: string) {
  const module = new URL('../../src/store/open-store.ts', import.meta.url).href;
  const source = `
    import { openStore } from '${module}';
    const ignore = () => {};
    const options = JSON.parse(process.argv[1]);
    const store = await openStore({ ...options, log: { debug: ignore, info: ignore, warn: ignore, error: ignore } });
    ${script}`;
  const plain = JSON.stringify({ databaseUrl: options.databaseUrl, dataDir: options.dataDir });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source, plain], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  return {
    lines,
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe.each(databases)('the queue on $name', (kind) => {
  const place = useDatabase(kind);

  const open = (times: Partial<QueueTimes> = {}) => openStore({ ...place().options, times: { ...quick, ...times } });

  it('melts looks at the same key into one while it waits', async () => {
    const store = await open();
    await Promise.all(['a', 'b', 'a'].map((key) => store.queue.add([{ key, data: key }])));
    await store.queue.add([{ key: 'a', data: 'a' }, { key: 'a', data: 'a' }, { key: 'c', data: 'c' }]);
    expect(await store.queue.counts()).toEqual({ queued: 3, active: 0, failed: 0 });
    const { begun, look, until } = observer();
    await store.queue.work({ concurrency: 2, look, onDead: nobodyDies });
    await until(() => begun.length === 3);
    await eventually(() => isIdle(store));
    expect([...begun].sort()).toEqual(['a', 'b', 'c']);
    await store.close();
  });

  it('looks once more at what was added during a look, and not before its end', async () => {
    const store = await open();
    const { begun, ended, look, until, hold } = observer();
    const letGo = hold('a');
    await store.queue.work({ concurrency: 4, look, onDead: nobodyDies });
    await store.queue.add([{ key: 'a', data: 'a' }]);
    await until(() => begun.length === 1);
    await store.queue.add([{ key: 'a', data: 'a' }]);
    await store.queue.add([{ key: 'a', data: 'a' }, { key: 'b', data: 'b' }]);
    await until(() => ended.includes('b'));
    expect(begun).toEqual(['a', 'b']);
    letGo();
    await until(() => ended.filter((data) => data === 'a').length === 2);
    await eventually(() => isIdle(store));
    expect(begun).toEqual(['a', 'b', 'a']);
    await store.close();
  });

  it('takes what is urgent first, also where it waited already', async () => {
    const store = await open();
    await store.queue.add([{ key: 'a', data: 'a' }]);
    await store.queue.add([{ key: 'b', data: 'b', priority: 5 }]);
    await store.queue.add([{ key: 'c', data: 'c' }]);
    await store.queue.add([{ key: 'c', data: 'c', priority: 10 }]);
    await store.queue.add([{ key: 'b', data: 'b' }]);
    const { begun, look, until } = observer();
    await store.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 3);
    expect(begun).toEqual(['c', 'b', 'a']);
    await store.close();
  });

  it('looks at no more at once than it was told to', async () => {
    const store = await open();
    let underWay = 0;
    let most = 0;
    let looks = 0;
    const look = async (): Promise<void> => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      looks++;
    };
    await store.queue.add(Array.from({ length: 40 }, (_, data) => ({ key: `k${data}`, data })));
    await store.queue.work({ concurrency: 3, look, onDead: nobodyDies });
    await eventually(() => isIdle(store));
    expect([most, looks]).toEqual([3, 40]);
    await store.close();
  });

  it('tries a failed look again, and forgets the failure once one succeeds', async () => {
    const store = await open({ attempts: 3 });
    let attempts = 0;
    const look = async (): Promise<void> => {
      if (++attempts < 3) await Promise.reject(new Error('GitHub answered 500'));
    };
    await store.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await store.queue.add([{ key: 'a', data: 1 }]);
    await eventually(async () => attempts === 3 && (await isIdle(store)));
    expect(await store.queue.counts()).toEqual({ queued: 0, active: 0, failed: 0 });
    await store.close();
  });

  it('gives up after the last attempt, with the reason, until a later look succeeds', async () => {
    const store = await open({ attempts: 3 });
    let isBroken = true;
    let attempts = 0;
    const look = async (): Promise<void> => {
      attempts++;
      if (isBroken) await Promise.reject(new Error('The comment was not written', { cause: new Error('GitHub answered 500') }));
    };
    const dead = new Promise<DeadLetter>((onDead) => {
      void store.queue.work({ concurrency: 1, look, onDead });
    });
    await store.queue.add([{ key: 'a', data: { number: 7 } }]);
    const letter = await dead;
    expect(letter).toMatchObject({ key: 'a', attempts: 3, data: { number: 7 }, reason: 'The comment was not written: GitHub answered 500' });
    expect(attempts).toBe(3);
    expect(await listDeadLetters(store.database)).toEqual([letter]);
    expect(await store.queue.counts()).toEqual({ queued: 0, active: 0, failed: 1 });
    isBroken = false;
    await store.queue.add([{ key: 'a', data: { number: 7 } }]);
    await eventually(async () => (await store.queue.counts()).failed === 0);
    await store.close();
  });

  it('looks at once when something happens during the wait for another attempt', async () => {
    const store = await open({ retryDelaySeconds: 3600 });
    let attempts = 0;
    const look = async (): Promise<void> => {
      if (++attempts === 1) await Promise.reject(new Error('no'));
    };
    await store.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await store.queue.add([{ key: 'a', data: 1 }]);
    await eventually(async () => attempts === 1 && (await store.queue.counts()).active === 0);
    expect((await store.queue.counts()).queued).toBe(1);
    await store.queue.add([{ key: 'a', data: 1 }]);
    await eventually(() => isIdle(store));
    expect(attempts).toBe(2);
    await store.close();
  });

  it('ends a look that takes too long, and goes on with the next though it never ends', async () => {
    const store = await open({ attempts: 1, lookLimit: 20, abortLimit: 20 });
    const looked: unknown[] = [];
    const look: LookAt = async (data) => {
      looked.push(data);
      if (data === 'stuck') await new Promise(() => undefined);
    };
    await store.queue.add([{ key: 'stuck', data: 'stuck', priority: 1 }, { key: 'next', data: 'next' }]);
    await store.queue.work({ concurrency: 1, look, onDead: () => undefined });
    await eventually(() => isIdle(store));
    expect(looked).toEqual(['stuck', 'next']);
    expect(await listDeadLetters(store.database)).toMatchObject([{ key: 'stuck', reason: expect.stringContaining('longer than 0.02 seconds') }]);
    await store.close();
  });

  it.each([
    ['a character that no database keeps', { key: 'a', data: 'x\0y' }],
    ['no key', { key: '', data: 1 }],
    ['a key that is too long', { key: 'é'.repeat(600), data: 1 }],
  ])('refuses a look with %s, and none that came with it', async (_what, look) => {
    const store = await open();
    const good = store.queue.add([{ key: 'good', data: 1 }]);
    await expect(store.queue.add([look])).rejects.toThrow(RangeError);
    await good;
    expect((await store.queue.counts()).queued).toBe(1);
    await store.close();
  });

  it('finishes what it has in hand when it is stopped, and accepts nothing new', async () => {
    const store = await open();
    const { begun, ended, look, until, hold } = observer();
    const letGo = hold('a');
    await store.queue.add([{ key: 'a', data: 'a', priority: 1 }, { key: 'b', data: 'b' }]);
    await store.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 1);
    const stopped = store.queue.stop();
    await expect(store.queue.add([{ key: 'c', data: 'c' }])).rejects.toThrow('being stopped');
    letGo();
    await stopped;
    expect([begun, ended]).toEqual([['a'], ['a']]);
    await store.close();
    const again = await open();
    expect(await again.queue.counts()).toEqual({ queued: 1, active: 0, failed: 0 });
    await again.close();
  });

  it('keeps what it is being told while it is stopped', async () => {
    const store = await open();
    const added = store.queue.add(Array.from({ length: 1200 }, (_, data) => ({ key: `k${data}`, data })));
    await Promise.all([added, store.close()]);
    const again = await open();
    expect((await again.queue.counts()).queued).toBe(1200);
    await again.close();
  });

  it('may be stopped while it begins to work', async () => {
    const store = await open();
    const working = store.queue.work({ concurrency: 1, look: observer().look, onDead: nobodyDies });
    await store.queue.stop();
    await working;
    await store.close();
  });

  it('hands a look on that does not finish in time when it is stopped', async () => {
    const store = await open({ stopLimit: 5, attempts: 1 });
    const { begun, look, until } = observer();
    const aborted: LookAt = async (data, signal) => {
      await look(data, signal);
      await once(signal, 'abort');
      throw new Error('fetch failed');
    };
    await store.queue.add([{ key: 'a', data: 'a' }]);
    await store.queue.work({ concurrency: 1, look: aborted, onDead: nobodyDies });
    await until(() => begun.length === 1);
    await store.close();
    const again = await open({ attempts: 1 });
    await again.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 2);
    await again.close();
  });

  it('loses nothing it has acknowledged, and goes on with what was cut off, when its process is killed', async () => {
    const child = elsewhere(
      { ...place().options },
      `await store.queue.add([{ key: 'cut off', data: 'cut off', priority: 1 }]);
       await store.queue.work({ concurrency: 1, onDead: ignore, look: async () => { console.log('looking'); await new Promise(ignore); } });
       for (let n = 0; ; n++) { await store.queue.add([{ key: 'k' + n, data: n }]); console.log(n); }`,
    );
    const acknowledged: number[] = [];
    let isLooking = false;
    for await (const line of child.lines) {
      if (line === 'looking') isLooking = true;
      else acknowledged.push(Number(line));
      if (isLooking && acknowledged.length > 100) break;
    }
    await child.kill();
    // The embedded database knows at once that nobody else is at it.
    const store = await open(kind.isShared ? { claimLimit: 500, renewEvery: 50 } : { claimLimit: 3_600_000 });
    const { ended, look } = observer();
    await store.queue.work({ concurrency: 10, look, onDead: nobodyDies });
    await eventually(() => isIdle(store));
    expect(['cut off', ...acknowledged].filter((one) => !ended.includes(one))).toEqual([]);
    await store.close();
  });
});

const shared = databases.filter(({ isShared }) => isShared);

describe.each(shared)('several workers on one $name', (kind) => {
  const place = useDatabase(kind);

  const open = (times: Partial<QueueTimes> = {}) => openStore({ ...place().options, times: { ...quick, ...times } });

  it('hear at once of what another process adds', async () => {
    const web = await open();
    const worker = await open({ askEvery: 3_600_000 });
    const { begun, look, until } = observer();
    await worker.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await web.queue.add([{ key: 'a', data: 'a' }]);
    await until(() => begun.length === 1);
    await Promise.all([web.close(), worker.close()]);
  });

  it('leave a long look to the one that is at it', async () => {
    const times = { claimLimit: 3_000, renewEvery: 100 };
    const [one, other] = [await open(times), await open(times)];
    const { begun, ended, look, until, hold } = observer();
    const letGo = hold('long');
    await one.queue.add([{ key: 'long', data: 'long' }]);
    await one.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 1);
    const started = Date.now();
    let others = 0;
    await other.queue.work({ concurrency: 1, look: async () => await Promise.resolve(void others++), onDead: nobodyDies });
    await eventually(async () => await Promise.resolve(Date.now() - started > 1.5 * times.claimLimit));
    letGo();
    await until(() => ended.length === 1);
    await eventually(() => isIdle(one));
    expect([begun, others]).toEqual([['long'], 0]);
    await Promise.all([one.close(), other.close()]);
  });

  it('take over from one that no longer says it is there', async () => {
    const [silent, other] = [await open({ renewEvery: 3_600_000 }), await open({ claimLimit: 500, renewEvery: 50 })];
    const { begun, look, until, hold } = observer();
    const letGo = hold('a');
    await silent.queue.add([{ key: 'a', data: 'a' }]);
    await silent.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 1);
    const taken: unknown[] = [];
    await other.queue.work({ concurrency: 1, look: async (data) => await Promise.resolve(void taken.push(data)), onDead: nobodyDies });
    await eventually(async () => await Promise.resolve(taken.length === 1));
    letGo();
    await Promise.all([silent.close(), other.close()]);
    expect(taken).toEqual(['a']);
  });

  it('give up on a look that ends its process each time', async () => {
    const [silent, other] = [await open({ renewEvery: 3_600_000, attempts: 1 }), await open({ claimLimit: 500, renewEvery: 50, attempts: 1 })];
    const { begun, look, until, hold } = observer();
    const letGo = hold('a');
    await silent.queue.add([{ key: 'a', data: 'a' }]);
    await silent.queue.work({ concurrency: 1, look, onDead: nobodyDies });
    await until(() => begun.length === 1);
    const dead = await new Promise<DeadLetter>((onDead) => void other.queue.work({ concurrency: 1, look, onDead }));
    expect(dead).toMatchObject({ key: 'a', attempts: 1, reason: expect.stringContaining('ended') });
    letGo();
    await Promise.all([silent.close(), other.close()]);
  });

  it('may be told the same things at once in any order', async () => {
    const [one, other] = [await open(), await open()];
    for (let time = 0; time < 10; time++) {
      const looks = Array.from({ length: 200 }, (_, data) => ({ key: `${time}-${data}`, data, priority: time }));
      await Promise.all([one.queue.add(looks), other.queue.add([...looks].reverse())]);
    }
    expect((await one.queue.counts()).queued).toBe(2000);
    await Promise.all([one.close(), other.close()]);
  });

  it('never look at one key at once, and look at each after it was last added', async () => {
    const step = fc.record({ by: fc.nat(1), keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }), turns: fc.nat(3) });
    const stores = [await open(), await open()] as const;
    const added = new Map<string, number>();
    const lookedAt = new Map<string, number>();
    const underWay = new Set<string>();
    let clock = 0;
    let isFailing = (): boolean => false;
    const clashes: string[] = [];
    const look: LookAt = async (data) => {
      const key = String(data);
      const began = ++clock;
      if (underWay.has(key)) clashes.push(key);
      underWay.add(key);
      for (let turn = 0; turn < began % 4; turn++) await new Promise((resolve) => setImmediate(resolve));
      underWay.delete(key);
      if (isFailing()) throw new Error('no');
      lookedAt.set(key, began);
    };
    for (const store of stores) await store.queue.work({ concurrency: 3, look, onDead: nobodyDies });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.integer({ min: 2, max: 9 }), async (steps, every) => {
        isFailing = () => clock % every === 0;
        for (const { by, keys, turns } of steps) {
          const looks = keys.map((key) => ({ key, data: key }));
          for (const key of keys) added.set(key, ++clock);
          await stores[by === 0 ? 0 : 1].queue.add(looks);
          for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
        }
        isFailing = () => false;
        await eventually(() => isIdle(stores[0]));
        expect(clashes).toEqual([]);
        for (const [key, at] of added) expect(lookedAt.get(key)).toBeGreaterThan(at);
      }),
      { numRuns: runs({ desk: 6, ci: 20, long: 500 }), seed },
    );
    await Promise.all(stores.map((store) => store.close()));
  });
});
