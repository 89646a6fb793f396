import { describe, expect, it } from '@jest/globals';
import type { HolidayLookUp } from '../../src/app/country-holidays.ts';
import { readWorkCalendar } from '../../src/app/work-calendar.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { defaultConfig } from '../../src/config/schema.ts';

const now = new Date('2026-07-01T12:00Z');
const holidaysOf: HolidayLookUp = async (place, year) => await Promise.resolve([`${year}-01-01`, `${year}-${place === 'DE' ? '10-03' : '07-04'}`]);

describe('readWorkCalendar', () => {
  it('asks for no holidays where no country is named', async () => {
    const nobody: HolidayLookUp = async (place) => await Promise.reject(new Error(place));
    expect(await readWorkCalendar(defaultConfig.calendar, { now, holidaysOf: nobody })).toEqual({
      timezone: 'UTC',
      weekend: [6, 7],
      holidays: [],
      hours: { from: 540, to: 1020 },
    });
  });

  it('joins the holidays of four years with those of the config', async () => {
    const text = 'calendar: {timezone: Asia/Dubai, weekend: [sunday, friday], hours: "8:00-12:30", country: DE, holidays: [2026-12-24, 2026-10-03]}';
    const parsed = parseConfig(text, { rules: [] });
    expect(parsed.ok && (await readWorkCalendar(parsed.config.calendar, { now, holidaysOf }))).toEqual({
      timezone: 'Asia/Dubai',
      weekend: [7, 5],
      holidays: ['2025-01-01', '2025-10-03', '2026-01-01', '2026-10-03', '2026-12-24', '2027-01-01', '2027-10-03', '2028-01-01', '2028-10-03'],
      hours: { from: 480, to: 750 },
    });
  });

  it('fails where the holidays cannot be told', async () => {
    const failing: HolidayLookUp = async () => await Promise.reject(new Error('no such place'));
    await expect(readWorkCalendar({ ...defaultConfig.calendar, country: 'DE' }, { now, holidaysOf: failing })).rejects.toThrow('no such place');
  });
});
