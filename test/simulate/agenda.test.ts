import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openAgenda } from '../../scripts/simulate/agenda.ts';

describe('openAgenda', () => {
  it('gives the earliest first, and in order what comes together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const agenda = openAgenda<number>();
        for (const [order, at] of times.entries()) agenda.add(at, order);
        const expected = times.map((at, event) => ({ at, event })).sort((one, other) => one.at - other.at || one.event - other.event);
        expect(times.map(() => agenda.next())).toEqual(expected);
        expect(agenda.next()).toBe(null);
      }),
    );
  });
});
