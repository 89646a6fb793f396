import { describe, expect, it } from '@jest/globals';
import { compileAliasScan, decodeEntities } from '../../src/lint/alias-scan.ts';

const scan = compileAliasScan(['Decision Owner', 'Decision Owners', 'Decider', '决策人']);

describe('compileAliasScan', () => {
  it.each([
    ['plain text', 'x\nDecision Owner: @alice', [2]],
    ['another case', 'DECISION owner:', [0]],
    ['markup around and inside', '**Deci*sion* Owner**:', [2]],
    ['a line end between the words', '> Decision\n> Owner:', [2]],
    ['a link over one word', '[Decision](https://x.y) Owner:', [1]],
    ['a longer alias with the same start', 'Decision Owners |', [0]],
    ['a script without case', '决策人：@alice', [0]],
    ['every place', 'Decider: a\nDecider: b', [0, 11]],
    ['an entity', 'Decision&nbsp;Owner: @alice', [8]],
  ])('sees %s', (_, text, expected) => {
    expect(scan.hits(text)).toEqual(expected);
  });

  it.each([
    ['prose', 'the decision owner is whoever leads'],
    ['a longer word', 'Decision ownership:'],
    ['one of the words', 'Decision: x'],
    ['a blank line between the words', 'Decision\n\nOwner: x'],
    ['letters of another script', 'Decіsion Owner:'],
    ['nothing', ''],
  ])('passes over %s', (_, text) => {
    expect(scan.hits(text)).toEqual([]);
  });

  it('sees nothing without aliases', () => {
    expect(compileAliasScan([]).hits('Decision Owner: @alice')).toEqual([]);
  });

  it('says whether a label begins within a stretch', () => {
    const text = 'Author: @bob\nDecider: @alice';
    expect([scan.sees(text, 0, 6), scan.sees(text, 13, 20)]).toEqual([false, true]);
  });
});

describe('decodeEntities', () => {
  it('decodes names and numbers, and leaves the rest', () => {
    expect(decodeEntities('&amp; &#65; &#x42; &nosuch; &')).toBe('& A B &nosuch; &');
  });
});
