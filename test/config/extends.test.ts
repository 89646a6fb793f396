import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeConfigData, parseExtends } from '../../src/config/extends.ts';

describe('parseExtends', () => {
  it.each([
    ['.github', { owner: null, repo: '.github', path: null }],
    ['acme/.github', { owner: 'acme', repo: '.github', path: null }],
    [' acme/rules ', { owner: 'acme', repo: 'rules', path: null }],
    ['acme/rules:config/unpause.yml', { owner: 'acme', repo: 'rules', path: 'config/unpause.yml' }],
    ['rules:.github/unpause.yml', { owner: null, repo: 'rules', path: '.github/unpause.yml' }],
  ])('reads %j', (text, reference) => {
    expect(parseExtends(text)).toEqual(reference);
  });

  it.each(['', '..', '.', 'a/b/c', 'acme/', '/rules', 'acme/rules:', 'acme/rules:../x', 'acme/rules:/etc/x', 'acme/rules:a//b', 'acme/rules:a/./b', 'rules:a\\..\\b', 'https://github.com/acme/rules'])(
    'refuses %j',
    (text) => {
      expect(parseExtends(text)).toBeNull();
    },
  );
});

const data = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer()), tie('map')),
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), tie('value'), { noNullPrototype: true }),
}));

describe('mergeConfigData', () => {
  it('merges maps key by key, at every depth', () => {
    expect(mergeConfigData({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: 4, e: 5 } })).toEqual({ a: { b: 1, c: 4, e: 5 }, d: 3 });
  });

  it.each([
    ['a list', [1, 2], [3]],
    ['a single value', { a: 1 }, 'x'],
    ['a map over a single value', 'x', { a: 1 }],
    ['an explicit null', { a: 1 }, null],
  ])('replaces what is inherited by %s', (_, inherited, own) => {
    expect(mergeConfigData({ key: inherited }, { key: own })).toEqual({ key: own });
  });

  it('keeps what is inherited where there is nothing of its own', () => {
    fc.assert(fc.property(data.map, (inherited) => {
      expect(mergeConfigData(inherited, {})).toEqual(Object.assign(Object.create(null) as object, inherited));
      expect(mergeConfigData(inherited, undefined)).toBe(inherited);
    }));
  });

  it('gives its own config where nothing is inherited', () => {
    fc.assert(fc.property(data.value, (own) => {
      expect(JSON.stringify(mergeConfigData({ key: 1 }, { key: own }))).toBe(JSON.stringify({ key: own }));
    }));
  });

  it('changes nothing when merged with itself', () => {
    fc.assert(fc.property(data.map, (own) => {
      expect(JSON.stringify(mergeConfigData(own, own))).toBe(JSON.stringify(own));
    }));
  });

  it('does not depend on how three are grouped, while maps meet maps', () => {
    const maps = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.dictionary(fc.constantFrom('d', 'e'), fc.integer()));
    fc.assert(fc.property(maps, maps, maps, (a, b, c) => {
      expect(mergeConfigData(mergeConfigData(a, b), c)).toEqual(mergeConfigData(a, mergeConfigData(b, c)));
    }));
  });

  it('changes neither argument', () => {
    fc.assert(fc.property(data.map, data.map, (inherited, own) => {
      const before = JSON.stringify([inherited, own]);
      mergeConfigData(inherited, own);
      expect(JSON.stringify([inherited, own])).toBe(before);
    }));
  });

  it('does not let a key reach the prototype of every object', () => {
    mergeConfigData({ a: 1 }, JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
