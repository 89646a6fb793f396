import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import { isTeam } from '../../src/decision/acts.ts';
import { pauseOf } from '../../src/decision/pause.ts';
import type { Decision, Record } from '../../src/decision/record-schema.ts';
import { stretchesOf } from '../../src/decision/stretches.ts';
import { alice, aRecord, aSource, bob, carol, dan, everybody, named, robot } from '../support/a-command-context.ts';
import { aDocument, aSnapshot, headSha, ownerless, type SnapshotParts } from '../support/a-snapshot.ts';
import { historyStep, play, type HistoryStep } from '../support/histories.ts';
import { runs, seed } from '../support/property-runs.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { did, on, pushed, requested, reviewed, wrote } from '../support/some-acts.ts';

interface Parts extends SnapshotParts {
  kept?: Partial<Record>;
  now?: string;
}

/** The RFC is Bob's, opened on a Monday, and Carol is to decide, by Friday of next week. */
const carols = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @carol\n**Decide by**: 2026-03-13\n' });
const openedAt = on('03-02T00:00');
const newSha = 'c'.repeat(40);

/** Each in short: `awaiting-review 03-02T00:00 to 03-04T00:00: 2 days`. */
function stretches({ kept, now = on('03-07T00:00'), rfc, ...parts }: Parts): string[] {
  const snapshot = aSnapshot({ people: everybody, documents: [carols], rfc: { author: bob, createdAt: openedAt, ...rfc }, ...parts });
  const found = stretchesOf({ snapshot, record: aRecord(kept), config: defaultConfig, now: new Date(now) });
  return found.map(({ kind, from, until, days }) => `${kind} ${from.slice(5, 16)} to ${until.slice(5, 16)}: ${Number(days.toFixed(2))} days`);
}

function decided(parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: named(carol), owner: named(carol), why: 'Yes.', at: on('03-05T00:00'), source: aSource(carol), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null, ...parts };
}

const asked = requested(dan, '03-03T00:00');

