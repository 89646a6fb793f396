import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryFault } from '../../src/demo/github/edge/faults.ts';
import { useAppInTown } from '../support/app-in-town.ts';
import { click, firstFiles, lastingAct, perform, type Act } from '../support/people-acts.ts';
import { checkSlowly } from '../support/property-runs.ts';
import { ownComments } from '../support/running-app.ts';
import { doublesIn, shownIn } from '../support/shown.ts';

type Fate = DeliveryFault['kind'] | 'well';

const batch = fc.array(lastingAct, { minLength: 1, maxLength: 4 });
const story = fc.array(batch, { minLength: 1, maxLength: 4 });
/** What becomes of one delivery after another, round and round; an RFC of which one delivery arrives is looked at. */
const mixed = fc.array(fc.constantFrom<Fate>('well', 'duplicate', 'lose', 'lose', 'reorder'), { minLength: 1, maxLength: 12 });
const fates = fc.oneof({ weight: 2, arbitrary: mixed }, { weight: 1, arbitrary: fc.constant<Fate[]>(['lose']) });
const clicks = fc.array(click, { maxLength: 3 });

describe('the App, told badly', () => {
  const { town, idle, deliver, sweep, writes } = useAppInTown();

  function suffer(kinds: readonly Fate[]): void {
    const { faults } = town().standIn;
    let told = -1;
    faults.deliveries({ kind: 'duplicate', when: () => kinds[++told % kinds.length] === 'duplicate' });
    faults.deliveries({ kind: 'lose', when: () => kinds[told % kinds.length] === 'lose' });
    faults.deliveries({ kind: 'reorder', when: () => kinds[told % kinds.length] === 'reorder' });
  }

  /** Clicks come at the end, as GitHub shows a lost one nowhere; they may still come twice, or in another order. */
  async function tell(parts: readonly (readonly Act[])[], last: readonly Act[], fate: readonly Fate[] | null): Promise<string> {
    const repo = town().newRepository(firstFiles);
    const { world, faults } = town().standIn;
    await idle();
    for (const acts of parts) {
      if (fate !== null) suffer(fate);
      perform(world, repo, acts);
      await idle();
      faults.clear();
      if (fate !== null) await sweep(repo);
    }
    if (fate !== null) suffer(fate.map((kind) => (kind === 'lose' ? 'duplicate' : kind)));
    perform(world, repo, last);
    await idle();
    faults.clear();
    return repo;
  }

  it('comes to the same end after one sweep, whatever came twice, late or never', async () => {
    await checkSlowly({ desk: 10, ci: 40, long: 600 }, fc.asyncProperty(story, clicks, fates, async (parts, last, fate) => {
      const expected = shownIn(town(), await tell(parts, last, null));
      const repo = await tell(parts, last, fate);
      expect(shownIn(town(), repo)).toEqual(expected);
      expect(doublesIn(town(), repo)).toEqual([]);
    }));
  });

  it('sees in a sweep what changed in the second of the look before, though nobody told', async () => {
    const repo = town().newRepository(firstFiles);
    const { world, faults } = town().standIn;
    const { number } = world.openIssue({ repo, by: 'bob', title: 'Rotate keys', body: '**Decision Owner**: @alice\n' });
    world.addLabels({ repo, number, by: 'bob', labels: ['RFC'] });
    await idle();
    for (const login of ['bob', 'carol', 'alice', 'bob']) {
      faults.deliveries({ kind: 'lose' });
      world.editRfc({ repo, number, by: 'bob', body: `**Decision Owner**: @${login}\n` });
      await idle();
      faults.clear();
      await sweep(repo);
      expect(ownComments(town(), repo, number)).toEqual([expect.stringContaining(`**Who decides:** @\u200b${login} `)]);
    }
  });

  it('does nothing when everything it was told comes again', async () => {
    await checkSlowly({ desk: 5, ci: 14, long: 200 }, fc.asyncProperty(story, clicks, async (parts, last) => {
      const { deliveries } = town().standIn;
      const from = deliveries.log.length;
      const repo = await tell(parts, last, null);
      const [shown, before] = [shownIn(town(), repo), writes(repo)];
      for (const { event, guid, request } of deliveries.log.slice(from)) await deliver(event, JSON.parse(request.body) as object, guid);
      await idle();
      expect(shownIn(town(), repo)).toEqual(shown);
      expect(writes(repo)).toBe(before);
    }));
  });
});
