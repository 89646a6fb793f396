import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, erin, everybody } from '../support/a-command-context.ts';
import { aSnapshot, headSha } from '../support/a-snapshot.ts';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { did, pushed, wrote } from '../support/some-acts.ts';

const config = {
  ...defaultConfig,
  'require-decision': true,
  dri: { ...defaultConfig.dri, pool: ['carol'] },
  escalation: { ...defaultConfig.escalation, path: ['erin'] },
};

/** When somebody looks, and what was written just then. */
const story: readonly [moment: string, by?: Account, body?: string][] = [
  ['03-02T10:00', bob, '/dir take'],
  ['03-05T10:00'],
  ['03-09T10:00'],
  ['03-10T10:00', carol, '/dri hand @dan The survey is done, the text is not.'],
  ['03-13T10:00'],
  ['03-13T15:00', erin, 'Rotating them yearly is enough for me.'],
  ['03-16T11:00', alice, '/decide accept Yearly it is.\n/dri help'],
  ['03-17T11:00', bob, '/object The keys are too short.\n/dri away until 2w'],
];

interface Told {
  rfc: PureRfc;
  /** How many requests were made in all. */
  made: number;
}

/** The story, with the look cut off that makes the request of this number; the database may forget with it. */
function tell(cutAfter: number, forgets: boolean): Told {
  const at = '2026-03-02T10:00:00Z';
  const acts = [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')];
  const facts = { author: bob, createdAt: at, lastHumanActivityAt: at, head: { sha: headSha, fork: null } };
  const rfc = aPureRfc(aSnapshot({ rfc: facts, people: everybody, acts }), config, new Date(at));
  let made = 0;
  const settle = (): void => {
    for (let looks = 0; looks < 20; looks += 1) {
      rfc.look(made < cutAfter ? cutAfter - made : Infinity);
      const requests = rfc.requests();
      made += requests;
      if (forgets && made === cutAfter) rfc.forget();
      if (requests === 0) return;
    }
    throw new Error('twenty looks in a row changed something');
  };
  settle();
  for (const [moment, by, body] of story) {
    rfc.pass(Date.parse(`2026-${moment}:00Z`) - rfc.now().getTime());
    if (by !== undefined) rfc.act(wrote(by, moment, body));
    settle();
  }
  return { rfc, made };
}

function endOf({ rfc }: Told): unknown {
  const { comments, assignees, rfc: { labels }, checkRuns } = rfc.snapshot();
  const written = comments.map(({ body, createdAt }) => ({ createdAt, body }));
  return { record: rfc.record(), written, assignees, labels, runs: checkRuns.map(({ name, externalId }) => ({ name, externalId })) };
}

describe('a story whose looks are cut off', () => {
  const whole = tell(Infinity, false);

  it('is one with a decision in the end', () => {
    expect(whole.rfc.record()).toMatchObject({ terms: [{}, {}], escalations: [{}], decisions: [{ outcome: 'accept' }] });
    expect(whole.made).toBeGreaterThan(25);
  });

  it.each([
    ['the database remembers', false],
    ['the database forgets', true],
  ])('comes to the same end, after whichever request, and %s', (_, forgets) => {
    for (let cut = 1; cut <= whole.made; cut += 1) expect({ cut, end: endOf(tell(cut, forgets)) }).toEqual({ cut, end: endOf(whole) });
  });
});
