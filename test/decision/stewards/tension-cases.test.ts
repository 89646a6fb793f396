import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casesOf, independentVoices, type Principle } from '../../../src/decision/stewards/tension-cases.ts';
import { aTension, monday, people, someFacts } from './steward-facts.ts';

const principle: Principle = { id: 'local', text: 'Data stays local.', value: null, example: '', since: null };
const span = { calendar: someFacts().calendar, after: -Infinity, within: { amount: 90, unit: 'days' as const }, now: monday };

describe('casesOf', () => {
  it.each([
    ['by its short name', { principle: 'LOCAL' }, 1],
    ['by its words', { principle: 'data stays local.' }, 1],
    ['of another principle', { principle: 'open' }, 0],
    ['on the last day that counts', { at: '2025-12-30T10:00:01Z' }, 1],
    ['from longer ago', { at: '2025-12-30T10:00:00Z' }, 0],
  ])('counts reports %s', (_case, parts, count) => {
    expect(casesOf(principle, [aTension(7, 'alice', parts)], span)).toHaveLength(count);
  });

  it('leaves out what was answered, and gives the rest in the order of time', () => {
    const tensions = [aTension(9, 'carol', { at: '2026-03-21T09:00:00Z' }), aTension(8, 'bob'), aTension(7, 'alice', { at: '2026-03-19T09:00:00Z' })];
    const cases = casesOf(principle, tensions, { ...span, after: Date.parse('2026-03-19T09:00:00Z') });
    expect(cases.map(({ rfc }) => rfc.number)).toEqual([8, 9]);
  });
});

/** By trying everything: for each person every RFC of theirs that is free, or none. */
function mostByTrying(rfcsOf: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = rfcsOf;
  if (first === undefined) return 0;
  const free = first.filter((rfc) => !taken.has(rfc));
  return Math.max(mostByTrying(rest, taken), ...free.map((rfc) => 1 + mostByTrying(rest, new Set([...taken, rfc]))));
}

describe('independentVoices', () => {
  it.each([
    ['three people on three RFCs', [[7, 'alice'], [8, 'bob'], [9, 'carol']], 3],
    ['one person on three RFCs', [[7, 'alice'], [8, 'alice'], [9, 'alice']], 1],
    ['three people on one RFC', [[7, 'alice'], [7, 'bob'], [7, 'carol']], 1],
    ['two on one RFC, one of them also on another', [[7, 'alice'], [7, 'bob'], [8, 'alice']], 2],
    ['three, of whom two only share one RFC', [[7, 'alice'], [7, 'bob'], [8, 'carol'], [9, 'carol']], 2],
    ['nobody', [], 0],
  ] as const)('counts %s as they stand for themselves', (_case, reports, count) => {
    expect(independentVoices(reports.map(([number, login]) => aTension(number, login)))).toBe(count);
  });

  it('finds as many as trying everything does', () => {
    const reports = fc.array(fc.record({ rfc: fc.integer({ min: 1, max: 5 }), login: fc.constantFrom(...people.map(({ login }) => login)) }), { maxLength: 12 });
    fc.assert(
      fc.property(reports, (those) => {
        const rfcsOf = people.map(({ login }) => [...new Set(those.filter((each) => each.login === login).map(({ rfc }) => rfc))]);
        expect(independentVoices(those.map(({ rfc, login }) => aTension(rfc, login)))).toBe(mostByTrying(rfcsOf));
      }),
    );
  });
});
