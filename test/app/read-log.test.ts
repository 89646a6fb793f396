import { describe, expect, it } from '@jest/globals';
import { checkLog, openLogWithToken, type CheckedRfc } from '../../src/app/log-with-token.ts';
import { useSweeps } from './a-sweep.ts';

describe('the log, read from GitHub', () => {
  const sweeps = useSweeps();
  const { sweep, anIssue, says } = sweeps;

  async function log(): Promise<CheckedRfc[]> {
    const { standIn, clock, userToken } = sweeps.place;
    const { rfcs } = await openLogWithToken({ token: userToken('carol'), apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo: 'rfcs', privateKey: null, now: () => clock.now() });
    const found: CheckedRfc[] = [];
    for await (const checked of checkLog(rfcs)) found.push(checked);
    return found;
  }

  async function told(): Promise<string[]> {
    return (await log()).flatMap(({ entries }) => entries.map(({ number, n, result }) => `#${number}.${n} ${result}`));
  }

  function aPullRequest(branch: string): number {
    const { repo, standIn: { world } } = sweeps.place;
    world.push({ repo, by: 'bob', branch, files: { [`notes/${branch}.txt`]: 'Let us.' } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: branch, head: branch, body: '**Decision Owner**: @alice\n**Topic**: Keys\n\nLet us.\n' });
    world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
    sweeps.place.clock.advance(60_000);
    return number;
  }

  const unlabel = (number: number): void => {
    const { repo, standIn, clock } = sweeps.place;
    standIn.world.removeLabel({ repo, number, by: 'bob', label: 'RFC' });
    clock.advance(60_000);
  };
  const merge = (number: number): void => {
    const { repo, standIn, clock } = sweeps.place;
    standIn.world.merge({ repo, number, by: 'bob' });
    clock.advance(60_000);
  };

  it('holds what was decided, whatever became of the label, the newest first', async () => {
    const [decided, issue, merged, before] = [aPullRequest('decided'), anIssue(), aPullRequest('merged'), aPullRequest('before')];
    await sweep();
    says(decided, 'alice', '/decide accept It is time.');
    says(issue, 'bob', '/decide reject It is too dear.');
    says(merged, 'carol', '/object It is too long.');
    says(before, 'carol', '/object It is too long.');
    await sweep();
    const kept = anIssue();
    says(kept, 'bob', '/decide accept It is cheap.');
    await sweep();
    unlabel(before);
    for (const number of [decided, merged, before]) merge(number);
    await sweep();
    const whole = await log();
    for (const number of [decided, issue, merged]) unlabel(number);
    // Without the label it was nobody's question any more when it was merged.
    expect(await told()).toEqual([`#${kept}.1 accepted`, `#${merged}.0 merged-without-decision`, `#${issue}.1 rejected`, `#${decided}.1 accepted`]);
    expect(await log()).toEqual(whole);
    expect(whole.at(-1)?.entries[0]).toMatchObject({ topic: 'Keys' });
  });

  it('holds what was decided after more than a hundred comments', async () => {
    const number = anIssue();
    for (let index = 0; index < 101; index += 1) says(number, 'carol', `Word ${index}.`);
    await sweep();
    says(number, 'bob', '/decide accept It is time.');
    await sweep();
    expect(await told()).toEqual([`#${number}.1 accepted`]);
  });

  it('asks about nothing where no status comment stands', async () => {
    for (let index = 0; index < 5; index += 1) anIssue();
    const { requests } = sweeps.place.standIn;
    const before = requests.length;
    expect(await log()).toEqual([]);
    expect(requests.slice(before).filter(({ path }) => /\/issues\/(?:\d+|comments\/)/.test(path))).toEqual([]);
  });
});
