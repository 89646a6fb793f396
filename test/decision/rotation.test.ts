import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Candidates } from '../../src/decision/candidates.ts';
import type { DriLoad } from '../../src/decision/dri-load.ts';
import { chooseDri } from '../../src/decision/rotation.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-05T09:00:00Z');

/** A moment, so many days after the beginning. */
function on(days: number): Date {
  return new Date(start + days * day);
}

type Term = DriLoad['terms'][number];

function aTerm(holder: number, from: number, until: number, more: Partial<Term> = {}): Term {
  return { holder, startedAt: on(from).toISOString(), dueAt: on(until).toISOString(), endedAt: on(until).toISOString(), isVolunteered: false, ...more };
}

function away(person: number, from: number, until: number): DriLoad['absences'][number] {
  return { person, from: on(from).toISOString(), until: on(until).toISOString() };
}

/** A pool in which everybody can be asked, but for those who are named. */
function aPool(ids: readonly number[], load: Partial<DriLoad>, without: readonly number[] = []): Candidates {
  const pool = ids.map((id) => ({ id, login: `person-${id}`, isBot: false }));
  const available = pool.filter(({ id }) => !without.includes(id)).map((account) => ({ account, reason: 'pool' as const }));
  return { pool, available, load: { terms: [], absences: [], ...load } };
}

function chosen(candidates: Candidates, at: number, salt = 'acme/rfcs#7'): number | null {
  return chooseDri(candidates, salt, on(at))?.account.id ?? null;
}

describe('chooseDri', () => {
  it('chooses nobody where nobody can be asked', () => {
    expect(chosen(aPool([1, 2], {}, [1, 2]), 0)).toBe(null);
  });

  it.each<[string, Partial<DriLoad>, number, number]>([
    ['asks who has nothing to do now, whatever they did lately', { terms: [aTerm(1, 0, 20), aTerm(2, 21, 22), aTerm(2, 29, 32, { endedAt: null })] }, 30, 1],
    ['does not ask again at once who was done soon', { terms: [aTerm(1, 0, 5), aTerm(2, 0, 1), aTerm(1, 6, 9), aTerm(2, 12, 12.1)] }, 13, 1],
    ['asks who carried least lately', { terms: [aTerm(1, 0, 1), aTerm(2, 1, 2), aTerm(1, 3, 8), aTerm(2, 8, 11)] }, 12, 2],
    ['lets time long ago weigh less', { terms: [aTerm(1, 0, 5), aTerm(2, 90, 93)] }, 100, 1],
    ['does not count what somebody took themselves', { terms: [aTerm(1, 0, 9, { isVolunteered: true }), aTerm(2, 9, 10)] }, 10, 1],
    ['counts what somebody took themselves while they hold it', { terms: [aTerm(1, 0, 9, { isVolunteered: true, endedAt: null }), aTerm(2, 0, 5)] }, 8, 2],
    ['asks whose last term is longest ago among equals', { terms: [aTerm(1, 5, 6, { isVolunteered: true }), aTerm(2, 1, 2, { isVolunteered: true })] }, 10, 2],
    ['remembers who was last beyond the time that weighs', { terms: [aTerm(1, 0, 3), aTerm(2, 3, 6)] }, 300, 1],
    ['takes an overdue term for ended', { terms: [aTerm(1, 0, 3, { endedAt: null }), aTerm(2, 0, 9, { endedAt: null })] }, 5, 1],
    ['does not know the future', { terms: [aTerm(1, 50, 53), aTerm(2, 0, 3)] }, 10, 1],
    ['begins with a newcomer, once', { terms: [aTerm(1, 0, 3), aTerm(1, 6, 9)] }, 20, 2],
    ['does not make up for the time before a newcomer came', { terms: [aTerm(1, 0, 3), aTerm(1, 3, 6), aTerm(1, 6, 9), aTerm(2, 9, 12)] }, 13, 1],
    ['credits an absence with what others carried', { terms: [aTerm(1, 0, 3), aTerm(2, 3, 6), aTerm(2, 7, 10), aTerm(2, 10, 13), aTerm(1, 20, 23)], absences: [away(1, 6, 20)] }, 24, 2],
    ['credits an absence with nothing where nobody carried anything', { terms: [aTerm(1, 0, 3), aTerm(2, 3, 6)], absences: [away(1, 6, 20)] }, 24, 1],
  ])('%s', (_, load, at, expected) => {
    const other = expected === 1 ? 2 : 1;
    expect(chosen(aPool([1, 2], load), at)).toBe(expected);
    expect(chosen(aPool([2, 1], load), at)).not.toBe(other);
  });

  it('draws lots that differ from one occasion to the next', () => {
    const first = Array.from({ length: 40 }, (_, n) => chosen(aPool([1, 2, 3, 4], {}), 0, `acme/rfcs#${n}`));
    expect(new Set(first)).toEqual(new Set([1, 2, 3, 4]));
  });
});

