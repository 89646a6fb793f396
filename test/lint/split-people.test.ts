import { describe, expect, it } from '@jest/globals';
import { owners } from '../support/lint-text.ts';

const field = (value: string): string => `Decision Owner: ${value}\n`;

describe('a value is split', () => {
  it.each([
    ['at a comma', 'Alice Smith, Bob Jones'],
    ['at a comma without spaces', 'Alice Smith,Bob Jones'],
    ['at a semicolon', 'Alice Smith; Bob Jones'],
    ['at an ideographic comma', 'Alice Smith、Bob Jones'],
    ['at an ampersand with spaces', 'Alice Smith & Bob Jones'],
    ['at an ampersand written as an entity', 'Alice Smith &amp; Bob Jones'],
    ['at a slash with spaces', 'Alice Smith / Bob Jones'],
    ['at "and"', 'Alice Smith and Bob Jones'],
    ['at "or"', 'Alice Smith or Bob Jones'],
    ['at "and/or"', 'Alice Smith and/or Bob Jones'],
    ['at a capital "AND"', 'Alice Smith AND Bob Jones'],
    ['at a comma before "and"', 'Alice Smith, and Bob Jones'],
    ['at a comma before an ampersand', 'Alice Smith, & Bob Jones'],
    ['at several commas', 'Alice Smith,, ,Bob Jones'],
    ['at a line break after a separator', 'Alice Smith,\nBob Jones'],
  ])('%s', (_, value) => {
    expect(owners(field(value))).toEqual(['Alice Smith', 'Bob Jones']);
  });

  it.each([
    ['at a space', '@alice @bob'],
    ['at several spaces', '@alice   @bob'],
    ['at a slash', '@alice/@bob'],
    ['at an ampersand', '@alice&@bob'],
    ['at a plus', '@alice + @bob'],
    ['at a bar', '@alice | @bob'],
    ['at a comma', '@alice,@bob'],
    ['at "and", before a name too', '@alice and @bob'],
  ])('between handles, %s', (_, value) => {
    expect(owners(field(value))).toEqual(['@alice', '@bob']);
  });

  it('between a handle and a name', () => {
    expect(owners(field('@alice and Bob Jones'))).toEqual(['@alice', 'Bob Jones']);
  });

  it('between a handle with parentheses and another', () => {
    expect(owners(field('@alice (lead) @bob'))).toEqual(['@alice (lead)', '@bob']);
  });
});

describe('a value is not split', () => {
  it.each([
    ['inside parentheses', 'Alice Smith (Bob Jones, Carol and Dave)'],
    ['inside nested parentheses', 'Alice (a, (b, c), d)'],
    ['between a name and a handle', 'Alice Smith @alice'],
    ['between a handle and a name', '@alice Alice Smith'],
    ['at an ampersand without spaces', 'AT&T'],
    ['at a slash without spaces', 'Alice/Bob'],
    ['inside a word', 'Alexander Orlando'],
    ['at a hyphen', 'Jean-Luc Anderson'],
    ['before what belongs to the name', 'Alice Smith, Jr'],
    ['before a role', 'Alice Smith, team lead'],
    ['before a role of several words', 'Alice Smith, the Senior Product Manager'],
    ['before the address of the same person', 'Alice Smith, alice@example.org'],
    ['before an address with the family name', 'Alice Smith, asmith@example.org'],
  ])('%s', (_, value) => {
    expect(owners(field(value))).toEqual([value]);
  });

  it('before an address of somebody else, it is', () => {
    expect(owners(field('Alice Smith, bob@example.org'))).toEqual(['Alice Smith', 'bob@example.org']);
  });

  it('after a parenthesis that never closes, it still is', () => {
    expect(owners(field('Alice (Acme, Bob'))).toEqual(['Alice (Acme', 'Bob']);
  });

  it('after a role, it is at the next person', () => {
    expect(owners(field('Alice Smith, team lead, Bob Jones, CTO'))).toEqual(['Alice Smith, team lead', 'Bob Jones, CTO']);
  });
});
