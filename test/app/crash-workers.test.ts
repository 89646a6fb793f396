import { describe, expect, it } from '@jest/globals';
import { useCrashServers } from '../support/crash-servers.ts';
import { CrashStage, seededRandom } from '../support/crash-stage.ts';
import { databases, useDatabase } from '../support/databases.ts';
import { runs, seed } from '../support/property-runs.ts';
import { doublesIn } from '../support/shown.ts';
import type { ServerProcess } from './a-process.ts';

const rounds = runs({ desk: 1, ci: 4, long: 40 });
const acts = 12;

/** A look as a worker's own log tells of it, in milliseconds since 1970. */
interface LoggedLook {
  key: string;
  began: number;
  ended: number;
}

function looksOf(server: ServerProcess): LoggedLook[] {
  const lines = server.output().split('\n').filter((line) => line.endsWith('}') && line.includes('"msg":"looked"'));
  return lines.map((line) => {
    const { key, seconds, time } = JSON.parse(line) as { key: string; seconds: number; time: number };
    return { key, began: time - seconds * 1000, ended: time };
  });
}

/** The log's times are whole milliseconds. */
const precision = 2;

/** Looks at one thing of which the second began before the first had ended. */
function overlaps(looks: readonly LoggedLook[]): string[] {
  const sorted = looks.toSorted((a, b) => a.began - b.began);
  return sorted.flatMap((look, index) =>
    sorted.slice(index + 1).filter(({ key, began }) => key === look.key && began < look.ended - precision).map(({ began }) => `${look.key}: ${look.ended - began} ms`),
  );
}

describe.each(databases.filter(({ isShared }) => isShared))('two workers on one $name', (kind) => {
  const database = useDatabase(kind);
  const { town, start, kill, idle } = useCrashServers();

  it(`never look at one RFC at once, and one goes on when the other is killed (${rounds} rounds, seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const debug = { LOG_LEVEL: 'debug', PORT: '0', UNPAUSE_ROLE: 'worker' };
    const [, one] = await Promise.all([start(database(), { UNPAUSE_ROLE: 'web' }), start(database(), debug)]);
    const looks: LoggedLook[] = [];
    let other = await start(database(), debug);
    for (let round = 0; round < rounds; round++) {
      const stage = new CrashStage(town(), random);
      for (let act = 0; act < acts; act++) {
        await stage.act();
        if (act === acts - 3) await kill(other);
      }
      const looksOfOther = looksOf(other);
      other = await start(database(), debug);
      await idle();
      expect(stage.inspect()).toMatchObject({ acknowledged: stage.numbers.length, lost: [] });
      expect(doublesIn(town(), stage.repo)).toEqual([]);
      looks.push(...looksOfOther);
    }
    const all = [...looks, ...looksOf(one), ...looksOf(other)];
    // Which worker gets a look is chance: in one round, or its short life, either may get none.
    expect(all.length - looksOf(one).length).toBeGreaterThan(0);
    expect(looksOf(one).length).toBeGreaterThan(0);
    expect(overlaps(all)).toEqual([]);
    if (process.env.UNPAUSE_LONG !== undefined) process.stdout.write(`${kind.name}, two workers: ${rounds} kills, ${all.length} looks, no two at one RFC at once\n`);
    town().assertClean();
  });
});
