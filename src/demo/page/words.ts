/** Times and counts as the page writes them. */

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `2 days ago`, by a clock that may have been turned. */
export function timeAgo(instant: string, now: Date): string {
  const passed = now.getTime() - Date.parse(instant);
  for (const [unit, length] of steps) if (passed >= length) return relative.format(-Math.floor(passed / length), unit);
  return 'just now';
}

/** `Sat 21 November 2026, 07:49 UTC` */
export function clockTime(now: Date): string {
  const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(now);
  return `${format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })}, ${format({ hour: '2-digit', minute: '2-digit' })} UTC`;
}

/** Conclusions and states of checks, without their underscores. */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ');
}
