import { afterEach, describe, expect, it } from '@jest/globals';
import { databasesOfStories } from '../support/databases.ts';
import { beginStory, chapters, shownAfter } from '../support/essay-story.ts';
import { aRepository, calledIn, closeAll, propose, quickConfig, recordIn, shownOn, statusesIn, write } from '../support/rfc-scene.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

const hour = 3_600_000;

describe.each(databasesOfStories)('an RFC and the App, on $name', (kind) => {
  const time = useAppInTime(kind);
  afterEach(async () => {
    time.town.standIn.faults.clear();
    time.town.assertClean();
    expect(await time.app().deadLetters()).toBe(0);
    closeAll(time.town);
    await time.settle();
  });

  /** The calls of a scene without their day: `11:00 nudge to alice, bob`. */
  const calls = (...scene: Parameters<typeof calledIn>): string[] => calledIn(...scene).map((call) => call.slice(6));

  it('come from silence to a decision', async () => {
    const scene = beginStory(time.town);
    await time.settle();
    for (const [index, { what, at, act }] of chapters.entries()) {
      await time.until(at);
      act?.(scene);
      await time.settle();
      expect({ what, ...shownOn(scene) }).toEqual({ what, ...shownAfter[index] });
    }
    expect(statusesIn(scene)).toHaveLength(1);
  });

  it('ask nobody who said on another RFC that they are away', async () => {
    await time.morning();
    const repo = aRepository(time.town, quickConfig);
    const scenes = [propose(time.town, repo), propose(time.town, repo, { branch: 'another' })] as const;
    await time.settle();
    write(scenes[0], 'carol', '/dri away until 3d');
    await time.settle();
    for (const scene of scenes) write(scene, 'bob', 'A thought.');
    for (let hours = 0; hours < 3; hours += 1) await time.pass(hour);
    expect(scenes.map((scene) => calls(scene))).toEqual([
      ['11:00 nudge to alice, bob', '12:00 escalation to erin'],
      ['11:00 nudge to alice, bob', '12:00 escalation to erin'],
    ]);
  });

  it('lose nothing with the database but who is away', async () => {
    // By then Carol is back.
    await time.pass(7 * 24 * hour);
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, quickConfig));
    await time.settle();
    await time.pass(hour);
    await time.pass(hour);
    const before = [calledIn(scene), recordIn(scene)];
    expect(shownOn(scene).assignees).toEqual(['carol']);
    await time.loseDatabase();
    expect([calledIn(scene), recordIn(scene)]).toEqual(before);
    await time.pass(2 * hour);
    expect(calls(scene)).toEqual(['11:00 nudge to alice, bob', '12:00 dri to carol', '14:00 escalation to erin']);
  });
});
