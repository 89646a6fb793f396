import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { isSpeech } from '../../src/decision/acts.ts';
import { withAway } from '../../src/decision/commands/aways-in.ts';
import { linesFor } from '../../src/decision/commands/run-commands.ts';
import { decisionInForce } from '../../src/decision/decided.ts';
import { foldActs } from '../../src/decision/fold.ts';
import { listedOnce } from '../../src/decision/listed-once.ts';
import { statusComments } from '../../src/decision/markers.ts';
import type { Plan } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { newRecord, type Record } from '../../src/decision/record.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { aSnapshot, headSha, idle } from '../support/a-snapshot.ts';
import { alice, bob, carol, dan, erin, everybody, robot } from '../support/a-command-context.ts';
import { unfairAsks } from '../support/asked-fairly.ts';
import { historyStep, play, quietStep, type HistoryStep } from '../support/histories.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { runs, seed } from '../support/property-runs.ts';
import { did, pushed } from '../support/some-acts.ts';

const hour = 3_600_000;
/** GitHub would not assign them. */
const frank: Account = { id: 16, login: 'frank', isBot: false };

/** Everybody is in the pool, also those who are never to be asked. */
const pool = [alice, bob, carol, dan, erin, frank, robot];
const config = {
  ...defaultConfig,
  dri: { ...defaultConfig.dri, pool: pool.map(({ login }) => login) },
  escalation: { ...defaultConfig.escalation, path: ['erin', 'carol'] },
};

