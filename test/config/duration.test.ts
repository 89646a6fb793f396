import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approximateHours, type Duration, durationShape, durationUnits, parseDuration, renderDuration } from '../../src/config/duration.ts';

const durations = fc.record({ amount: fc.integer({ min: 1, max: 100_000 }), unit: fc.constantFrom(...durationUnits) });

describe('parseDuration', () => {
  it.each<[string, number, Duration['unit']]>([
    ['P2D', 2, 'days'],
    ['PT36H', 36, 'hours'],
    ['p1w', 1, 'weeks'],
    ['PT90M', 90, 'minutes'],
    ['P1M', 1, 'months'],
    ['P1Y2M', 14, 'months'],
    ['P1Y', 12, 'months'],
    ['P1DT12H', 36, 'hours'],
    ['P1W2D', 9, 'days'],
    ['P1DT30M', 1470, 'minutes'],
    ['P0DT2H', 2, 'hours'],
    ['36h', 36, 'hours'],
    ['2d', 2, 'days'],
    ['3 working days', 3, 'working-days'],
    ['1 Working Day', 1, 'working-days'],
    ['3-working-days', 3, 'working-days'],
    ['5  business\tdays', 5, 'working-days'],
    ['1 week', 1, 'weeks'],
    ['a week', 1, 'weeks'],
    ['an hour', 1, 'hours'],
    ['one month', 1, 'months'],
    [' 30 minutes ', 30, 'minutes'],
    ['100000 hours', 100_000, 'hours'],
  ])('reads %j', (text, amount, unit) => {
    expect(parseDuration(text)).toEqual({ ok: true, duration: { amount, unit } });
  });

  it.each([
    ['', /such as/],
    ['3', /such as/],
    ['days', /such as/],
    ['3 dyas', /such as/],
    ['1.5 days', /such as/],
    ['-3 days', /such as/],
    ['3 days later', /such as/],
    ['5m', /such as/],
    ['P', /longer than nothing/],
    ['PT', /such as/],
    ['P1DT', /such as/],
    ['P0D', /longer than nothing/],
    ['0 days', /longer than nothing/],
    ['100001 hours', /at most 100000 hours/],
    ['P1M3D', /not both/],
    ['monday', /such as/],
    ['2026-12-01', /such as/],
  ])('refuses %j and says what was expected', (text, expected) => {
    expect(parseDuration(text)).toEqual({ ok: false, expected: expect.stringMatching(expected) });
  });

  it('reads back what is rendered', () => {
    fc.assert(fc.property(durations, (duration) => {
      expect(parseDuration(renderDuration(duration))).toEqual({ ok: true, duration });
    }));
  });

  it('takes nothing that the shape for editors would refuse', () => {
    const parts = fc.constantFrom('3', '12', 'a', 'an', 'one', ' ', '-', '\t', 'working', 'days', 'd', 'h', 'week', 'P', 'PT', 'T', '1D', '2H', 'W', 'p');
    fc.assert(fc.property(fc.array(parts, { maxLength: 6 }), (words) => {
      const text = words.join('');
      if (parseDuration(text).ok) expect(text).toMatch(durationShape);
    }), { numRuns: 3000 });
  });
});

describe('renderDuration', () => {
  it.each<[Duration, string]>([
    [{ amount: 1, unit: 'working-days' }, '1 working day'],
    [{ amount: 3, unit: 'working-days' }, '3 working days'],
    [{ amount: 1, unit: 'weeks' }, '1 week'],
    [{ amount: 36, unit: 'hours' }, '36 hours'],
  ])('says %j as %s', (duration, words) => {
    expect(renderDuration(duration)).toBe(words);
  });
});

describe('approximateHours', () => {
  it('takes five working days for a week', () => {
    expect(approximateHours({ amount: 5, unit: 'working-days' })).toBe(approximateHours({ amount: 1, unit: 'weeks' }));
  });

  it.each<[Duration, Duration]>([
    [{ amount: 90, unit: 'minutes' }, { amount: 2, unit: 'hours' }],
    [{ amount: 23, unit: 'hours' }, { amount: 1, unit: 'days' }],
    [{ amount: 1, unit: 'days' }, { amount: 1, unit: 'working-days' }],
    [{ amount: 4, unit: 'weeks' }, { amount: 1, unit: 'months' }],
  ])('finds %j shorter than %j', (shorter, longer) => {
    expect(approximateHours(shorter)).toBeLessThan(approximateHours(longer));
  });
});
