/** From what the config says about working time to what is reckoned with. */
import type { Config } from '../config/schema.ts';
import type { WorkCalendar } from '../decision/calendar.ts';
import type { HolidayLookUp } from './country-holidays.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Working time around now: the country's holidays are those of the last year, this one and the next two. */
export async function readWorkCalendar({ timezone, weekend, country, holidays, hours }: Config['calendar'], { now, holidaysOf }: { now: Date; holidaysOf: HolidayLookUp }): Promise<WorkCalendar> {
  const years = [-1, 0, 1, 2].map((ahead) => now.getUTCFullYear() + ahead);
  const free = country === null ? [] : (await Promise.all(years.map(async (year) => await holidaysOf(country, year)))).flat();
  return {
    timezone,
    weekend: weekend.map((name) => weekdays.indexOf(name) + 1),
    holidays: [...new Set([...free, ...holidays])].sort(),
    hours,
  };
}
