import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import type { Term } from '../../src/decision/record-schema.ts';
import { activeTerm, dueFor, endTerm, extendTerm, isAnswered, latestEnd, runOut, startTerm, touchTerm, type NewTerm, type TermEnding } from '../../src/decision/term.ts';
import { aRecord, aSource, bob, carol, named } from '../support/a-command-context.ts';
import { workdays } from '../support/a-snapshot.ts';
import { runs, seed } from '../support/property-runs.ts';

const rules = { calendar: workdays, config: defaultConfig };
/** A Monday. */
const start = '2026-03-02T10:00:00Z';
const begun: NewTerm = { holder: named(bob), step: 'drifting', scope: null, how: 'asked', startedAt: start, dueAt: '2026-03-05T10:00:00.000Z', source: null };
const term: Term = { ...begun, n: 1, activeAt: null, ended: null };
const ended = { at: '2026-03-05T10:00:00.000Z', how: 'time' as const, note: null, source: null };
const held = aRecord({ terms: [term] });

describe('startTerm', () => {
  it('adds a term that is active, and counts on', () => {
    const one = startTerm(aRecord(), begun);
    expect(one).toEqual(held);
    const two = startTerm(endTerm(one, ended), begun);
    expect(two).toEqual(aRecord({ terms: [{ ...term, ended }, { ...term, n: 2 }] }));
    expect(activeTerm(two)?.n).toBe(2);
  });

  it('refuses a second active term', () => {
    expect(() => startTerm(held, begun)).toThrow('Unexpected active term 1, expected none when another one begins');
  });
});

describe('dueFor and latestEnd', () => {
  it('count working days from the start, for the step', () => {
    expect(dueFor('drifting', start, rules).toISOString()).toBe('2026-03-05T10:00:00.000Z');
    expect(latestEnd(term, rules).toISOString()).toBe('2026-03-16T10:00:00.000Z');
  });
});

describe('endTerm', () => {
  it.each<[TermEnding, string | null]>([['done', 'All clear.'], ['released', null], ['passed', null], ['handed', 'See above.'], ['moved-on', null], ['time', null], ['replaced', null]])(
    'ends the active term as %s',
    (how, note) => {
      const source = how === 'time' || how === 'moved-on' ? null : aSource(bob);
      const end = { at: '2026-03-03T10:00:00Z', how, note, source };
      expect(endTerm(held, end)).toEqual(aRecord({ terms: [{ ...term, ended: end }] }));
    },
  );

  it('changes nothing where none is active', () => {
    const over = aRecord({ terms: [{ ...term, ended }] });
    expect(endTerm(over, { at: start, how: 'done' })).toBe(over);
  });
});

describe('touchTerm', () => {
  it.each<[string, string, Partial<Term>]>([
    ['moves the end on from the act', '2026-03-03T12:00:00Z', { dueAt: '2026-03-06T12:00:00.000Z' }],
    ['moves it no further than a term can be', '2026-03-13T12:00:00Z', { dueAt: '2026-03-16T10:00:00.000Z' }],
  ])('%s', (_, at, changes) => {
    expect(touchTerm(held, at, rules)).toEqual(aRecord({ terms: [{ ...term, activeAt: at, ...changes }] }));
  });

  it('does not count what began the term', () => {
    expect(touchTerm(held, start, rules)).toEqual(held);
  });

  it('never brings the end nearer', () => {
    const far = aRecord({ terms: [{ ...term, dueAt: '2026-03-16T10:00:00.000Z' }] });
    expect(touchTerm(far, '2026-03-03T10:00:00Z', rules)).toEqual(aRecord({ terms: [{ ...term, dueAt: '2026-03-16T10:00:00.000Z', activeAt: '2026-03-03T10:00:00Z' }] }));
  });

  it('changes nothing where none is active', () => {
    const over = aRecord({ terms: [{ ...term, ended }] });
    expect(touchTerm(over, '2026-03-04T10:00:00Z', rules)).toBe(over);
  });
});

describe('extendTerm', () => {
  it('sets the end', () => {
    expect(extendTerm(held, '2026-03-06T10:00:00.000Z')).toEqual(aRecord({ terms: [{ ...term, dueAt: '2026-03-06T10:00:00.000Z' }] }));
  });
});

describe('runOut', () => {
  it.each([
    ['before it is due', '2026-03-05T09:59:59Z', null],
    ['at the moment it is due', '2026-03-05T10:00:00Z', ended],
    ['long after', '2026-06-01T10:00:00Z', ended],
  ])('%s', (_, at, end) => {
    expect(runOut(held, at)).toEqual(aRecord({ terms: [{ ...term, ended: end }] }));
  });
});

describe('isAnswered', () => {
  const end = (how: TermEnding, by: typeof bob | null) => ({ ...ended, how, source: by === null ? null : aSource(by) });

  it.each<[string, Partial<Term>, boolean]>([
    ['not while nothing was seen', {}, false],
    ['not when it ran out in silence', { ended }, false],
    ['not when somebody else ended it', { ended: end('done', carol) }, false],
    ['not when the RFC moved on', { ended: end('moved-on', null) }, false],
    ['by an act', { activeAt: '2026-03-03T10:00:00Z', ended }, true],
    ['by passing', { ended: end('passed', bob) }, true],
    ['by saying that it is done', { ended: end('done', bob) }, true],
  ])('is so: %s', (_, changes, expected) => {
    expect(isAnswered({ ...term, ...changes })).toBe(expected);
  });
});

describe('a term', () => {
  it('is one at most, and ends within its limit, whatever its holder does', () => {
    const step = fc.record({ kind: fc.constantFrom('touch', 'take', 'end', 'run out'), hours: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let [record, at] = [held, Date.parse(start)];
        for (const { kind, hours } of steps) {
          at += hours * 3_600_000;
          const instant = new Date(at).toISOString();
          record = runOut(record, instant);
          if (kind === 'touch') record = touchTerm(record, instant, rules);
          if (kind === 'end') record = endTerm(record, { at: instant, how: 'done' });
          if (kind === 'take' && activeTerm(record) === null) record = startTerm(record, { ...begun, startedAt: instant, dueAt: dueFor('drifting', instant, rules).toISOString() });
        }
        expect(record.terms.filter((one) => one.ended === null).length).toBeLessThanOrEqual(1);
        for (const one of record.terms) expect(Date.parse(one.dueAt)).toBeLessThanOrEqual(latestEnd(one, rules).getTime());
        expect(record.terms.map(({ n }) => n)).toEqual(record.terms.map((_, index) => index + 1));
      }),
      { numRuns: runs({ desk: 200, ci: 500, long: 5000 }), seed },
    );
  });
});
