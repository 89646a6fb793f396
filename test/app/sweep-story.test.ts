import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sweepWithToken } from '../../src/app/sweep-with-token.ts';
import { createClock, type Clock } from '../../src/demo/github/clock.ts';
import type { Asked } from '../../src/demo/github/edge/faults.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { beginStory, chapters, shownAfter } from '../support/essay-story.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { runs, seed } from '../support/property-runs.ts';
import { shownOn, statusesIn, type Scene } from '../support/rfc-scene.ts';
import { aTown, slug, type Town } from '../support/running-app.ts';
import { doublesIn } from '../support/shown.ts';

const start = '2026-03-02T10:00:00Z';
/** More sweeps than it takes to come to rest after one that was cut off. */
const mostSweeps = 20;
/** The story's writes, and some more in case it grows. */
const mostWrites = 40;
/** So many stories are cut off once, spread over all writes; every write is cut off in one of two others anyway. */
const cuts = runs({ desk: 2, ci: mostWrites, long: mostWrites });

interface Told {
  scene: Scene;
  sweep: () => Promise<SweepReport>;
  lost: number;
}

describe('the story without a server, cut off after its writes', () => {
  let town: Town;
  let clock: Clock;
  let told = 0;

  beforeAll(async () => {
    clock = createClock(new Date(start), { frozen: true });
    town = await aTown({ clock, tokenClock: createClock(new Date()) });
  });
  afterAll(async () => {
    await town.close();
  });

  /** Of an installation that is there for the sweep alone. */
  async function tokenFor(account: string): Promise<string> {
    const app = { id: town.appId, slug, privateKey: town.privateKey, clientId: '', clientSecret: '' };
    return await installationToken({ standIn: town.standIn, app }, town.standIn.apps.install({ slug, account, repositories: 'all' }).id);
  }

  /** A story in which the connection is lost after some writes: the write was made, and nobody knows. */
  async function tell(isCut: (write: number) => boolean): Promise<Told> {
    told += 1;
    const fullName = `acme-story-${told}/rfcs`;
    const scene = beginStory({ ...town, newRepository: (files) => town.newRepository(files, fullName) });
    const [owner = '', repo = ''] = scene.repo.split('/');
    const token = await tokenFor(owner);
    const request = { token, apiUrl: town.standIn.url, userAgent: 'unpause-test', owner, repo, isDryRun: false, scope: { kind: 'all' }, assumedOwner: null, now: () => clock.now() } as const;
    const story: Told = { scene, lost: 0, sweep: async () => await sweepWithToken(request) };
    let writes = 0;
    const test = ({ method, path }: Asked): boolean => {
      if (method === 'GET' || !path.startsWith(`/repos/${scene.repo}/`)) return false;
      writes += 1;
      const isLost = isCut(writes);
      if (isLost) story.lost += 1;
      return isLost;
    };
    town.standIn.faults.next({ match: { test }, kind: 'reset', moment: 'after', times: Infinity });
    return story;
  }

  async function settle({ sweep }: Told): Promise<void> {
    for (let sweeps = 0; sweeps < mostSweeps; sweeps += 1) {
      const { rfcs } = await sweep();
      if (rfcs.every(({ outcome, effects }) => outcome === 'done' && effects.length === 0)) return;
    }
    throw new Error(`something was written in each of ${mostSweeps} sweeps`);
  }

  it(`comes to the same end, and does nothing twice (${cuts} cuts, seed ${seed})`, async () => {
    const isCut = [
      (write: number) => write % 2 === 0,
      (write: number) => write % 2 === 1,
      ...Array.from({ length: cuts }, (_, index) => (write: number) => write === 1 + ((seed + Math.floor((index * mostWrites) / cuts)) % mostWrites)),
    ];
    const stories: Told[] = [];
    for (const each of isCut) stories.push(await tell(each));
    for (const story of stories) await settle(story);
    for (const [index, { what, at, act }] of chapters.entries()) {
      clock.advance(Date.parse(`2026-${at}:00Z`) - clock.now().getTime());
      for (const story of stories) {
        act?.(story.scene);
        await settle(story);
        expect({ what, repo: story.scene.repo, ...shownOn(story.scene) }).toEqual({ what, repo: story.scene.repo, ...shownAfter[index] });
      }
    }
    for (const { scene } of stories) {
      expect(doublesIn(town, scene.repo)).toEqual([]);
      expect(statusesIn(scene)).toHaveLength(1);
    }
    expect(stories.slice(0, 2).map(({ lost }) => lost > 10)).toEqual([true, true]);
  });
});
