import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../src/demo/github/edge/faults.ts';
import { databasesOfStories } from '../support/databases.ts';
import { beginStory, chapters, shownAfter } from '../support/essay-story.ts';
import { runs, seed } from '../support/property-runs.ts';
import { shownOn, statusesIn, type Scene } from '../support/rfc-scene.ts';
import { doublesIn } from '../support/shown.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

/** The story's writes, and some more in case it grows. */
const mostWrites = 40;
/**
 * So many stories are cut off once, spread over all writes. Every write is cut off in one of two stories anyway, and
 * one by one without a network: `test/decision/cut-off-story.test.ts`.
 */
const cuts = runs({ desk: 1, ci: 2, long: mostWrites });

/** A story, and after which of its writes the connection is lost: the write was made, and nobody knows. */
interface Told {
  scene: Scene;
  isCut: (write: number) => boolean;
  writes: number;
  lost: number;
}

describe.each(databasesOfStories)('the story, cut off after its writes, on $name', (kind) => {
  const time = useAppInTime(kind);

  function tell(isCut: Told['isCut']): Told {
    const told: Told = { scene: beginStory(time.town), isCut, writes: 0, lost: 0 };
    const test = ({ method, path }: Asked): boolean => {
      if (method === 'GET' || !path.startsWith(`/repos/${told.scene.repo}/`)) return false;
      told.writes += 1;
      const isLost = isCut(told.writes);
      if (isLost) told.lost += 1;
      return isLost;
    };
    time.town.standIn.faults.next({ match: { test }, kind: 'reset', moment: 'after', times: Infinity });
    return told;
  }

  it(`comes to the same end, and does nothing twice (${cuts} cuts, seed ${seed})`, async () => {
    const once = Array.from({ length: cuts }, (_, index) => 1 + ((seed + Math.floor((index * mostWrites) / cuts)) % mostWrites));
    const stories = [tell((write) => write % 2 === 0), tell((write) => write % 2 === 1), ...once.map((cut) => tell((write) => write === cut))];
    await time.settle();
    for (const [index, { what, at, act }] of chapters.entries()) {
      await time.until(at);
      for (const { scene } of stories) act?.(scene);
      await time.settle();
      for (const { scene } of stories) expect({ what, repo: scene.repo, ...shownOn(scene) }).toEqual({ what, repo: scene.repo, ...shownAfter[index] });
    }
    for (const { scene } of stories) {
      expect(doublesIn(time.town, scene.repo)).toEqual([]);
      expect(statusesIn(scene)).toHaveLength(1);
    }
    const [even, odd] = stories.map(({ lost }) => lost);
    expect([even, odd].map((lost) => lost !== undefined && lost > 10)).toEqual([true, true]);
    expect(await time.app().deadLetters()).toBe(0);
  });
});
