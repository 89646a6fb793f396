/** What an organisation learns from a decision: stewards hear of it, its outcome is looked back at, and it is found again. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { databasesOfStories } from '../support/databases.ts';
import { aRepository, calledIn, propose, reactionsTo, recordIn, statusesIn, write, type Scene } from '../support/rfc-scene.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

const proposal = '# Rotate keys\n\n**Decision Owner**: @alice\n';
const day = 24 * 3_600_000;

function visibleOn(scene: Scene): string {
  return (statusesIn(scene)[0]?.body ?? '').replaceAll('\u200b', '').replace(/<!-- unpause:record .*/, '');
}

describe.each(databasesOfStories)('what is learnt from a decision, on $name', (kind) => {
  const time = useAppInTime(kind);
  afterEach(async () => {
    time.town.assertClean();
    expect(await time.app().deadLetters()).toBe(0);
  });

  it('is asked for on the day that the document names, where the RFC is merged long since', async () => {
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': '' }), { text: `${proposal}**Outcome review**: 2026-06-01\n` });
    const { world } = time.town.standIn;
    await time.settle();
    write(scene, 'alice', '/decide accept Yearly it is.');
    await time.settle();
    world.merge({ repo: scene.repo, number: scene.number, by: 'alice' });
    await time.settle();
    expect(visibleOn(scene)).toContain('**Looking back:** on Monday 2026-06-01');

    await time.until('05-29T10:00');
    expect(calledIn(scene)).toEqual([]);
    await time.until('06-01T08:00');
    expect(calledIn(scene)).toEqual([]);
    await time.until('06-01T09:00');
    expect(calledIn(scene)).toEqual(['06-01T09:00 outcome to alice']);
    await time.pass(60 * day);
    expect(calledIn(scene)).toEqual(['06-01T09:00 outcome to alice']);

    const word = write(scene, 'alice', '/outcome changed Twice a year is better.');
    await time.settle();
    expect(reactionsTo(word)).toEqual(['+1']);
    expect(recordIn(scene)?.decisions.map(({ reviewed }) => [reviewed?.outcome, reviewed?.why])).toEqual([['changed', 'Twice a year is better.']]);
    expect(visibleOn(scene)).toContain('**How it turned out:** It was changed, as @alice wrote on');
  });

  it('is asked for once, though the database is lost before', async () => {
    await time.morning();
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': 'decision: {review-after: 30 days}\n' }), { text: proposal });
    await time.settle();
    write(scene, 'alice', '/decide reject Not this year.');
    await time.settle();
    const decidedAt = time.now();
    await time.pass(31 * day);
    await time.morning();
    const asked = calledIn(scene);
    expect(asked).toEqual([expect.stringMatching(/outcome to alice$/)]);
    expect(Date.parse(`${decidedAt.getUTCFullYear()}-${asked[0]?.slice(0, 11) ?? ''}:00Z`) - decidedAt.getTime()).toBeGreaterThan(28 * day);
    await time.loseDatabase();
    write(scene, 'bob', 'A thought.');
    await time.settle();
    expect(calledIn(scene)).toEqual(asked);
  });

  it('reaches the stewards as it begins and once it is made, and asks them for nothing', async () => {
    await time.morning();
    const config = 'stewards: {pool: [dan, erin]}\ndomains:\n  keys: {when: {paths: ["rfcs/**"]}, rung: delegate, zone: centre-aware}\n';
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': config }), { text: proposal });
    await time.settle();
    expect(calledIn(scene)).toEqual([expect.stringMatching(/centre to dan, erin$/)]);
    expect(visibleOn(scene)).toContain('@dan and @erin are told as it begins, and once it is decided.');

    write(scene, 'alice', '/decide accept Yearly it is.');
    await time.settle();
    expect(calledIn(scene)).toEqual([expect.stringMatching(/centre to dan, erin$/), expect.stringMatching(/centre to dan, erin$/)]);
    await time.pass(30 * day);
    expect(calledIn(scene)).toHaveLength(2);
  });

  it('reaches the stewards once at its end, also where it is merged without a decision', async () => {
    await time.morning();
    const config = 'stewards: {pool: [dan, erin]}\ndomains:\n  keys: {when: {paths: ["rfcs/**"]}, rung: delegate, zone: centre-aware}\n';
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': config }), { text: proposal });
    await time.settle();
    time.town.standIn.world.merge({ repo: scene.repo, number: scene.number, by: 'alice' });
    await time.settle();
    const told = () => calledIn(scene).filter((call) => call.includes('centre'));
    expect(told()).toHaveLength(2);
    await time.pass(30 * day);
    expect(told()).toHaveLength(2);
  });

  it('is found again by its topic, in this repository and no other', async () => {
    await time.morning();
    const repo = aRepository(time.town, { '.github/unpause.yml': '' });
    const first = propose(time.town, repo, { text: `${proposal}**Topic**: key rotation\n`, branch: 'first' });
    await time.settle();
    write(first, 'alice', '/decide reject Not this year.');
    await time.settle();
    const second = propose(time.town, repo, { text: `${proposal}**Topic**: Key Rotation\n`, branch: 'second' });
    const elsewhere = propose(time.town, aRepository(time.town, { '.github/unpause.yml': '' }), { text: `${proposal}**Topic**: key rotation\n` });
    await time.settle();
    expect(visibleOn(second)).toContain('**Decided before on `Key Rotation`:**\n\n- Rejected on');
    expect(visibleOn(second)).toContain(`/${repo}/pull/${first.number}`);
    for (const scene of [first, elsewhere]) expect(visibleOn(scene)).not.toContain('Decided before');
  });

  it('is shown as principles, which are advice', async () => {
    const config = 'principles: [{id: small-steps, text: We take small steps}]\ndomains:\n  keys: {when: {paths: ["rfcs/**"]}, rung: delegate, zone: principle-check}\nrequire-decision: true\n';
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': config }), { text: proposal });
    await time.settle();
    expect(visibleOn(scene)).toContain('`small-steps` may be worth a look');
    expect(visibleOn(scene)).not.toContain('Missing principle');
    write(scene, 'bob', '/cite small-steps');
    await time.settle();
    expect(visibleOn(scene)).toContain('- `small-steps`: “We take small steps” (@bob, [comment]');
    expect(visibleOn(scene)).not.toMatch(/Nothing waits for it|Missing principle/);
  });
});
