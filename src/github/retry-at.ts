/** GitHub asks for a minute where a limit names no time of its own. */
const unnamedWait = 60_000;

/** When a limit ends, by the headers (lower case) of the answer that refused, received at `now` (milliseconds). */
export function retryAtOf(headers: Readonly<Record<string, string>>, now: number): Date {
  const after = headers['retry-after'];
  if (after !== undefined && /^\d+$/.test(after)) return new Date(now + Number(after) * 1000);
  const reset = headers['x-ratelimit-reset'];
  const isSpent = headers['x-ratelimit-remaining'] === '0' && reset !== undefined && /^\d+$/.test(reset);
  return new Date(isSpent ? Math.max(now, Number(reset) * 1000) : now + unnamedWait);
}
