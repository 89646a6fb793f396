/** Fewer than this are single cases, and no distribution: nobody learns from their percentiles, and somebody may be guessed from them. */
export const fewest = 5;

/** By nearest rank: the smallest of the numbers that at least this share of them does not exceed. Null for fewer than five. */
export function percentile(numbers: readonly number[], share: number): number | null {
  if (numbers.length < fewest) return null;
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** What part of a whole something is; null where the whole is fewer than five. */
export function shareOf(part: number, whole: number): number | null {
  return whole < fewest ? null : part / whole;
}