const people = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
const aSpan = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }));
const someLoad = fc.record({
  terms: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 30 }), aSpan, fc.boolean(), fc.boolean()).map(([holder, [from, length], isVolunteered, isOpen]) =>
      aTerm(holder, from, from + length, { isVolunteered, ...(isOpen && { endedAt: null }) }),
    ),
    { maxLength: 30 },
  ),
  absences: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), aSpan).map(([person, [from, length]]) => away(person, from, from + length)), { maxLength: 10 }),
});

describe('chooseDri, whatever happened before', () => {
  it('does not depend on the order in which anything is told', () => {
    fc.assert(
      fc.property(people, someLoad, fc.integer({ min: 0, max: 320 }), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (ids, load, at, lots) => {
        const shuffled = <Item>(items: readonly Item[]) => items.map((item, index) => ({ item, lot: lots[index % lots.length] ?? 0 })).sort((one, other) => one.lot - other.lot).map(({ item }) => item);
        const again = aPool(shuffled(ids), { terms: shuffled(load.terms), absences: shuffled(load.absences) });
        expect(chosen(again, at)).toBe(chosen(aPool(ids, load), at));
      }),
      { numRuns: 500 },
    );
  });

  it('asks nobody again in their first week back while somebody has nothing to do', () => {
    const someDays = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(aSpan, someDays, ([leaves, length], days) => {
        const back = leaves + length;
        const [asked = 0, at = 0] = days.toSorted((one, other) => one - other).map((each) => back + each);
        // Whoever comes back had far less to do than the other, before they left and since.
        const terms = [aTerm(2, leaves - 20, leaves - 5), aTerm(1, leaves - 30, leaves - 29), aTerm(1, asked, asked + 0.5)];
        expect(chosen(aPool([1, 2], { terms, absences: [away(1, leaves, back)] }), at + 0.9)).toBe(2);
      }),
      { numRuns: 500 },
    );
  });

  it('chooses only whom it may, and always somebody where it may', () => {
    fc.assert(
      fc.property(people, someLoad, fc.array(fc.integer({ min: 1, max: 30 })), fc.integer({ min: 0, max: 320 }), (ids, load, without, at) => {
        const choice = chosen(aPool(ids, load, without), at);
        const able: (number | null)[] = ids.filter((id) => !without.includes(id));
        expect(able.length === 0 ? [null] : able).toContain(choice);
      }),
      { numRuns: 500 },
    );
  });
});

describe('chooseDri in a closed pool', () => {
  it('gives nobody a turn more than anybody else, however long the gaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (size, gaps) => {
        const ids = Array.from({ length: size }, (_, index) => index + 1);
        const counts = new Map(ids.map((id) => [id, 0]));
        const terms: Term[] = [];
        let at = 0;
        for (const gap of gaps) {
          const holder = chosen(aPool(ids, { terms }), at) ?? 0;
          terms.push(aTerm(holder, at, at + 3));
          counts.set(holder, (counts.get(holder) ?? 0) + 1);
          expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
          at += 3 + gap;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('shares time evenly where terms differ in length and overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 48 })), { minLength: 200, maxLength: 200 }), (size, hours) => {
        const ids = Array.from({ length: size }, (_, index) => index + 1);
        const carried = new Map(ids.map((id) => [id, 0]));
        const terms: Term[] = [];
        let at = 0;
        for (const [gap, more] of hours) {
          const length = (24 + more) / 24;
          const holder = chosen(aPool(ids, { terms }), at) ?? 0;
          terms.push(aTerm(holder, at, at + length));
          carried.set(holder, (carried.get(holder) ?? 0) + length);
          at += gap / 24;
        }
        const mean = [...carried.values()].reduce((sum, one) => sum + one, 0) / size;
        expect(Math.max(...carried.values()) / mean).toBeLessThanOrEqual(1.3);
      }),
      { numRuns: 20 },
    );
  });
});
