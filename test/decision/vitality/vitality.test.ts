import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pauseKinds } from '../../../src/config/schema-pause.ts';
import type { LogResult } from '../../../src/decision/log/entry.ts';
import { escalationEndings, outcomeJudgements, termEndings } from '../../../src/decision/record-schema.ts';
import type { RfcCourse } from '../../../src/decision/vitality/facts.ts';
import { lastPeriods } from '../../../src/decision/vitality/period.ts';
import type { TalkedOf } from '../../../src/decision/vitality/worth-talking.ts';
import { trendOf, vitalityOf, type Point } from '../../../src/decision/vitality/vitality.ts';
import { aCourse, aVitalEntry, aVitalSource, today } from '../../support/a-vital-source.ts';
import { runs, seed } from '../../support/property-runs.ts';

const quarters = lastPeriods(today, 'quarter', 5);

/** Ids and logins that stand nowhere else. */
const people = [7_770_001, 7_770_002, 7_770_003, 7_770_004].map((id) => ({ id, login: `somebody-${id}` }));
const person = fc.constantFrom(...people);
const moment = fc.date({ min: new Date('2025-09-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const days = fc.integer({ min: 0, max: 60 });
const source = { in: 'comment', id: 1, by: 7_770_001, hash: '' } as const;

const entry: fc.Arbitrary<TalkedOf> = fc
  .record({
    number: fc.integer({ min: 1, max: 60 }),
    result: fc.constantFrom<LogResult>('accepted', 'rejected', 'deferred', 'superseded', 'merged-without-decision'),
    by: fc.option(person),
    owner: fc.option(person),
    at: moment,
    domain: fc.constantFrom('api', 'hiring', null),
    isSatisfied: fc.boolean(),
    principles: fc.subarray(['small-steps', 'data-stays-local']),
    tensions: fc.array(fc.record({ principle: fc.constant('small-steps'), why: fc.constant('No.'), by: person, at: moment }), { maxLength: 2 }),
    objections: fc.array(fc.record({ by: person, why: fc.constant('No.'), at: moment, answered: fc.constant(null), withdrawnAt: fc.option(moment), setAside: fc.option(fc.record({ by: person, why: fc.constant('Yes.'), at: moment, source: fc.constant(source) })) }), { maxLength: 2 }),
    reviewOn: fc.option(moment.map((at) => at.slice(0, 10))),
    review: fc.option(fc.record({ outcome: fc.constantFrom(...outcomeJudgements), by: person, why: fc.constant('So.'), at: moment, source: fc.constant(source) })),
  })
  .map((parts) => aVitalEntry(parts));

const course: fc.Arbitrary<RfcCourse> = fc
  .record({
    number: fc.integer({ min: 1, max: 60 }),
    domain: fc.constantFrom('api', 'hiring', null),
    stretches: fc.array(fc.record({ kind: fc.constantFrom(...pauseKinds), from: moment, until: moment, days }), { maxLength: 4 }),
    firstAnswer: fc.option(fc.record({ at: moment, days })),
    decisions: fc.array(fc.record({ n: fc.integer({ min: 0, max: 2 }), at: moment, days }), { maxLength: 2 }),
    terms: fc.array(fc.record({ holder: person.map(({ id }) => id), startedAt: moment, endedAt: fc.option(moment), ended: fc.option(fc.constantFrom(...termEndings)), hasNote: fc.boolean() }), { maxLength: 3 }),
    escalations: fc.array(fc.record({ openedAt: moment, ended: fc.option(fc.constantFrom(...escalationEndings)), days: fc.option(days) }), { maxLength: 2 }),
  })
  .map(aCourse);

const anySource = fc
  .record({ entries: fc.array(entry, { maxLength: 40 }), courses: fc.uniqueArray(course, { maxLength: 40, selector: ({ number }) => number }) })
  .map((parts) => aVitalSource({ ...parts, principles: ['small-steps', 'data-stays-local'] }));

const options = { numRuns: runs({ desk: 100, ci: 500, long: 5000 }), seed };

describe('vitalityOf', () => {
  it('names nobody, whatever happened', () => {
    fc.assert(
      fc.property(anySource, (from) => {
        const shown = JSON.stringify(vitalityOf(from, quarters).findings);
        for (const { id, login } of people) expect(shown.includes(login) || shown.includes(String(id))).toBe(false);
      }),
      options,
    );
  });

  it('is the same in whatever order things are told', () => {
    fc.assert(
      fc.property(anySource, (from) => {
        const turned = { ...from, entries: from.entries.toReversed(), courses: from.courses.toReversed() };
        expect(JSON.stringify(vitalityOf(turned, quarters))).toBe(JSON.stringify(vitalityOf(from, quarters)));
      }),
      options,
    );
  });

  it('shows no share or percentile of fewer than five, and each share between none and all', () => {
    fc.assert(
      fc.property(anySource, (from) => {
        for (const { figure, points, groups } of vitalityOf(from, quarters).findings) {
          for (const { count, values } of [...points, ...groups.filter(({ by }) => by !== 'principle')]) {
            const shares = figure.measures.filter(({ unit }) => unit === 'share').map(({ id }) => values[id] ?? null);
            const percentiles = figure.measures.filter(({ id }) => /^p\d/.test(id)).map(({ id }) => values[id] ?? null);
            if (count < 5) expect([figure.id, ...new Set([...shares, ...percentiles, null])]).toEqual([figure.id, null]);
            expect(shares.every((share) => share === null || (share >= 0 && share <= 1))).toBe(true);
          }
        }
      }),
      options,
    );
  });

  it('says one sentence for each figure, also where nothing is known', () => {
    fc.assert(
      fc.property(fc.oneof(anySource, fc.constant(aVitalSource())), (from) => {
        for (const { meaning } of vitalityOf(from, quarters).findings) expect(meaning).toMatch(/^[A-Z][^.]*\.$/);
      }),
      options,
    );
  });
});

describe('trendOf', () => {
  function points(...values: (number | null)[]): Point[] {
    return values.map((value, index) => ({ period: String(index), isRunning: index === values.length - 1, count: 9, values: { p50: value } }));
  }

  it.each<[string, (number | null)[], string]>([
    ['what goes up', [4, 5, 9, 1], 'rising'],
    ['what goes down', [4, 5, 2, 9], 'falling'],
    ['what stays', [4, 5, 4.5, 99], 'steady'],
    ['what is known once', [null, null, 4, 9], 'unknown'],
    ['nothing', [null, null, null, 9], 'unknown'],
    ['what comes from none', [0, 0, 3, 3], 'rising'],
    ['what stays at none', [0, 0, 0, 3], 'steady'],
  ])('tells %s, and leaves out the period that runs', (_, values, expected) => {
    expect(trendOf(points(...values), 'p50')).toBe(expected);
  });
});
