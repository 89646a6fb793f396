import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodAt } from '../../../src/decision/vitality/period.ts';
import { worthTalking, type Because, type TalkedOf } from '../../../src/decision/vitality/worth-talking.ts';
import { aCourse, alice, aVitalEntry, aVitalSource, bob, carol, today } from '../../support/a-vital-source.ts';
import { seed } from '../../support/property-runs.ts';

const period = periodAt(today, 'quarter', 1);
const at = '2026-08-20T10:00:00Z';
const source = { in: 'comment', id: 1, by: alice.id, hash: '' } as const;
const said = { by: alice, why: 'So.', at, source };

function because(parts: Partial<TalkedOf>): readonly Because[] {
  return worthTalking(aVitalSource({ entries: [aVitalEntry({ at, ...parts })] }), period)[0]?.because ?? [];
}

describe('worthTalking', () => {
  it.each<[string, Partial<TalkedOf>, readonly Because[]]>([
    ['nothing out of the ordinary', {}, []],
    ['made anyway', { isSatisfied: false }, [{ why: 'anyway' }]],
    ['merged without a decision', { n: 0, by: null, result: 'merged-without-decision', isSatisfied: false }, [{ why: 'merged-without-decision' }]],
    ['decided by somebody else', { owner: bob }, [{ why: 'by-another' }]],
    ['objections set aside', { objections: [{ by: bob, why: 'No.', at, answered: null, withdrawnAt: null, setAside: said }, { by: carol, why: 'No.', at, answered: null, withdrawnAt: at, setAside: null }] }, [{ why: 'set-aside', objections: 1 }]],
    ['principles that did not fit', { tensions: [{ principle: 'a', why: 'No.', by: bob, at }, { principle: 'a', why: 'No.', by: carol, at }] }, [{ why: 'tension', principles: 1 }]],
    ['reversed, and made anyway', { isSatisfied: false, review: { outcome: 'reversed', ...said } }, [{ why: 'reversed' }, { why: 'anyway' }]],
    ['kept', { review: { outcome: 'kept', ...said } }, []],
    ['opened again', { reopened: said }, [{ why: 'reopened' }]],
    ['of long ago, looked back at now', { at: '2026-02-01T10:00:00Z', isSatisfied: false, reviewOn: '2026-08-01', review: { outcome: 'changed', ...said } }, [{ why: 'changed' }]],
    ['of long ago, reversed, opened again and replaced', { at: '2026-02-01T10:00:00Z', result: 'superseded', isSatisfied: false, reopened: said, review: { outcome: 'reversed', ...said } }, [{ why: 'reversed' }, { why: 'reopened' }]],
    ['of long ago, reversed without a day for it', { at: '2026-02-01T10:00:00Z', review: { outcome: 'reversed', ...said } }, [{ why: 'reversed' }]],
    ['of long ago, reversed in another quarter', { at: '2026-02-01T10:00:00Z', review: { outcome: 'reversed', ...said, at: '2026-11-01T10:00:00Z' } }, []],
    ['of another quarter', { at: '2026-11-01T10:00:00Z', isSatisfied: false }, []],
  ])('knows why: %s', (_, parts, expected) => {
    expect(because(parts)).toEqual(expected);
  });

  it('tells once of an objection and a tension, though the RFC was decided twice', () => {
    const told = { objections: [{ by: bob, why: 'No.', at: '2026-08-02T10:00:00Z', answered: null, withdrawnAt: null, setAside: said }], tensions: [{ principle: 'a', why: 'No.', by: bob, at: '2026-08-02T10:00:00Z' }] };
    const entries = [aVitalEntry({ n: 1, at: '2026-08-05T10:00:00Z', result: 'superseded', ...told }), aVitalEntry({ n: 2, at, ...told })];
    expect(worthTalking(aVitalSource({ entries }), period).map(({ entry: { n }, because: why }) => [n, why])).toEqual([[1, [{ why: 'tension', principles: 1 }, { why: 'set-aside', objections: 1 }]]]);
  });

  it('knows what took longer than nine in ten', () => {
    const entries = Array.from({ length: 10 }, (_, index) => aVitalEntry({ number: index + 1, at }));
    const courses = entries.map(({ number }) => aCourse({ number, decisions: [{ n: 1, at, days: number }] }));
    expect(worthTalking(aVitalSource({ entries, courses }), period)).toEqual([{ entry: entries[9], because: [{ why: 'long', days: 10 }] }]);
  });

  it('chooses three, those with most to say first, and the same in whatever order they come', () => {
    const entries = [
      aVitalEntry({ number: 1, at, owner: bob }),
      aVitalEntry({ number: 2, at, isSatisfied: false }),
      aVitalEntry({ number: 3, at, isSatisfied: false, owner: bob }),
      aVitalEntry({ number: 4, at, review: { outcome: 'reversed', ...said } }),
      aVitalEntry({ number: 5, at, isSatisfied: false }),
      aVitalEntry({ number: 6, at }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 6 }), (shuffled) => {
        expect(worthTalking(aVitalSource({ entries: shuffled }), period).map(({ entry }) => entry.number)).toEqual([3, 4, 2]);
      }),
      { seed },
    );
  });
});
