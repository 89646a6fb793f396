import { afterEach, describe, expect, it } from '@jest/globals';
import { anAppInTime, type AppInTime } from '../support/app-in-time.ts';
import { databases, useDatabase } from '../support/databases.ts';
import { aRepository, calledIn, propose, recordIn, type Scene } from '../support/rfc-scene.ts';

const rfcs = 30;
const cap = 20;
const most = 2;
const pool = ['carol', 'dan', 'erin'];

/** Nobody answers, and a term outlasts the test. */
const config = [
  'pause: {nudge-after: 1h, dri-after: 1h, term: 20d, max-term: 30d}',
  `dri: {pool: [${pool.join(', ')}], max-active: ${most}}`,
  `limits: {actions-per-day: ${cap}}`,
  '',
].join('\n');

/** How many calls were made on a day. */
function callsOn(day: string, scenes: readonly Scene[]): number {
  return scenes.flatMap((scene) => calledIn(scene)).filter((call) => call.startsWith(day)).length;
}

/** How many terms each person was given, as `carol 2`. */
function given(scenes: readonly Scene[]): string[] {
  const holders = scenes.flatMap((scene) => recordIn(scene)?.terms.map(({ holder }) => holder.login) ?? []);
  return pool.map((login) => `${login} ${holders.filter((holder) => holder === login).length}`);
}

const towns = databases.flatMap((kind) => (kind.isShared ? [0, 1] : [0]).map((helpers) => ({ name: `${helpers + 1} on ${kind.name}`, kind, helpers })));

describe.each(towns)('RFCs that are due at one moment, workers: $name', ({ kind, helpers }) => {
  const database = useDatabase(kind);
  let time: AppInTime | null = null;
  afterEach(async () => {
    await time?.close();
    time = null;
  });

  it('keep to the calls of a day, and give nobody more than they may hold', async () => {
    const { town, ...clock } = (time = await anAppInTime(database(), { helpers }));
    const repo = aRepository(town, { '.github/unpause.yml': config });
    const scenes = Array.from({ length: rfcs }, (_, index) => propose(town, repo, { branch: `proposal-${index}` }));
    await clock.settle();
    await clock.until('03-03T10:00');
    expect(callsOn('03-03', scenes)).toBe(cap);
    await clock.until('03-04T10:00');
    expect(callsOn('03-04', scenes)).toBe(cap);
    expect(given(scenes)).toEqual(pool.map((login) => `${login} ${most}`));
    expect(await time.app().deadLetters()).toBe(0);
    town.assertClean();
  });
});