describe('stretchesOf', () => {
  it.each<[string, Parts, string[]]>([
    ['nobody was asked for anything', {}, ['drifting 03-02T00:00 to 03-07T00:00: 5 days']],
    [
      'a reviewer answers, and the owner decides',
      { acts: [asked, reviewed(dan, '03-04T00:00')], kept: { decisions: [decided()] } },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'awaiting-review 03-03T00:00 to 03-04T00:00: 1 days', 'awaiting-decision 03-04T00:00 to 03-05T00:00: 1 days'],
    ],
    [
      'the author moves in between',
      { acts: [wrote(bob, '03-04T00:00')] },
      ['drifting 03-02T00:00 to 03-04T00:00: 2 days', 'drifting 03-04T00:00 to 03-07T00:00: 3 days'],
    ],
    [
      'others talk while a review is awaited',
      { acts: [asked, wrote(alice, '03-04T00:00')] },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'awaiting-review 03-03T00:00 to 03-07T00:00: 4 days'],
    ],
    ['a weekend lies in it', { now: on('03-10T00:00') }, ['drifting 03-02T00:00 to 03-10T00:00: 6 days']],
    [
      'the date passes',
      { now: on('03-17T00:00') },
      ['drifting 03-02T00:00 to 03-14T00:00: 10 days', 'overdue 03-14T00:00 to 03-17T00:00: 1 days'],
    ],
    [
      'a wait was planned',
      { kept: { waits: [{ kind: 'wait', by: named(bob), from: on('03-03T00:00'), until: on('03-05T00:00'), why: 'The audit.', source: aSource(bob) }] } },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'drifting 03-05T00:00 to 03-07T00:00: 2 days'],
    ],
    [
      'it was a draft for a day',
      { acts: [did('drafted', bob, '03-03T00:00'), did('readied', bob, '03-04T00:00')] },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'drifting 03-04T00:00 to 03-07T00:00: 3 days'],
    ],
    [
      'an objection was raised and withdrawn',
      { kept: { objections: [{ by: named(dan), why: 'No.', isBinding: true, at: on('03-03T00:00'), source: aSource(dan), answered: null, withdrawnAt: on('03-05T00:00'), setAside: null }] } },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'contested 03-03T00:00 to 03-05T00:00: 2 days', 'drifting 03-05T00:00 to 03-07T00:00: 2 days'],
    ],
    [
      'it was decided, pushed to, and confirmed',
      {
        rfc: { head: { sha: newSha, fork: null } },
        acts: [pushed(bob, '03-06T00:00', newSha)],
        documents: [{ ...carols, blob: 'd'.repeat(40) }],
        kept: {
          heads: [{ sha: headSha, at: openedAt }, { sha: newSha, at: on('03-06T00:00') }],
          decisions: [decided({ at: on('03-04T00:00'), confirmed: { at: on('03-06T12:00'), source: aSource(carol), owner: named(carol), texts: ['d'.repeat(40)] } })],
        },
      },
      ['drifting 03-02T00:00 to 03-04T00:00: 2 days', 'awaiting-decision 03-06T00:00 to 03-06T12:00: 0.5 days'],
    ],
    [
      'it was opened again after its decision',
      { kept: { decisions: [decided({ at: on('03-03T00:00'), reopened: { at: on('03-05T00:00'), by: named(carol), why: 'News.', source: aSource(carol) } })] } },
      ['drifting 03-02T00:00 to 03-03T00:00: 1 days', 'drifting 03-05T00:00 to 03-07T00:00: 2 days'],
    ],
    ['it was closed', { rfc: { isOpen: false }, acts: [did('closed', bob, '03-04T00:00')] }, ['drifting 03-02T00:00 to 03-04T00:00: 2 days']],
    ['Unpause was switched on later', { rules: { configuredAt: on('03-05T00:00') } }, ['drifting 03-05T00:00 to 03-07T00:00: 2 days']],
    ['it waits for a bot alone', { documents: [aDocument({ text: ownerless })], rfc: { author: robot } }, []],
  ])('tells what an RFC waited for: %s', (_, parts, expected) => {
    expect(stretches(parts)).toEqual(expected);
  });

  const hour = 3_600_000;
  const opened = aSnapshot({ rfc: { author: bob, createdAt: openedAt }, people: everybody, acts: [did('opened', bob, '03-02T00:00'), pushed(bob, '03-02T00:00')] });

  /** What it waited for after each step, as it was seen then, and as it is told in the end. */
  function livedAndTold(steps: readonly HistoryStep[]): { at: string; lived: string | null; told: string | null }[] {
    const rfc = aPureRfc(opened, defaultConfig, new Date(openedAt));
    const lived: { at: Date; kind: string | null }[] = [];
    steps.forEach((step, index) => {
      play(rfc, step, 1000 + index);
      const { record } = rfc.settle();
      const pause = record === null ? null : pauseOf(rfc.snapshot(), record, defaultConfig, rfc.now());
      lived.push({ at: rfc.now(), kind: pause === null || pause.waitsFor.every((each) => !isTeam(each) && each.isBot) ? null : pause.kind });
      rfc.pass(hour);
    });
    const { record } = rfc.settle();
    if (record === null) return [];
    const told = stretchesOf({ snapshot: rfc.snapshot(), record, config: defaultConfig, now: rfc.now() });
    return lived.map(({ at, kind }) => ({ at: at.toISOString(), lived: kind, told: told.find(({ from, until }) => new Date(from) <= at && at < new Date(until))?.kind ?? null }));
  }

  /** Of several, the record keeps the last. */
  const keptOnce = ['/owner', '/decide confirm'];
  const isTold = (steps: readonly HistoryStep[]): boolean => keptOnce.every((command) => steps.filter((step) => 'body' in step && step.body.startsWith(command)).length < 2);

  it('tells afterwards what was seen on the way, in random histories', () => {
    fc.assert(
      fc.property(fc.array(historyStep, { minLength: 3, maxLength: 14 }).filter(isTold), (steps) => {
        const both = livedAndTold(steps);
        expect(both.map(({ at, told }) => `${at} ${told}`)).toEqual(both.map(({ at, lived }) => `${at} ${lived}`));
      }),
      { numRuns: runs({ desk: 25, ci: 100, long: 1000 }), seed },
    );
  });
});
