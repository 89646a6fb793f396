import { describe, expect, it } from '@jest/globals';
import { parseWorkingHours } from '../../src/config/working-hours.ts';

describe('parseWorkingHours', () => {
  it.each([
    ['09:00-17:00', 540, 1020],
    ['9:30 - 18:15', 570, 1095],
    ['08:00–16:00', 480, 960],
    ['00:00-24:00', 0, 1440],
    ['23:59-24:00', 1439, 1440],
  ])('reads %j', (text, from, to) => {
    expect(parseWorkingHours(text)).toEqual({ from, to });
  });

  it.each(['', '9-17', '17:00-09:00', '09:00-09:00', '22:00-06:00', '24:00-24:00', '09:60-17:00', '25:00-26:00', '09:00-24:30', '09:00', '9:00am-5:00pm', ' 09:00-17:00'])('refuses %j', (text) => {
    expect(parseWorkingHours(text)).toBeNull();
  });
});
