import { afterEach, describe, expect, it } from '@jest/globals';
import type { Asked } from '../../src/demo/github/edge/faults.ts';
import type { AppInTime } from '../support/app-in-time.ts';
import { databases } from '../support/databases.ts';
import { aRepository, calledIn, closeAll, ownedByAlice, propose, quickConfig, reactionsTo, recordIn, shownOn, statusesIn, write } from '../support/rfc-scene.ts';
import { checksOf, labelsOf, ownComments } from '../support/running-app.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe.each(databases.filter(({ isShared }) => !isShared))('people and the App, on $name', (kind) => {
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

  it('answer each command once, though every delivery comes twice', async () => {
    await time.morning();
    const { world, faults } = time.town.standIn;
    const scene = propose(time.town, aRepository(time.town, quickConfig));
    if (world.findAccount('mallory') === undefined) world.addUser('mallory');
    await time.settle();
    faults.deliveries({ kind: 'duplicate' });
    const said: [string, string][] = [
      ['bob', '/dri help'],
      ['carol', "I'll take temporary DRI on this"],
      ['dan', 'See:\n\n/dir take'],
      ['mallory', '/dri assign @dan'],
      ['bob', '/support\n/object\n/dri staus'],
      ['carol', '> /dri done\n\nNot yet.'],
      ['carol', '/dri done All is said.'],
    ];
    const written = [];
    for (const [by, body] of said) {
      await time.pass(60_000);
      written.push(write(scene, by, body));
      await time.settle();
    }
    expect(written.map(reactionsTo)).toEqual([['+1'], ['+1'], ['confused'], ['confused'], ['confused'], [], ['+1']]);
    expect(calls(scene)).toEqual(['10:01 reply', '10:03 reply to dan', '10:04 reply to mallory', '10:05 reply to bob']);
    expect(recordIn(scene)).toMatchObject({ terms: [{ holder: { login: 'carol' }, ended: { how: 'done', note: 'All is said.' } }], voices: [{ by: { login: 'bob' } }], objections: [] });
  });

  it('ask the owner about a merge that nobody decided', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, quickConfig));
    await time.settle();
    world().merge({ ...on(scene), by: 'bob' });
    await time.settle();
    expect(calls(scene)).toEqual(['10:00 confirm to alice']);
    await time.pass(hour);
    write(scene, 'alice', '/decide confirm');
    await time.settle();
    await time.pass(30 * day);
    expect(calls(scene)).toEqual(['10:00 confirm to alice']);
    expect(shownOn(scene)).toMatchObject({ decisions: [expect.stringMatching(/^accept by alice/)], reactions: ['/decide confirm: +1'] });
  });

  it('keep what another owner confirmed, whoever looks again', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': 'require-decision: true\ndri: {pool: [carol]}\n' }));
    await time.settle();
    await time.pass(60_000);
    write(scene, 'alice', '/decide accept It is good enough.');
    await time.settle();
    world().push({ repo: scene.repo, by: 'bob', branch: 'proposal', files: { 'rfcs/proposal-keys.md': ownedByAlice.replace('@alice', '@bob') } });
    await time.settle();
    expect([calls(scene), shownOn(scene).checks]).toEqual([['10:01 confirm to bob'], ['Unpause: document = success', 'Unpause: decision = action_required']]);
    await time.pass(60_000);
    write(scene, 'bob', '/decide confirm');
    await time.settle();
    write(scene, 'carol', 'Good.');
    await time.settle();
    expect(shownOn(scene)).toMatchObject({ checks: ['Unpause: document = success', 'Unpause: decision = success'], decisions: ['accept by alice: It is good enough.'] });
  });

  it('ask again some hours later where GitHub lets nobody write, not again and again', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, quickConfig));
    await time.settle();
    const { faults, requests } = time.town.standIn;
    const test = ({ method, path }: Asked): boolean => method === 'POST' && path === `/repos/${scene.repo}/issues/${scene.number}/comments`;
    faults.next({ match: { test }, kind: 403, times: Infinity });
    await time.pass(hour);
    const before = requests.length;
    await time.pass(60_000);
    expect([calls(scene), requests.length]).toEqual([[], before]);
    faults.clear();
    await time.pass(4 * hour);
    expect(calls(scene)).toEqual(['15:01 nudge to alice, bob']);
  });

  it('show checks alone where the repository has no config of its own', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, {}));
    world().addLabels({ ...on(scene), by: 'bob', labels: ['RFC'] });
    await time.settle();
    const spoken = write(scene, 'carol', '/dri take\n/dir take');
    for (let days = 0; days < 4; days += 1) await time.pass(7 * day);
    expect(checksOf(time.town, scene.repo, scene.number)).toEqual(['Unpause: document = success']);
    expect([ownComments(time.town, scene.repo, scene.number), labelsOf(time.town, scene.repo, scene.number), reactionsTo(spoken), world().issue(scene.repo, scene.number).assignees]).toEqual([[], ['RFC'], [], []]);
  });

  it('begin on the day on which a dry run ends, and make up for nothing before it', async () => {
    await time.morning();
    const [configFile = '', quick = ''] = Object.entries(quickConfig)[0] ?? [];
    const scene = propose(time.town, aRepository(time.town, { [configFile]: `${quick}dry-run: true\n` }));
    await time.settle();
    const spoken = write(scene, 'carol', '/dri take\n/dir take');
    await time.pass(3 * hour);
    expect([ownComments(time.town, scene.repo, scene.number), reactionsTo(spoken)]).toEqual([[], []]);
    world().push({ repo: scene.repo, by: 'alice', branch: 'main', files: { [configFile]: quick } });
    await time.settle();
    expect([calls(scene), reactionsTo(spoken)]).toEqual([[], []]);
    await time.pass(hour);
    expect(calls(scene)).toEqual(['14:00 nudge to alice, bob']);
  });

  it('go on with what was, where somebody edits or deletes the status comment', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, quickConfig));
    await time.settle();
    write(scene, 'carol', '/dri take for the survey');
    write(scene, 'alice', '/object Too often.');
    await time.settle();
    const before = shownOn(scene);
    const [status] = statusesIn(scene);
    if (status === undefined) throw new Error('a status comment');

    world().editComment({ repo: scene.repo, commentId: status.id, by: 'alice', body: status.body.replaceAll('carol', 'alice') });
    await time.settle();
    expect(statusesIn(scene).map(({ body }) => body)).toEqual([expect.stringContaining('had been edited by somebody else, so it was rebuilt')]);
    expect(shownOn(scene)).toEqual(before);

    world().deleteComment({ repo: scene.repo, commentId: status.id, by: 'alice' });
    await time.settle();
    expect(statusesIn(scene)).toHaveLength(1);
    expect(shownOn(scene)).toEqual(before);
    expect(recordIn(scene)).toMatchObject({ objections: [{ by: { login: 'alice' } }] });
  });

  function world(): AppInTime['town']['standIn']['world'] {
    return time.town.standIn.world;
  }
});

function on({ repo, number }: { repo: string; number: number }): { repo: string; number: number } {
  return { repo, number };
}
