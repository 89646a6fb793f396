import { describe, expect, it } from '@jest/globals';
import { effects, useSweeps } from './a-sweep.ts';

const day = 86_400_000;
const our = useSweeps();

/** An issue that was decided and closed; looked back at on the last day of the year. */
async function decided({ review = '**Outcome review**: 2026-12-31\n' }: { review?: string } = {}): Promise<number> {
  const { world } = our.place.standIn;
  const { number } = world.openIssue({ repo: our.place.repo, by: 'alice', title: 'Rotate keys', body: `**Decision Owner**: @bob\n${review}\nShall we?\n` });
  world.addLabels({ repo: our.place.repo, number, by: 'alice', labels: ['RFC'] });
  await our.sweep();
  our.says(number, 'bob', '/decide accept Yes.');
  await our.sweep();
  world.close({ repo: our.place.repo, number, by: 'bob' });
  await our.sweep();
  return number;
}

describe('a sweep without a memory', () => {
  it('asks how a decision turned out, though its RFC was closed long since', async () => {
    const number = await decided();
    our.place.clock.advance(20 * day);
    expect(effects(await our.sweep())).toEqual({});
    our.place.clock.advance(22 * day);
    expect(effects(await our.sweep())[number]).toContain('ask bob how the decision turned out');
    our.place.clock.advance(5 * day);
    expect(effects(await our.sweep())).toEqual({});
    our.says(number, 'bob', '/outcome kept It held.');
    await our.sweep();
    expect(our.own(number)[0]?.replaceAll('\u200b', '')).toContain('It was kept, as @bob wrote on');
  });

  it('leaves alone what nobody wants to look back at', async () => {
    await decided({ review: '' });
    our.place.clock.advance(400 * day);
    expect(effects(await our.sweep())).toEqual({});
  });
});