const openedAt = '2026-03-02T10:00:00Z';
const elsewhere = { startedAt: '2026-03-01T10:00:00Z', endedAt: null, isVolunteered: false };
const opened = aSnapshot({
  rfc: { author: bob, createdAt: openedAt, lastHumanActivityAt: openedAt, head: { sha: headSha, fork: null } },
  people: [...everybody, { account: frank, permission: 'write', isAssignable: false }],
  acts: [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')],
  load: {
    ...idle,
    // Dan has his hands full for a week, and Carol for two; Erin has done least lately, and would be asked again and again.
    terms: [
      { ...elsewhere, holder: dan.id, dueAt: '2026-03-10T10:00:00Z' },
      { ...elsewhere, holder: dan.id, dueAt: '2026-03-11T10:00:00Z' },
      { ...elsewhere, holder: carol.id, dueAt: '2026-03-16T10:00:00Z' },
      { ...elsewhere, holder: carol.id, dueAt: '2026-03-17T10:00:00Z' },
    ],
  },
});

function anRfc(): PureRfc {
  return aPureRfc(opened, config, new Date(openedAt));
}

/** One look, cut off after some requests: whom it asks, and whom it hears to be away, are seen to. */
function look(rfc: PureRfc, upTo?: number): Plan {
  const snapshot = listedOnce(rfc.snapshot());
  const plan = rfc.look(upTo);
  expect(unfairAsks({ snapshot, plan, config, owner: alice, pool, at: rfc.now() })).toEqual([]);
  if (plan.aways.length > 0) rfc.change((seen) => ({ ...seen, load: { ...seen.load, absences: plan.aways.reduce(withAway, seen.load.absences) } }));
  return plan;
}

/** Looks until nothing more is written. */
function settle(rfc: PureRfc): Plan {
  for (let looks = 0; looks < 10; looks += 1) {
    const plan = look(rfc);
    if (rfc.requests() === 0) return plan;
  }
  throw new Error('ten looks in a row changed something');
}

/** One look after every step. */
function lived(steps: readonly HistoryStep[]): PureRfc {
  const rfc = anRfc();
  settle(rfc);
  steps.forEach((step, index) => {
    play(rfc, step, 1000 + index);
    expectLaws(rfc, settle(rfc));
  });
  return rfc;
}

/** What hangs on people's words alone, and on no moment at which Unpause looked: which of them were read is part of it. */
function said({ decisions, objections, voices, tensions, namedOwner, read }: Record): unknown {
  return { decisions: decisions.map(({ n, outcome, by, why, at, source, reopened }) => ({ n, outcome, by, why, at, source, reopened })), objections, voices, tensions, namedOwner, read };
}

/** What people brought about among themselves, where Unpause asked nobody: whom it asks, and when, hangs on its looks. */
function broughtAbout({ terms, waits, passed, escalations }: Record): unknown {
  return {
    terms: terms.map(({ n, holder, step, scope, how, startedAt, source }) => ({ n, holder, step, scope, how, startedAt, source })),
    waits,
    passed,
    escalations: escalations.map(({ n, by, why, source, openedAt, to }) => ({ n, by, why, source, openedAt, to })),
  };
}

function hasAsked(rfc: PureRfc): boolean {
  return rfc.calls().some(({ body }) => /^<!-- unpause:event (?:dri|escalation|steward)\./.test(body));
}

/**
 * Whether there is a look after a step at all, after how many requests it is cut off, whether the database forgets,
 * how the list of what was done is shown from then on, and by how many hours the clock of the look is wrong.
 */
interface Harm {
  looks: boolean;
  upTo: number;
  forgets: boolean;
  listed: 'as it is' | 'twice' | 'swapped';
  hours: number;
}

const anyHarm: fc.Arbitrary<Harm> = fc.record({
  looks: fc.boolean(),
  upTo: fc.integer({ min: 0, max: 6 }),
  forgets: fc.boolean(),
  listed: fc.constantFrom('as it is', 'twice', 'swapped'),
  hours: fc.constantFrom(0, 0, -1),
});

function histories(step: fc.Arbitrary<HistoryStep>, lengths: { minLength: number; maxLength: number }): fc.Arbitrary<[HistoryStep, Harm][]> {
  return fc.array(fc.tuple(step, anyHarm), lengths);
}

describe('any history of an RFC', () => {
  it.each([
    { what: 'short', step: historyStep, least: 1, longest: 8, numRuns: runs({ desk: 2_000, ci: 10_000, long: 100_000 }) },
    { what: 'long', step: historyStep, least: 1, longest: 40, numRuns: runs({ desk: 20, ci: 60, long: 2_000 }) },
    { what: 'quiet', step: quietStep, least: 10, longest: 25, numRuns: runs({ desk: 60, ci: 300, long: 5_000 }) },
  ])(`keeps every law, $numRuns $what ones (seed ${seed})`, ({ step: anyStep, least, longest, numRuns }) => {
    fc.assert(
      fc.property(histories(anyStep, { minLength: least, maxLength: longest }), (steps) => {
        const undisturbed = steps.map(([step]) => step);
        const [life, harmedLife] = [lived(undisturbed), harmed(steps)];
        expectFoldedAnew(life);
        const pushless = undisturbed.filter(({ kind }) => kind !== 'push');
        const isPushless = pushless.length === steps.length;
        expectRebuilt(isPushless ? life : lived(pushless));
        expectSameSaid(harmedLife, life);
        // When a push was seen changes what the RFC waited for when somebody spoke.
        if (isPushless) expectSameBroughtAbout(harmedLife, life);
      }),
      { numRuns, seed },
    );
  });
});

/** The same history, badly looked after; and at the end one look that nobody disturbs. */
function harmed(steps: readonly [HistoryStep, Harm][]): PureRfc {
  const rfc = anRfc();
  steps.forEach(([step, { looks, upTo, forgets, listed, hours }], index) => {
    play(rfc, step, 1000 + index);
    if (listed !== 'as it is') rfc.change(({ acts, comments, ...rest }) => ({ ...rest, acts: lists[listed](acts), comments: lists[listed](comments) }));
    rfc.skew(hours * hour);
    if (looks) look(rfc, upTo);
    rfc.skew(0);
    if (forgets) rfc.forget();
  });
  expectLaws(rfc, settle(rfc));
  return rfc;
}

/** A list that changed while it was read, page by page. */
const lists = {
  twice: <Item>(items: readonly Item[]): Item[] => [...items, ...items.slice(-1)],
  swapped: <Item>(items: readonly Item[]): Item[] => [...items.slice(0, -2), ...items.slice(-2).reverse()],
};

function expectSameSaid(one: PureRfc, other: PureRfc): void {
  const [record, expected] = [one.record(), other.record()];
  if (record !== null && expected !== null) expect(said(record)).toEqual(said(expected));
}

function expectSameBroughtAbout(one: PureRfc, other: PureRfc): void {
  const [record, expected] = [one.record(), other.record()];
  if (record === null || expected === null || hasAsked(one) || hasAsked(other)) return;
  expect(broughtAbout(record)).toEqual(broughtAbout(expected));
}

/**
 * The timeline tells the same as the record that was kept, where nobody pushed: which text was decided on only the
 * record can know, and a push is what makes another text of it.
 */
function expectRebuilt(rfc: PureRfc): void {
  const kept = rfc.record();
  if (kept === null) return;
  const { record: rebuilt } = foldActs(newRecord(kept.firstSeenAt), { ...rfc.snapshot(), record: { kind: 'none', copy: null } }, config, rfc.now());
  expect(rebuilt).toEqual(kept);
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
function expectLaws(rfc: PureRfc, plan: Plan): void {
  const { record, effects, wakeAt } = plan;
  const { comments } = listedOnce(rfc.snapshot());
  const events = comments.map(({ body }) => body.split('\n', 1)[0]);
  const terms = record?.terms ?? [];
  const passes = terms.filter(({ ended }) => ended?.how === 'passed');
  const broken = {
    'nothing is called for once more': effects.some(({ kind }) => kind === 'call'),
    'one term is active': terms.filter(({ ended }) => ended === null).length > 1,
    'there is a next look, or an end that can be seen': wakeAt === null && !isVisiblyOver(rfc, plan),
    'no bot is called': rfc.calls().some(({ body }) => body.includes(`@${robot.login}`)),
    'every event is there once': new Set(events).size < events.length,
    'whoever writes commands gets one reaction': !isAnsweredOnce(rfc),
    'who passed is not asked again by Unpause itself': terms.some(
      ({ how, holder, startedAt }) => how === 'asked' && passes.some((pass) => pass.holder.id === holder.id && (pass.ended?.at ?? '') < startedAt),
    ),
  };
  expect(Object.entries(broken).flatMap(([law, isBroken]) => (isBroken ? [law] : []))).toEqual([]);
}

/** Whoever opens the RFC sees why nothing more comes by itself. */
function isVisiblyOver(rfc: PureRfc, { record, explanation }: Plan): boolean {
  const { rfc: facts, comments } = rfc.snapshot();
  const [status] = statusComments(comments);
  if (explanation.includes('rest')) return status?.body.includes('**Needs a steward:**') === true;
  const isDecided = record !== null && decisionInForce(record) !== null && status?.body.includes('**Decision:**') === true;
  return !facts.isOpen || facts.isDraft || isDecided;
}

/** Every comment and review in which a person wrote what is meant for Unpause has one reaction, and no other has any. */
function isAnsweredOnce(rfc: PureRfc): boolean {
  const { acts, comments, rfc: facts } = listedOnce(rfc.snapshot());
  const written = acts.flatMap((act) => (isSpeech(act) && !act.by.isBot && holdsCommands(act.body) ? [`${act.kind} ${act.id}`] : []));
  const answered = rfc.reactions().map(({ to }) => `${to.in} ${to.id}`);
  // What was closed before Unpause wrote anything is nobody's question any more.
  const isUnwatched = !facts.isOpen && comments.length === 0;
  return new Set(answered).size === answered.length && answered.every((id) => written.includes(id)) && (isUnwatched || answered.length === written.length);
}

/** What was said of the few texts that histories are made of: parsing them again takes most of the time. */
const known = new Map<string, boolean>();

function holdsCommands(body: string): boolean {
  const holds = known.get(body) ?? linesFor(body).length > 0;
  known.set(body, holds);
  return holds;
}
