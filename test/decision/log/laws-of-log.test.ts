import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../../src/config/schema.ts';
import { isSpeech, type Act } from '../../../src/decision/acts.ts';
import { checkSources } from '../../../src/decision/log/check-sources.ts';
import { compareEntries } from '../../../src/decision/log/compare-entries.ts';
import { entriesOf } from '../../../src/decision/log/entries-of.ts';
import type { LogEntry } from '../../../src/decision/log/entry.ts';
import { progressOf } from '../../../src/decision/ladder/progress-of.ts';
import { statusComments } from '../../../src/decision/markers.ts';
import { recordAsItStands } from '../../../src/decision/record.ts';
import { aSnapshot, headSha } from '../../support/a-snapshot.ts';
import { alice, bob, carol, dan, everybody } from '../../support/a-command-context.ts';
import { ladderStep, play, type HistoryStep } from '../../support/histories.ts';
import { onRung, teamOfDan } from '../../support/ladder-cases.ts';
import { runs, seed } from '../../support/property-runs.ts';
import { aPureRfc } from '../../support/pure-rfc.ts';
import { did, pushed } from '../../support/some-acts.ts';

const openedAt = '2026-03-02T10:00:00Z';
const opened = aSnapshot({
  rfc: { author: bob, createdAt: openedAt, lastHumanActivityAt: openedAt, head: { sha: headSha, fork: null }, labels: ['RFC', 'api'] },
  people: everybody,
  teams: [teamOfDan],
  acts: [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')],
});
const worlds = (['delegate', 'consult', 'consent', 'consensus'] as const).map((rung) => ({ ...defaultConfig, ...onRung(rung) }));
const numRuns = runs({ desk: 60, ci: 200, long: 20_000 });

/** The log after each step, as the looks keep it. */
function logged(config: (typeof worlds)[number], steps: readonly HistoryStep[]) {
  const rfc = aPureRfc(opened, config, new Date(openedAt));
  const log = (): LogEntry[] => {
    const record = rfc.record();
    return record === null ? [] : entriesOf(rfc.snapshot(), record, rfc.config());
  };
  rfc.settle();
  const logs = steps.map((step, index) => {
    play(rfc, step, 1000 + index);
    rfc.settle();
    return log();
  });
  return { rfc, logs };
}

const anyWorld = fc.constantFrom(...worlds);
const anySteps = fc.array(ladderStep, { minLength: 1, maxLength: 20 });

/** Somebody who is neither the author nor the owner says where they stand, or takes it back. */
const voiceStep: fc.Arbitrary<HistoryStep> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), by: fc.constantFrom(carol, dan), body: fc.constantFrom('A thought.', '/support', '/abstain', '/object It is slow.', '/withdraw') }),
  fc.record({ kind: fc.constant('review' as const), by: fc.constantFrom(carol, dan), state: fc.constantFrom('approved' as const, 'changes-requested' as const, 'commented' as const) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 30) }),
);

/** What was decided never reads otherwise, whatever comes after it. */
function core({ n, outcome, by, owner, why, at, isSatisfied, rung }: LogEntry) {
  return { n, outcome, by, owner, why, at, isSatisfied, rung };
}

describe(`the decision log in any history of an RFC (seed ${seed})`, () => {
  it('loses no entry, and never tells otherwise what was decided', () => {
    fc.assert(
      fc.property(anyWorld, anySteps, (config, steps) => {
        let before: LogEntry[] = [];
        for (const now of logged(config, steps).logs) {
          const known = new Map(now.map((entry) => [entry.n, core(entry)]));
          for (const entry of before.filter(({ n }) => n > 0)) expect(known.get(entry.n)).toEqual(core(entry));
          expect(now.slice(0, -1).map(({ result }) => result)).toEqual(now.slice(0, -1).map(() => 'superseded'));
          before = now;
        }
      }),
      { numRuns, seed },
    );
  });

  it('is the same when it is made anew from what stands in the status comment', () => {
    fc.assert(
      fc.property(anyWorld, anySteps, (config, steps) => {
        const { rfc, logs } = logged(config, steps);
        const [status] = statusComments(rfc.snapshot().comments);
        const record = status === undefined ? null : recordAsItStands(status.body);
        expect(compareEntries(logs.at(-1) ?? [], record === null ? [] : entriesOf(rfc.snapshot(), record, rfc.config()))).toEqual([]);
      }),
      { numRuns, seed },
    );
  });

  it('tells of a decision the voices that the ladder shows, whatever they took back', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(voiceStep, { maxLength: 8 }), (config, steps) => {
        const decide: HistoryStep = { kind: 'write', by: alice, body: '/decide anyway accept It is good enough.' };
        const { rfc } = logged(config, [...steps, decide]);
        const [record, snapshot] = [rfc.record(), rfc.snapshot()];
        const [entry] = record === null ? [] : entriesOf(snapshot, record, rfc.config());
        expect(entry).toBeDefined();
        if (record === null || entry === undefined) return;
        const { voices } = progressOf({ snapshot, record, config: rfc.config(), now: new Date(entry.at) });
        const spoken = voices.filter(({ standing }) => standing !== 'silent').map(({ person, standing }) => `${person.login} ${standing}`);
        expect(entry.voices.filter(({ stance }) => stance !== 'silent').map(({ person, stance }) => `${person.login} ${stance}`).sort()).toEqual(spoken.sort());
      }),
      { numRuns, seed },
    );
  });

  it('rests on what was said, and a word that is changed, taken away or given to another is found', () => {
    fc.assert(
      fc.property(anyWorld, anySteps, fc.nat(), (config, steps, pick) => {
        const { rfc, logs } = logged(config, steps);
        const entries = logs.at(-1) ?? [];
        const { acts } = rfc.snapshot();
        expect(checkSources(entries, acts)).toEqual([]);
        const sources = entries.flatMap((entry) => entry.sources);
        const chosen = sources[pick % Math.max(1, sources.length)]?.source;
        if (chosen === undefined) return;
        const isChosen = (act: Act) => isSpeech(act) && act.kind === chosen.in && act.id === chosen.id;
        const changed = (change: (act: Act) => Act[]) => new Set(checkSources(entries, acts.flatMap((act) => (isChosen(act) ? change(act) : [act]))).map(({ fault }) => fault));
        expect(changed((act) => [{ ...act, hash: 'other' } as Act])).toEqual(new Set(['edited']));
        expect(changed(() => [])).toEqual(new Set(['deleted']));
        expect(changed((act) => [{ ...act, by: { ...act.by, id: 424_242 } }])).toEqual(new Set(['another-author']));
        expect(changed((act) => [{ ...act, body: 'Well.' } as Act])).toEqual(new Set(['unsaid']));
      }),
      { numRuns, seed },
    );
  });
});
