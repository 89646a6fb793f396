import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { halfLifeFor } from '../../src/decision/dri-balance.ts';

const day = 86_400_000;
const people = fc.integer({ min: 1, max: 500 });
const begun = fc.integer({ min: 0, max: 5_000 });

describe('halfLifeFor', () => {
  it.each([
    ['thirty days where the pool goes round within two weeks', 12, 180, 30],
    ['twice the time in which a slow pool goes round', 40, 180, 80],
    ['two years where next to nobody is asked', 200, 3, 730],
    ['two years where nobody was asked', 12, 0, 730],
  ])('is %s', (_, size, terms, days) => {
    expect(halfLifeFor(size, terms) / day).toBe(days);
  });

  it('forgets nobody within a round, as far as two years go', () => {
    fc.assert(
      fc.property(people, begun, (size, terms) => {
        const halfLife = halfLifeFor(size, terms) / day;
        expect(halfLife).toBeGreaterThanOrEqual(30);
        expect(halfLife >= 730 || halfLife * terms >= 2 * 180 * size - 1e-6).toBe(true);
      }),
    );
  });

  it('is no longer where more are asked, nor where fewer share it', () => {
    fc.assert(
      fc.property(people, begun, fc.nat(100), (size, terms, more) => {
        expect(halfLifeFor(size, terms + more)).toBeLessThanOrEqual(halfLifeFor(size, terms));
        expect(halfLifeFor(size + more, terms)).toBeGreaterThanOrEqual(halfLifeFor(size, terms));
      }),
    );
  });
});
