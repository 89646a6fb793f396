import { describe, expect, it } from '@jest/globals';
import { tension } from '../../../src/decision/commands/tension.ts';
import { aSource, bob, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';

const unrelated = { value: null, example: '', since: null };
const principles = [
  { id: 'data-stays-local', text: 'Data stays local', ...unrelated },
  { id: 'boring-first', text: 'We take the boring way first', ...unrelated },
];
const known: ContextParts = { by: bob, config: { principles } };

function aTension(principle: string) {
  return { tensions: [{ principle, why: 'The backup is elsewhere.', by: named(bob), at: writtenAt, source: aSource(bob) }] };
}

const { example } = tension;

describe('/tension', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['takes the short name of a principle', 'data-stays-local The backup is elsewhere.', known, aTension('data-stays-local')],
    ['takes it in any case, with a colon', 'Data-Stays-Local: The backup is elsewhere.', known, aTension('data-stays-local')],
    ['takes it in backticks', '`boring-first` The backup is elsewhere.', known, aTension('boring-first')],
    ['takes the words of a known principle', '"data stays  local" The backup is elsewhere.', known, aTension('data-stays-local')],
    ['takes the words of another one', '“Least surprise” - The backup is elsewhere.', known, aTension('Least surprise')],
    ['takes words in other quotation marks', '«Least surprise» The backup is elsewhere.', { by: bob }, aTension('Least surprise')],
    ['keeps another one', 'boring-first The backup is elsewhere.', { ...known, record: aTension('data-stays-local') }, { tensions: [...aTension('data-stays-local').tensions, ...aTension('boring-first').tensions] }],
    ['asks for a principle', '', known, { why: 'missing', expected: 'a principle, and why', example }],
    ['does not guess a principle', 'speed It is slow.', known, { why: 'not-understood', part: 'speed', expected: '`data-stays-local`, `boring-first` or the words of a principle in quotation marks', example }],
    ['asks for quotation marks where no principles are configured', 'Least surprise', { by: bob }, { why: 'not-understood', part: 'Least', expected: 'the words of a principle in quotation marks', example }],
    ['takes no empty words', '" " It is slow.', known, { why: 'not-understood', part: '"', expected: '`data-stays-local`, `boring-first` or the words of a principle in quotation marks', example }],
    ['asks why', '"Least surprise"', known, { why: 'missing', expected: 'why, in a sentence', example }],
    ['asks why of a short name', 'boring-first', known, { why: 'missing', expected: 'why, in a sentence', example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(tension, rest, parts)).toEqual(expected);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([tension.whenClosed, tension.permission]).toEqual([true, 'tension']);
  });
});
