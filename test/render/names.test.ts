import { describe, expect, it } from '@jest/globals';
import { firstInWords, inertLogin, inertName, inWords, mention } from '../../src/render/names.ts';
import { spokenTo } from './spoken-to.ts';

describe('mention', () => {
  it.each(['alice', 'bob-smith', 'carol_acme', '0x1', 'trailing-'])('notifies %s', (login) => {
    expect(mention({ login })).toBe(`@${login}`);
    expect(spokenTo(mention({ login })).mentioned).toEqual([login]);
  });

  it.each(['a b', 'acme/all', 'x](https://evil.example)', '', 'alice\n@bob', '-alice'])('notifies nobody by what is no login: “%s”', (login) => {
    expect(spokenTo(mention({ login })).mentioned).toEqual([]);
  });
});

describe('inertName', () => {
  it.each([
    [{ id: 1, login: 'alice' }, '@\u200balice'],
    [{ id: 1, login: 'carol_acme' }, '@\u200bcarol\\_acme'],
    [{ team: 'acme/infra' }, '@\u200bacme/infra'],
  ])('names somebody and notifies nobody', (who, expected) => {
    expect(inertName(who)).toBe(expected);
    expect(spokenTo(expected).mentioned).toEqual([]);
  });

  it('takes a login with its @ as well', () => {
    expect(inertLogin('@alice')).toBe(inertLogin('alice'));
  });
});

describe('inWords', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('joins %j', (items, expected) => {
    expect(inWords(items)).toBe(expected);
  });
});

describe('firstInWords', () => {
  it('says how many there are besides those that fit', () => {
    const names = Array.from({ length: 100 }, (_, index) => `name-${String(index).padStart(5, '0')}`);
    const text = firstInWords(names);
    expect(text).toMatch(/^name-00000, .*, name-00039 and 60 more$/);
  });

  it('shows one in any case', () => {
    expect(firstInWords(['x'.repeat(500), 'y'], 'or')).toBe(`${'x'.repeat(500)} or 1 more`);
  });
});
