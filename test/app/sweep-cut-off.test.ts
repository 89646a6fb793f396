import { describe, expect, it } from '@jest/globals';
import { day, useSweeps } from './a-sweep.ts';

const our = useSweeps();

/** Nine days of a silent RFC and one that is handed over and decided, swept once a day, and again while anything fails. */
async function nineDays(): Promise<string[][]> {
  const [silent, other] = [our.anIssue(), our.anIssue()];
  for (let days = 0; days < 9; days += 1) {
    if (days === 1) our.says(other, 'carol', '/dri take');
    if (days === 2) our.says(other, 'carol', '/dri hand @frida The length is open.');
    if (days === 4) our.says(other, 'bob', '/decide accept Ninety days.\n/dri fly');
    let looks = 0;
    while ((await our.sweep()).rfcs.some(({ outcome }) => outcome === 'failed')) {
      looks += 1;
      if (looks > 20) throw new Error('it comes to no end');
    }
    our.place.clock.advance(day);
  }
  return [silent, other].map((number) => our.own(number).map((body) => body.replace(/<!-- unpause:record .*/, '').replaceAll(our.place.standIn.url, '')));
}

describe('a sweep that is cut off', () => {
  it('after every other write comes to the same end, with nothing said twice', async () => {
    const expected = await nineDays();
    for (const first of [0, 1]) {
      await our.startAnew();
      let writes = first;
      const isCut = ({ method, path }: { method: string; path: string }) => method !== 'GET' && !path.endsWith('/graphql') && (writes += 1) % 2 === 1;
      our.place.standIn.faults.next({ kind: 'reset', moment: 'after', times: Infinity, match: { test: isCut } });
      expect(await nineDays()).toEqual(expected);
    }
    expect(expected.map((comments) => comments.map((body) => /<!-- unpause:(?:event )?([a-z]+)/.exec(body)?.[1]))).toEqual([
      ['status', 'nudge', 'dri'],
      ['status', 'hand', 'reply'],
    ]);
  });
});
