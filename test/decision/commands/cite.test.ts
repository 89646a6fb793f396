import { describe, expect, it } from '@jest/globals';
import { cite } from '../../../src/decision/commands/cite.ts';
import { aSource, bob, carol, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const unrelated = { value: null, example: '', since: null };
const principles = [
  { id: 'data-stays-local', text: 'Data stays local', ...unrelated },
  { id: 'boring-first', text: 'We take the boring way first.', ...unrelated },
];
const known: ContextParts = { by: bob, config: { principles } };

function citing(...ids: readonly string[]) {
  return { citations: ids.map((principle) => ({ principle, by: named(bob), at: writtenAt, source: aSource(bob) })) };
}

const cited = [{ principle: 'data-stays-local', by: named(carol), at: '2026-03-01T10:00:00Z', source: aSource(carol, 50) }];
const expected = '`data-stays-local`, `boring-first` or the words of a principle in quotation marks';
const { example } = cite;

describe('/cite', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['takes the short name of a principle', 'data-stays-local', known, citing('data-stays-local')],
    ['takes it in any case, with a full stop', 'Data-Stays-Local.', known, citing('data-stays-local')],
    ['takes it as words', 'Data stays local', known, citing('data-stays-local')],
    ['takes the words of a known principle', '"We take the boring way first"', known, citing('boring-first')],
    ['takes several, parted by commas', 'data-stays-local, boring-first', known, citing('data-stays-local', 'boring-first')],
    ['leaves words after the short name to people', 'boring-first as the old pump still works', known, citing('boring-first')],
    ['leaves the lines below to people', 'boring-first\nThe old pump still works.', known, citing('boring-first')],
    ['takes words where no principles are configured', '"Least surprise"', { by: bob }, citing('Least surprise')],
    ['takes words of its own, and says that they may be worth a look', '"Least surprise"', known, { ...citing('Least surprise'), remarks: [{ what: 'principle-unknown', principle: 'Least surprise', known: ['data-stays-local', 'boring-first'] }] }],
    ['cites nothing twice, whoever says so', 'data-stays-local', { ...known, record: { citations: cited } }, {}],
    ['cites another one beside it', 'boring-first, data-stays-local', { ...known, record: { citations: cited } }, { citations: [...cited, ...citing('boring-first').citations] }],
    ['asks for a principle', '', known, { why: 'missing', expected: 'a principle', example }],
    ['does not guess a principle', 'speed', known, { why: 'not-understood', part: 'speed', expected, example }],
    ['does not take some of a list', 'boring-first, speed', known, { why: 'not-understood', part: 'speed', expected, example }],
    ['asks for quotation marks where no principles are configured', 'Least surprise', { by: bob }, { why: 'not-understood', part: 'Least', expected: 'the words of a principle in quotation marks', example }],
  ])('%s', (_, rest, parts, outcome) => {
    expect(outcomeOf(cite, rest, parts)).toEqual(outcome);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([cite.whenClosed, cite.permission]).toEqual([true, 'cite']);
  });
});
