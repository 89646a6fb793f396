import { describe, expect, it } from '@jest/globals';
import { activeTerms, awayAt, carriedIn, type DriLoad, loadWith } from '../../src/decision/dri-load.ts';
import { stableHash } from '../../src/decision/stable-hash.ts';

const at = new Date('2026-03-12T10:00:00Z');

function aTerm(startedAt: string, endedAt: string | null, more: Partial<DriLoad['terms'][number]> = {}): DriLoad['terms'][number] {
  return { holder: 1, startedAt, dueAt: endedAt ?? '2026-03-13T10:00:00Z', endedAt, isVolunteered: false, ...more };
}

/** Somebody else is asked so often that the pool goes round within two weeks, and a day counts half after thirty. */
const busy = Array.from({ length: 60 }, () => aTerm(at.toISOString(), null, { holder: 2 }));

function lately(...terms: DriLoad['terms']): number {
  return carriedIn([1, 2], { terms: [...terms, ...busy], absences: [] }, at).get(1)?.lately ?? NaN;
}

describe('carriedIn', () => {
  it.each<[string, DriLoad['terms'][number], number]>([
    ['counts the days of a term', aTerm('2026-03-10T10:00:00Z', '2026-03-12T10:00:00Z'), 2],
    ['halves what lies thirty days back', aTerm('2026-02-08T10:00:00Z', '2026-02-10T10:00:00Z'), 1],
    ['counts a short term as a day', aTerm('2026-03-11T10:00:00Z', '2026-03-11T11:00:00Z'), 1],
    ['counts a term that goes on until it is due', aTerm('2026-03-11T10:00:00Z', null), 2],
    ['does not count what was taken', aTerm('2026-03-10T10:00:00Z', '2026-03-12T10:00:00Z', { isVolunteered: true }), 0],
    ['does not count what is to come', aTerm('2026-03-12T11:00:00Z', null), 0],
    ['forgets what is a year old', aTerm('2025-03-01T10:00:00Z', '2025-03-12T10:00:00Z'), 0],
  ])('%s', (_, term, days) => {
    expect(lately(term) / 1440).toBeCloseTo(days, 1);
  });

  it('takes somebody who comes back for as far ahead or behind as they left', () => {
    const before = [aTerm('2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z', { holder: 1 }), aTerm('2026-02-01T10:00:00Z', '2026-02-04T10:00:00Z', { holder: 2 })];
    const since = [aTerm('2026-02-20T10:00:00Z', '2026-02-25T10:00:00Z', { holder: 2 })];
    const absences = [{ person: 1, from: '2026-02-10T10:00:00Z', until: '2026-03-11T10:00:00Z' }];
    const gap = (terms: DriLoad['terms'], away: DriLoad['absences']) => {
      const others = busy.map((term) => ({ ...term, holder: 3 }));
      const carried = carriedIn([1, 2, 3], { terms: [...terms, ...others], absences: away }, at);
      return (carried.get(2)?.lately ?? NaN) - (carried.get(1)?.lately ?? NaN);
    };
    expect(gap([...before, ...since], absences)).toBeCloseTo(gap(before, []), -1);
    expect(gap([...before, ...since], [])).toBeGreaterThan(gap(before, []) + 1440);
  });
});

describe('carriedIn in the first week back', () => {
  const absences = [{ person: 1, from: '2026-02-20T10:00:00Z', until: '2026-03-06T10:00:00Z' }];
  const active = (term: DriLoad['terms'][number], moment: Date) => carriedIn([1, 2], { terms: [term], absences }, moment).get(1)?.active;

  it.each<[string, DriLoad['terms'][number], Date, number]>([
    ['counts a term as active that is over', aTerm('2026-03-08T10:00:00Z', '2026-03-09T10:00:00Z'), at, 1],
    ['does not count one from before', aTerm('2026-02-16T10:00:00Z', '2026-03-07T10:00:00Z'), at, 0],
    ['counts it no more once the week is over', aTerm('2026-03-08T10:00:00Z', '2026-03-09T10:00:00Z'), new Date('2026-03-13T10:00:00Z'), 0],
    ['counts what anybody else ended as over', aTerm('2026-03-08T10:00:00Z', '2026-03-09T10:00:00Z', { holder: 2 }), at, 0],
  ])('%s', (_, term, moment, expected) => {
    expect(active(term, moment)).toBe(expected);
  });
});

describe('activeTerms', () => {
  it('counts what goes on at a moment, and what was taken with it', () => {
    const terms = [
      aTerm('2026-03-11T10:00:00Z', null),
      aTerm('2026-03-11T10:00:00Z', null, { isVolunteered: true }),
      aTerm('2026-03-11T10:00:00Z', null, { dueAt: '2026-03-12T10:00:00Z' }),
      aTerm('2026-03-11T10:00:00Z', null, { holder: 2 }),
      aTerm('2026-03-12T10:00:01Z', null),
    ];
    expect([...activeTerms({ terms }, at)]).toEqual([[1, 2], [2, 1]]);
  });
});

describe('awayAt', () => {
  it.each([
    ['2026-03-12T10:00:00Z', '2026-03-12T10:00:01Z', true],
    ['2026-03-11T10:00:00Z', '2026-03-12T10:00:00Z', false],
    ['2026-03-12T10:00:01Z', '2026-03-13T10:00:00Z', false],
  ])('from %s until %s: %s', (from, until, expected) => {
    expect([...awayAt({ absences: [{ person: 1, from, until }] }, at)]).toEqual(expected ? [1] : []);
  });
});

describe('loadWith', () => {
  it('adds the terms of this RFC, and who took theirs', () => {
    const here = { n: 1, holder: { id: 3, login: 'carol' }, step: 'drifting', scope: null, how: 'taken', startedAt: 'a', dueAt: 'b', activeAt: null, source: null, ended: null } as const;
    expect(loadWith({ terms: [], absences: [] }, { terms: [here] }).terms).toEqual([{ holder: 3, startedAt: 'a', dueAt: 'b', endedAt: null, isVolunteered: true }]);
  });
});

describe('stableHash', () => {
  it('spreads texts that differ in little', () => {
    const hashes = Array.from({ length: 1000 }, (_, n) => stableHash(`1:${n}`));
    expect(new Set(hashes).size).toBe(1000);
    const tenths = hashes.map((hash) => Math.floor((hash / 2 ** 32) * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) expect(tenths.filter((one) => one === tenth).length).toBeGreaterThan(60);
  });
});
