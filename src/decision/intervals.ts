/** Stretches of time. */

/** From one moment up to another. */
export interface Interval {
  from: Date;
  until: Date;
}

/** The same in milliseconds since 1970, as it is reckoned with. */
export interface Stretch {
  from: number;
  until: number;
}

/** What of the intervals lies within a stretch: in order, with those that touch or overlap made one. */
export function within(intervals: readonly Interval[], { from, until }: Stretch): Stretch[] {
  const cut = intervals
    .map((interval) => ({ from: Math.max(interval.from.getTime(), from), until: Math.min(interval.until.getTime(), until) }))
    .filter((stretch) => stretch.from < stretch.until)
    .sort((one, other) => one.from - other.from);
  const apart: Stretch[] = [];
  for (const stretch of cut) {
    const last = apart.at(-1);
    if (last && stretch.from <= last.until) last.until = Math.max(last.until, stretch.until);
    else apart.push(stretch);
  }
  return apart;
}
