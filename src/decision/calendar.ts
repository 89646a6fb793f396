/** Working time: in which zone, on which days, at which hours. */

export interface WorkCalendar {
  /** IANA name. */
  timezone: string;
  /** Days of the week on which nobody works, 1 (Monday) to 7 (Sunday). */
  weekend: readonly number[];
  /** Free days, `2026-12-24`. */
  holidays: readonly string[];
  /** Calls are made within these hours of a working day, in minutes since midnight. */
  hours: { from: number; to: number };
}
