import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import type { QueueCounts } from '../../src/store/look-queue.ts';
import { useCrashServers } from '../support/crash-servers.ts';
import { CrashStage, seededRandom } from '../support/crash-stage.ts';
import { databases, useDatabase, type TestDatabase } from '../support/databases.ts';
import { runs, seed } from '../support/property-runs.ts';
import { doublesIn } from '../support/shown.ts';

/** On each of two databases; with those of `crash-workers.test.ts` they are 7, 24 and 240 in all. */
const kills = runs({ desk: 3, ci: 10, long: 100 });
/** So many things are done at once, twice around each kill. */
const rush = { least: 10, most: 20 };

describe.each(databases)('a server that is killed, on $name', (kind) => {
  const database = useDatabase(kind);
  const { town, start, kill, idle } = useCrashServers();

  it(`keeps what it acknowledged, and does nothing twice (${kills} kills, seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const size = () => rush.least + Math.floor(random() * (rush.most - rush.least + 1));
    const totals = { kills: 0, deliveries: 0, acknowledged: 0, rfcs: 0, clicks: 0, lost: [] as string[], doubles: [] as string[] };
    let server = await start(database());
    for (; totals.kills < kills; totals.kills++) {
      const stage = new CrashStage(town(), random);
      await idle();
      stage.rush(size());
      // Looks at the first are still under way, or there are checks already on which people can click.
      await (random() < 0.5 ? idle() : town().standIn.deliveries.settled());
      stage.rush(size());
      // Some while the server is told of the second, some while it looks at what that was about.
      await sleep(random() * 500);
      await kill(server);
      await town().standIn.deliveries.settled();
      server = await start(database());
      await idle();
      const { acknowledged, clicks, lost } = stage.inspect();
      totals.rfcs += acknowledged;
      totals.clicks += clicks;
      totals.lost.push(...lost);
      totals.doubles.push(...doublesIn(town(), stage.repo));
    }
    server.child.kill('SIGTERM');
    await server.ended;
    const { log } = town().standIn.deliveries;
    Object.assign(totals, { deliveries: log.length, acknowledged: log.filter(({ statusCode }) => statusCode === 202).length });
    if (process.env.UNPAUSE_LONG !== undefined) process.stdout.write(`${kind.name}: ${JSON.stringify(totals)}\n`);
    expect(totals).toMatchObject({ lost: [], doubles: [] });
    expect(totals.rfcs).toBeGreaterThan(0);
    expect(await countsIn(database())).toEqual({ queued: 0, active: 0, failed: 0 });
    town().assertClean();
  });
});

/** None is left, and none was given up. */
async function countsIn({ options }: TestDatabase): Promise<QueueCounts> {
  const store = await openStore(options);
  const counts = await store.queue.counts();
  await store.close();
  return counts;
}
