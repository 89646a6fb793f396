import { describe, expect, it } from '@jest/globals';
import { createHolidayLookUp } from '../../src/app/country-holidays.ts';
import { holidayPlaces } from '../../src/config/holiday-places.ts';
import { runs } from '../support/property-runs.ts';

const holidaysOf = createHolidayLookUp();

describe('createHolidayLookUp', () => {
  it('knows the public holidays of a country, in order', async () => {
    expect(await holidaysOf('DE', 2026)).toEqual(['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26']);
  });

  it.each([
    ['a holiday of a part only', 'DE-BE', '2026-03-08', true],
    ['a holiday of another part', 'DE-BE', '2026-01-06', false],
    ['a day that takes the place of one on a weekend', 'US', '2026-07-03', true],
    ['a holiday that banks alone keep', 'DE', '2026-12-24', false],
    ['a holiday of a state', 'US-CA', '2026-03-31', true],
    ['a day whose evening is free', 'AU-SA', '2026-12-24', false],
    ['a day that is free from noon on', 'GT', '2026-12-31', false],
    ['the eve on which a holiday begins', 'TR', '2026-03-19', false],
    ['the first day of three', 'TR', '2026-03-20', true],
    ['the last day of three', 'TR', '2026-03-22', true],
    ['the day after', 'TR', '2026-03-23', false],
    ['the day that began at sunset', 'IL', '2026-04-02', true],
    ['the second day of new year', 'AM', '2026-01-02', true],
  ])('judges %s', async (_, place, day, isFree) => {
    expect((await holidaysOf(place, Number(day.slice(0, 4)))).includes(day)).toBe(isFree);
  });

  it.each([
    ['QQ', 2026],
    ['BT', 2026],
    ['DE-QQ', 2026],
    ['constructor', 2026],
    ['DE-constructor', 2026],
  ])('does not take %s for a place without holidays', async (place, year) => {
    await expect(holidaysOf(place, year)).rejects.toThrow(`Unexpected "${place}" in calendar.country: no public holidays are known of it in ${year}. Name another`);
  });

  it('knows days of every place that a config may name', async () => {
    const step = runs({ desk: 8, ci: 1, long: 1 });
    const places = holidayPlaces().filter((_, index) => index % step === 0);
    const lists = await Promise.all(places.map(async (place) => await holidaysOf(place, 2027)));
    expect(lists.flat().filter((day) => !/^202[678]-\d{2}-\d{2}$/.test(day))).toEqual([]);
    expect(Math.min(...lists.map((days) => days.length))).toBeGreaterThan(3);
    expect(Math.max(...lists.map((days) => days.length))).toBeLessThan(60);
  });
});
