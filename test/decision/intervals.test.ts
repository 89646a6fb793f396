import { describe, expect, it } from '@jest/globals';
import { within } from '../../src/decision/intervals.ts';

describe('within', () => {
  it.each<[string, [number, number][], [number, number][]]>([
    ['nothing of nothing', [], []],
    ['those in it, in order', [[30, 40], [10, 20]], [[10, 20], [30, 40]]],
    ['one of those that overlap', [[10, 30], [20, 40]], [[10, 40]]],
    ['one of those that touch', [[10, 20], [20, 40]], [[10, 40]]],
    ['the one around another', [[10, 40], [20, 30]], [[10, 40]]],
    ['what is left of those that reach out', [[-5, 5], [90, 120]], [[0, 5], [90, 100]]],
    ['nothing of those outside', [[-10, 0], [100, 110]], []],
    ['nothing of the wrong way round', [[40, 30]], []],
  ])('gives %s', (_, intervals, expected) => {
    const given = intervals.map(([from, until]) => ({ from: new Date(from), until: new Date(until) }));
    expect(within(given, { from: 0, until: 100 })).toEqual(expected.map(([from, until]) => ({ from, until })));
  });
});
