import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FaultKind } from '../../src/demo/github/edge/faults.ts';
import { useAppInTown } from '../support/app-in-town.ts';
import { click, firstFiles, lastingAct, perform, type Act } from '../support/people-acts.ts';
import { checkSlowly } from '../support/property-runs.ts';
import { doublesIn, shownIn, type Shown } from '../support/shown.ts';

/** What is done at once, before anybody has looked at any of it. */
const batch = fc.array(fc.oneof({ weight: 5, arbitrary: lastingAct }, { weight: 1, arbitrary: click }), { minLength: 1, maxLength: 4 });
const story = fc.array(batch, { minLength: 1, maxLength: 4 });

const writing = ({ method, path }: { method: string; path: string }): boolean => method !== 'GET' && path.startsWith('/repos/');

/** Faults of GitHub: the nth request from now on meets it. */
interface Trouble {
  nth: number;
  kind: FaultKind;
  moment: 'before' | 'after';
}

const outage = fc.record({ nth: fc.nat(30), kind: fc.constantFrom<FaultKind>(500, 502, 503, 'reset', 'hang'), moment: fc.constantFrom<Trouble['moment']>('before', 'after') });
const limit = fc.record({ nth: fc.nat(30), kind: fc.constantFrom<FaultKind>('secondary-limit', 'too-many-requests', 'primary-limit'), moment: fc.constant<Trouble['moment']>('before') });
const troubles = fc.array(fc.oneof({ weight: 4, arbitrary: outage }, { weight: 1, arbitrary: limit }), { minLength: 1, maxLength: 4 });

/** What a request that hangs costs, in milliseconds. */
const requestTimeout = 500;

describe('the App, in a random world', () => {
  const { town, idle, sweep, writes } = useAppInTown({ requestTimeout });

  /** Tells a story in a repository of its own; `before` is called ahead of each part of it. */
  async function tell(parts: readonly (readonly Act[])[], before: (part: number) => void = () => undefined): Promise<string> {
    const repo = town().newRepository(firstFiles);
    await idle();
    for (const [part, acts] of parts.entries()) {
      before(part);
      perform(town().standIn.world, repo, acts);
      await idle();
      town().standIn.faults.clear();
    }
    return repo;
  }

  /** The nth request from now on that fits goes wrong. */
  function breakNth({ nth, kind, moment }: Trouble, fits: typeof writing = ({ path }) => path.startsWith('/repos/')): void {
    let seen = 0;
    town().standIn.faults.next({ match: { test: (asked) => fits(asked) && seen++ === nth }, kind, moment, retryAfter: 1 });
  }

  function expectSame(repo: string, expected: Shown): void {
    expect(shownIn(town(), repo)).toEqual(expected);
    expect(doublesIn(town(), repo)).toEqual([]);
  }

  it('writes nothing where it looks again at what it has seen', async () => {
    await checkSlowly({ desk: 8, ci: 24, long: 400 }, fc.asyncProperty(story, async (parts) => {
      const repo = await tell(parts);
      const [before, shown] = [writes(repo), shownIn(town(), repo)];
      expect(doublesIn(town(), repo)).toEqual([]);
      for (const issue of town().standIn.world.repository(repo).issues.values()) {
        // A word by somebody who has no part in it: each of them is looked at, whatever the sweep thinks.
        if (issue !== null) town().standIn.world.comment({ repo, number: issue.number, by: 'carol', body: 'Hm.' });
      }
      await idle();
      expectSame(repo, shown);
      const afterWords = writes(repo);
      await sweep(repo);
      expect({ afterWords, afterSweep: writes(repo) }).toEqual({ afterWords: before, afterSweep: before });
    }));
  });

  it('comes to the same end whichever of its writes was the last before a crash', async () => {
    await checkSlowly({ desk: 2, ci: 6, long: 100 }, fc.asyncProperty(fc.array(batch, { maxLength: 2 }), batch, async (first, last) => {
      const clean = await tell([...first, last]);
      const expected = shownIn(town(), clean);
      for (let nth = 0, isHit = true; isHit; nth++) {
        let before = 0;
        const repo = await tell([...first, last], (part) => {
          before = town().standIn.requests.length;
          if (part === first.length) breakNth({ nth, kind: 'reset', moment: 'after' }, writing);
        });
        isHit = town().standIn.requests.slice(before).some(({ fault }) => fault !== null);
        expectSame(repo, expected);
      }
    }));
  });

  it('comes to the same end through outages, broken connections and limits', async () => {
    await checkSlowly({ desk: 5, ci: 18, long: 300 }, fc.asyncProperty(story, troubles, async (parts, faults) => {
      const expected = shownIn(town(), await tell(parts));
      const repo = await tell(parts, () => {
        for (const fault of faults) breakNth(fault);
      });
      expectSame(repo, expected);
    }));
  });
});
