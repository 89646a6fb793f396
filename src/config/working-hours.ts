/** The hours of a working day as people write them: `09:00-17:00`. */

/** In minutes after midnight; `to` is the first minute after. */
export interface WorkingHours {
  from: number;
  to: number;
}

export const workingHoursExpected = 'hours of a day such as `09:00-17:00`, that end after they begin';

/** What any hours look like, for editors that check while somebody types; `24:00` is the end of the day. */
export const workingHoursShape = /^(?:[01]?[0-9]|2[0-3]):[0-5][0-9] ?[-–] ?(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$/;

/** Reads hours; null where the text is none, or where they do not end after they begin. */
export function parseWorkingHours(text: string): WorkingHours | null {
  if (!workingHoursShape.test(text)) return null;
  const [from = 0, to = 0] = text.split(/[-–]/).map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return from < to ? { from, to } : null;
}
