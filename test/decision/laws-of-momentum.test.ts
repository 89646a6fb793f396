import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { foldActs } from '../../src/decision/fold.ts';
import type { Plan } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { newRecord, type Record } from '../../src/decision/record.ts';
import { aSnapshot, headSha } from '../support/a-snapshot.ts';
import { bob, everybody, robot } from '../support/a-command-context.ts';
import { historyStep, play, type HistoryStep } from '../support/histories.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { runs, seed } from '../support/property-runs.ts';
import { did, pushed } from '../support/some-acts.ts';

const config = {
  ...defaultConfig,
  dri: { ...defaultConfig.dri, pool: ['bob', 'carol', 'dan', 'erin'] },
  escalation: { ...defaultConfig.escalation, path: ['erin', 'carol'] },
};

const openedAt = '2026-03-02T10:00:00Z';
const opened = aSnapshot({
  rfc: { author: bob, createdAt: openedAt, lastHumanActivityAt: openedAt, head: { sha: headSha, fork: null } },
  people: everybody,
  acts: [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')],
});

function anRfc(): PureRfc {
  return aPureRfc(opened, config, new Date(openedAt));
}

/** One look after every step. */
function lived(steps: readonly HistoryStep[]): PureRfc {
  const rfc = anRfc();
  rfc.settle();
  steps.forEach((step, index) => {
    play(rfc, step, 1000 + index);
    expectLaws(rfc, rfc.settle());
  });
  return rfc;
}

/** What hangs on people's words alone, and on no moment at which Unpause looked. */
function said({ decisions, objections, voices, tensions }: Record): unknown {
  return { decisions: decisions.map(({ n, outcome, by, why, at, source, reopened }) => ({ n, outcome, by, why, at, source, reopened })), objections, voices, tensions };
}

/** Whether there is a look after a step at all, after how many requests it is cut off, and whether the database forgets. */
interface Harm {
  looks: boolean;
  upTo: number;
  forgets: boolean;
}

const anyHarm: fc.Arbitrary<Harm> = fc.record({ looks: fc.boolean(), upTo: fc.integer({ min: 0, max: 6 }), forgets: fc.boolean() });

function histories(maxLength: number): fc.Arbitrary<[HistoryStep, Harm][]> {
  return fc.array(fc.tuple(historyStep, anyHarm), { minLength: 1, maxLength });
}

describe('any history of an RFC', () => {
  it.each([
    { what: 'short', longest: 8, numRuns: runs({ desk: 2_000, ci: 20_000, long: 100_000 }) },
    { what: 'long', longest: 40, numRuns: runs({ desk: 20, ci: 60, long: 2_000 }) },
  ])(`keeps every law, $numRuns $what ones (seed ${seed})`, ({ longest, numRuns }) => {
    fc.assert(
      fc.property(histories(longest), (steps) => {
        const undisturbed = steps.map(([step]) => step);
        const life = lived(undisturbed);
        expectFoldedAnew(life);
        const pushless = undisturbed.filter(({ kind }) => kind !== 'push');
        expectRebuilt(pushless.length === steps.length ? life : lived(pushless));
        const [one, other] = [harmed(steps).record(), life.record()];
        if (one !== null && other !== null) expect(said(one)).toEqual(said(other));
      }),
      { numRuns, seed },
    );
  });
});

/** The same history, badly looked after; and at the end one look that nobody disturbs. */
function harmed(steps: readonly [HistoryStep, Harm][]): PureRfc {
  const rfc = anRfc();
  steps.forEach(([step, { looks, upTo, forgets }], index) => {
    play(rfc, step, 1000 + index);
    if (looks) rfc.look(upTo);
    if (forgets) rfc.forget();
  });
  expectLaws(rfc, rfc.settle());
  return rfc;
}

/**
 * The timeline tells the same as the record that was kept, where nobody pushed: which text was decided on only the
 * record can know, and a push is what makes another text of it.
 */
function expectRebuilt(rfc: PureRfc): void {
  const kept = rfc.record();
  if (kept === null) return;
  const { record: rebuilt } = foldActs(newRecord(kept.firstSeenAt), { ...rfc.snapshot(), record: { kind: 'none', copy: null } }, config, rfc.now());
  expect({ ...rebuilt, read: null }).toEqual({ ...kept, read: null });
  expect(reconcile({ ...rfc.snapshot(), record: { kind: 'unsealed', record: kept } }, config, rfc.now()).record).toEqual(kept);
}

/** A record that nobody sealed is folded anew, and comes to the same; nobody is answered once more. */
function expectFoldedAnew(rfc: PureRfc): void {
  const kept = rfc.record();
  if (kept === null) return;
  const { record, effects } = reconcile({ ...rfc.snapshot(), record: { kind: 'unsealed', record: kept } }, config, rfc.now());
  expect(record === null ? null : said(record)).toEqual(said(kept));
  expect(effects.filter(({ kind }) => kind === 'react' || kind === 'call')).toEqual([]);
}

/** What holds after every look. Each law by its name, so that one comparison tells which was broken. */
function expectLaws(rfc: PureRfc, { record, effects, wakeAt, explanation }: Plan): void {
  const isOver = !rfc.snapshot().rfc.isOpen || explanation.includes('rest') || explanation.includes('no pause');
  const { comments } = rfc.snapshot();
  const events = comments.map(({ body }) => body.split('\n', 1)[0]);
  const terms = record?.terms ?? [];
  const passes = terms.filter(({ ended }) => ended?.how === 'passed');
  const broken = {
    'nothing is called for once more': effects.some(({ kind }) => kind === 'call'),
    'one term is active': terms.filter(({ ended }) => ended === null).length > 1,
    'there is a next look, or an end': wakeAt === null && !isOver,
    'no bot is called': rfc.calls().some(({ body }) => body.includes(`@${robot.login}`)),
    'every event is there once': new Set(events).size < events.length,
    'who passed is not asked again by Unpause itself': terms.some(
      ({ how, holder, startedAt }) => how === 'asked' && passes.some((pass) => pass.holder.id === holder.id && (pass.ended?.at ?? '') < startedAt),
    ),
  };
  expect(Object.entries(broken).flatMap(([law, isBroken]) => (isBroken ? [law] : []))).toEqual([]);
}
