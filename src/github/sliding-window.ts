/** A limit as GitHub words its own: no more than so many in any stretch of time. */
export interface SlidingWindow {
  limit: number;
  /** In milliseconds. */
  span: number;
}

/** What a request cost. Until it has ended, nobody knows at which moment GitHub counted it. */
export interface Spending {
  units: number;
  /** Milliseconds since 1970; null while it is under way. */
  endedAt: number | null;
}

/**
 * The first moment at which so many more units keep within the limit, wherever between its begin and its end GitHub
 * counts each request. What is under way is taken to end now, so that the answer can be too early, never too late:
 * ask again then.
 */
export function earliestStart(spendings: readonly Spending[], { limit, span }: SlidingWindow, units: number, now: number): number {
  const counted = spendings.map((spending) => ({ units: spending.units, end: spending.endedAt ?? now })).filter(({ end }) => end + span > now);
  counted.sort((a, b) => a.end - b.end);
  let rest = counted.reduce((sum, spending) => sum + spending.units, 0) + units - limit;
  let start = now;
  for (const spending of counted) {
    if (rest <= 0) break;
    rest -= spending.units;
    start = spending.end + span;
  }
  return start;
}

/** Those that can still matter to a window of this span. */
export function stillCounted(spendings: readonly Spending[], span: number, now: number): Spending[] {
  return spendings.filter(({ endedAt }) => endedAt === null || endedAt + span > now);
}
