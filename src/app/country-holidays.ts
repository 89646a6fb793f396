/** The public holidays of a country. The package that knows them is large, so it is loaded when the first one is asked for. */
import type { HolidaysTypes } from 'date-holidays';
import { millisecondsPerDay } from '../decision/zone-days.ts';

/** The free days of a year in a country or a part of one (`DE`, `US-CA`), as dates in order. Fails where none are known. */
export type HolidayLookUp = (place: string, year: number) => Promise<readonly string[]>;

/** A look-up that remembers its answers: working a year out costs as much as a hundred looks at a calendar. */
export function createHolidayLookUp(): HolidayLookUp {
  const known = new Map<string, readonly string[]>();
  return async (place, year) => {
    const name = `${place} ${year}`;
    const days = known.get(name) ?? (await readHolidays(place, year));
    known.set(name, days);
    return days;
  };
}

async function readHolidays(place: string, year: number): Promise<readonly string[]> {
  const { default: Holidays } = await import('date-holidays');
  const [country = '', part] = place.split('-');
  const calendar = new Holidays({ types: ['public'] });
  const isKnown = Object.hasOwn(calendar.getCountries('en'), country) && (part === undefined || Object.hasOwn(calendar.getStates(country, 'en') ?? {}, part));
  const days = isKnown ? freeDays(new Holidays({ country, ...(part !== undefined && { state: part }) }, { types: ['public'] }).getHolidays(year)) : [];
  if (days.length > 0) return days;
  throw new Error(`Unexpected "${place}" in calendar.country: no public holidays are known of it in ${year}. Name another country or part of one, or leave it out and list the free days in calendar.holidays`);
}


/** `2026-12-24 14:00:00`; where days begin at sunset, `2026-04-02 00:00:00 -0600` is six hours before that. */
const startShape = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(?: -(\d{2})(\d{2}))?$/;

function freeDays(holidays: readonly HolidaysTypes.Holiday[]): readonly string[] {
  return [...new Set(holidays.filter(({ type }) => type === 'public').flatMap(daysOf))].sort();
}

/** The days of which a holiday takes more than half: not the eve on which it begins, nor a day free from noon on. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const [, clocks, hours = '0', minutes = '0'] = startShape.exec(date) ?? [];
  if (clocks === undefined) throw new Error(`Unexpected start "${date}" of a holiday, expected a date and a time`);
  const from = Date.parse(`${clocks.replace(' ', 'T')}Z`) - (Number(hours) * 60 + Number(minutes)) * 60_000;
  const until = from + end.getTime() - start.getTime();
  const days: string[] = [];
  for (let day = Math.floor(from / millisecondsPerDay) * millisecondsPerDay; day < until; day += millisecondsPerDay) {
    const taken = Math.min(day + millisecondsPerDay, until) - Math.max(day, from);
    if (taken > millisecondsPerDay / 2) days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
