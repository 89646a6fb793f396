import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { holidayPlaces } from '../../src/config/holiday-places.ts';

describe('holidayPlaces', () => {
  it('names the countries and parts that the package with the holidays knows', () => {
    const known = new Holidays();
    const names = Object.keys(known.getCountries('en')).flatMap((country) => [country, ...Object.keys(known.getStates(country, 'en') ?? {}).map((part) => `${country}-${part}`)]);
    // Some parts go by names that are no codes of ISO 3166.
    expect(holidayPlaces().sort()).toEqual(names.filter((name) => /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(name)).sort());
  });

  it('gives a country before its parts', () => {
    expect(holidayPlaces().filter((place) => place.startsWith('BE'))).toEqual(['BE', 'BE-BRU', 'BE-DE', 'BE-VLG', 'BE-WAL']);
  });
});
