import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pauseKinds } from '../../src/config/schema-pause.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { fitRecord, largestRecord } from '../../src/decision/fit-record.ts';
import { mostEntitled } from '../../src/decision/ladder/entitled.ts';
import { foldCall } from '../../src/decision/fold-call.ts';
import { decodeRecord, encodeRecord, recordSize } from '../../src/decision/record.ts';
import type { Record, Source } from '../../src/decision/record-schema.ts';
import { aRecord } from '../support/a-command-context.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { runs, seed } from '../support/property-runs.ts';

const login = 'a'.repeat(39);
const texts = Array.from({ length: 10 }, (_, index) => index.toString(16).padStart(40, '0'));

function person(id: number): { id: number; login: string } {
  return { id: 100_000_000 + id, login };
}

function at(index: number): string {
  return new Date(Date.UTC(2026, 2, 2, 10) + index * 60_000).toISOString().replace('.000Z', 'Z');
}

function source(id: number): Source {
  return { in: 'comment', id: 3_000_000_000 + id, by: 100_000_000 + id, hash: '0123456789abcdef' };
}

interface Sizes {
  objections: number;
  others: number;
  ids: number;
  quote: number;
}

/** A record of an RFC on which people wrote as much as commands let them, in letters that take the most room. */
function crowded({ objections, others, ids, quote }: Sizes): Record {
  const why = '<'.repeat(quote);
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
  const names = many(5, () => '<'.repeat(40));
  return aRecord({
    owners: names,
    ownersBefore: names.slice(0, 3),
    heads: many(6, (index) => ({ sha: index.toString(16).padStart(40, '0'), at: at(index) })),
    namedOwner: { person: person(1), by: person(2), why, at: at(0), source: source(1), instead: names },
    read: { until: at(0), ids: many(ids, (index) => `c${3_000_000_000 + index}`) },
    terms: many(others, (n) => ({
      n: n + 1, holder: person(n), step: 'awaiting-decision' as const, scope: why, how: 'taken' as const, startedAt: at(n), dueAt: at(n + 1), activeAt: at(n), source: source(n),
      ended: n === others - 1 ? null : { at: at(n), how: 'done' as const, note: why, source: source(n) },
    })),
    calls: many(others, (index) => ({ stage: 'nudge' as const, kind: 'drifting' as const, since: at(index), at: at(index) })),
    escalations: many(others, (n) => ({ n: n + 1, by: person(n), why, source: source(n), openedAt: at(n), to: null, asked: [{ person: person(n), at: at(n) }], ended: { at: at(n), how: 'acknowledged' as const } })),
    objections: many(objections, (index) => ({ by: person(index), why, isBinding: true, at: at(index), source: source(index), answered: null, withdrawnAt: null, setAside: null })),
    voices: many(others, (index) => ({ by: person(index), stance: 'support' as const, at: at(index), source: source(index) })),
    period: {
      n: 1, rung: 'consensus', domain: 'a'.repeat(40), zone: 'centre-aware', entitled: many(mostEntitled, person), teams: [], from: at(0), until: at(1), last: at(2), more: '2 working-days', quorum: 50,
      extensions: many(10, (index) => ({ because: 'set-aside' as const, at: at(index), until: at(index) })),
    },
    decisions: many(others, (n) => ({ n: n + 1, outcome: 'accept' as const, by: person(n), owner: person(n), why, at: at(n), source: source(n), texts, confirmed: { at: at(n), source: source(n), owner: person(n), texts }, reopened: { at: at(n), by: person(n), why, source: source(n) }, under: null, reviewed: null })),
    tensions: many(others, (index) => ({ principle: why, why, by: person(index), at: at(index), source: source(index) })),
  });
}

const sizes: fc.Arbitrary<Sizes> = fc.record({
  objections: fc.integer({ min: 0, max: 200 }),
  others: fc.integer({ min: 0, max: 60 }),
  ids: fc.integer({ min: 0, max: 100 }),
  quote: fc.constantFrom(0, 20, 280),
});

describe('fitRecord', () => {
  it('leaves room for the comment whatever people write, and never drops what is open', () => {
    const fullest = { objections: 200, others: 60, ids: 100, quote: 280 };
    fc.assert(
      fc.property(sizes, (size) => {
        const record = crowded(size);
        const fitted = fitRecord(record);
        expect(recordSize(fitted)).toBeLessThanOrEqual(largestRecord);
        expect(fitted.objections).toHaveLength(size.objections);
        expect(fitted.terms.filter(({ ended }) => ended === null)).toHaveLength(Math.min(1, size.others));
        expect(fitted.decisions.at(-1)?.n).toBe(record.decisions.at(-1)?.n);
        expect(fitRecord(fitted)).toEqual(fitted);
        expect(decodeRecord(encodeRecord(fitted))).toEqual(fitted);
      }),
      { numRuns: runs({ desk: 2, ci: 40, long: 1_000 }), seed, examples: [[fullest]] },
    );
  });

  it('leaves a record as it is that has room', () => {
    const record = crowded({ objections: 3, others: 2, ids: 3, quote: 20 });
    expect(fitRecord(record)).toBe(record);
  });

  it('folds a call once: read back from the timeline, it is not counted again', () => {
    const fitted = fitRecord(crowded({ objections: 200, others: 60, ids: 0, quote: 280 }));
    const again = Array.from({ length: 60 }, (_, index) => index).reduce(
      (record, index) => foldCall(record, { at: at(index), event: { kind: 'nudge', step: pauseKinds[6], since: at(index) } }, { snapshot: aSnapshot(), config: defaultConfig }),
      fitted,
    );
    expect(again).toEqual(fitted);
    expect(fitted.calls.at(-1)?.at).toBe(at(59));
  });
});
