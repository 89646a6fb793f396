/** The worlds in which histories are played, and what holds of a life once it is over, or told again. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { foldActs } from '../../src/decision/fold.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { newRecord, type Record } from '../../src/decision/record.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { aSnapshot, headSha, idle } from './a-snapshot.ts';
import { alice, bob, carol, dan, erin, everybody, robot } from './a-command-context.ts';
import type { HistoryStep } from './histories.ts';
import { onRung, teamOfDan } from './ladder-cases.ts';
import { anyHarm, type Harm, type World } from './lives.ts';
import { did, pushed } from './some-acts.ts';

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

/** The RFC that most histories are of. */
export const plain: World = { opened, config, pool };
/** The same where a domain is on a rung of the ladder: people are asked, their voices counted, and decisions wait. */
export const ladders = (['consult', 'consent', 'consensus'] as const).map((rung): World => {
  const { domains, decision } = onRung(rung);
  return { opened: { ...opened, rfc: { ...opened.rfc, labels: ['RFC', 'api'] }, teams: [teamOfDan] }, config: { ...config, domains, decision }, pool };
});

/** What hangs on people's words alone, and on no moment at which Unpause looked: which of them were read is part of it. */
export function said(record: Record): unknown {
  return { ...saidOfIt(record), decisions: record.decisions.map(({ n, outcome, by, why, at, source, reopened }) => ({ n, outcome, by, why, at, source, reopened })) };
}

/** The same but for decisions, which hang on a period, and so on when Unpause looked. */
export function saidOfIt({ objections, voices, tensions, namedOwner, read }: Record) {
  return { objections, voices, tensions, namedOwner, read };
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

/** Steps, each with what befalls the look after it. */
export function histories(step: fc.Arbitrary<HistoryStep>, lengths: { minLength: number; maxLength: number }): fc.Arbitrary<[HistoryStep, Harm][]> {
  return fc.array(fc.tuple(step, anyHarm), lengths);
}

/** Whether GitHub's timeline tells of it, and when it was. */
export function isTold({ kind }: HistoryStep): boolean {
  return kind !== 'push' && kind !== 'edit' && kind !== 'team' && kind !== 'config';
}

/** The records tell the same, as far as is asked. */
export function expectSame(what: (record: Record) => unknown, one: PureRfc, other: PureRfc): void {
  const [record, expected] = [one.record(), other.record()];
  if (record !== null && expected !== null) expect(what(record)).toEqual(what(expected));
}

/** People brought about the same in both. */
export function expectSameBroughtAbout(one: PureRfc, other: PureRfc): void {
  const [record, expected] = [one.record(), other.record()];
  if (record === null || expected === null || hasAsked(one) || hasAsked(other)) return;
  expect(broughtAbout(record)).toEqual(broughtAbout(expected));
}

/**
 * The timeline tells the same as the record that was kept, where nobody pushed: which text was decided on only the
 * record can know, and a push is what makes another text of it.
 */
export function expectRebuilt(rfc: PureRfc): void {
  const kept = rfc.record();
  if (kept === null) return;
  const { record: rebuilt } = foldActs(newRecord(kept.firstSeenAt), { ...rfc.snapshot(), record: { kind: 'none', copy: null } }, rfc.config(), rfc.now());
  expect(rebuilt).toEqual(kept);
  expect(reconcile({ ...rfc.snapshot(), record: { kind: 'unsealed', record: kept } }, rfc.config(), rfc.now()).record).toEqual(kept);
}

/** A record that nobody sealed is folded anew, and comes to the same; nobody is answered once more. */
export function expectFoldedAnew(rfc: PureRfc): void {
  const kept = rfc.record();
  if (kept === null) return;
  const { record, effects } = reconcile({ ...rfc.snapshot(), record: { kind: 'unsealed', record: kept } }, rfc.config(), rfc.now());
  expect(record === null ? null : said(record)).toEqual(said(kept));
  expect(effects.filter(({ kind }) => kind === 'react' || kind === 'call')).toEqual([]);
}
