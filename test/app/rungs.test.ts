import { describe, expect, it } from '@jest/globals';
import { sweepWithToken } from '../../src/app/sweep-with-token.ts';
import { createClock } from '../../src/demo/github/clock.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { databasesOfStories } from '../support/databases.ts';
import { beginRungStories, rungChapters, toldAfter, toldOn } from '../support/rung-stories.ts';
import { aTown, slug } from '../support/running-app.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

describe.each(databasesOfStories)('an RFC on each rung and the App, on $name', (kind) => {
  const time = useAppInTime(kind);

  it('come from silence to a decision', async () => {
    const scenes = beginRungStories(time.town);
    await time.settle();
    for (const [index, { what, at, act }] of rungChapters.entries()) {
      await time.until(at);
      act(scenes);
      await time.settle();
      expect({ what, ...toldOn(scenes) }).toEqual({ what, ...toldAfter[index] });
    }
    time.town.assertClean();
    expect(await time.app().deadLetters()).toBe(0);
  });
});

describe('an RFC on each rung, without a server', () => {
  it('come from silence to a decision', async () => {
    const clock = createClock(new Date('2026-03-02T10:00:00Z'), { frozen: true });
    const town = await aTown({ clock, tokenClock: createClock(new Date()) });
    const scenes = beginRungStories({ ...town, newRepository: (files) => town.newRepository(files, 'acme-rungs/rfcs') });
    const app = { id: town.appId, slug, privateKey: town.privateKey, clientId: '', clientSecret: '' };
    const token = await installationToken({ standIn: town.standIn, app }, town.standIn.apps.install({ slug, account: 'acme-rungs', repositories: 'all' }).id);
    const request = { token, apiUrl: town.standIn.url, userAgent: 'unpause-test', owner: 'acme-rungs', repo: 'rfcs', isDryRun: false, scope: { kind: 'all' }, assumedOwner: null, now: () => clock.now() } as const;
    const settle = async (): Promise<void> => {
      for (let sweeps = 0; sweeps < 10; sweeps += 1) {
        const { rfcs } = await sweepWithToken(request);
        if (rfcs.every(({ outcome, effects }) => outcome === 'done' && effects.length === 0)) return;
      }
      throw new Error('something was written in each of ten sweeps');
    };
    await settle();
    for (const [index, { what, at, act }] of rungChapters.entries()) {
      clock.advance(Math.max(0, Date.parse(`2026-${at}:00Z`) - clock.now().getTime()));
      act(scenes);
      await settle();
      expect({ what, ...toldOn(scenes) }).toEqual({ what, ...toldAfter[index] });
    }
    town.assertClean();
    await town.close();
  });
});
