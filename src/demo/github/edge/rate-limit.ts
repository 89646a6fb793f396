/** GitHub's primary rate limit: so many requests per caller in an hour of the stand-in's time; a 304 costs nothing. */
import type { Clock } from '../clock.ts';
import type { Caller } from '../route.ts';
import { Refusal } from './refusal.ts';

const hour = 3_600_000;

export interface RateLimit {
  /** Counts a request of this caller; throws GitHub's refusal where none is left. */
  spend: (caller: Caller) => void;
  /** Takes one back: its answer was a 304. */
  refund: (caller: Caller) => void;
  /** Nothing is left for this caller until its hour is over, which is in so many seconds at most. */
  exhaust: (caller: Caller, seconds: number) => void;
  headers: (caller: Caller) => Record<string, string>;
  /** For `GET /rate_limit`; `reset` in seconds since 1970. */
  read: (caller: Caller) => { limit: number; used: number; remaining: number; reset: number };
}

interface Window {
  endsAt: number;
  used: number;
}

export function createRateLimit(clock: Clock, hourlyLimit: number): RateLimit {
  const windows = new Map<string, Window>();
  const windowOf = (caller: Caller) => {
    const now = clock.now().getTime();
    const name = nameOf(caller);
    const known = windows.get(name);
    if (known && known.endsAt > now) return known;
    const begun = { endsAt: now + hour, used: 0 };
    windows.set(name, begun);
    return begun;
  };
  const read: RateLimit['read'] = (caller) => {
    const { used, endsAt } = windowOf(caller);
    return { limit: hourlyLimit, used, remaining: Math.max(0, hourlyLimit - used), reset: Math.ceil(endsAt / 1000) };
  };
  const headers: RateLimit['headers'] = (caller) => {
    const named = Object.entries(read(caller)).map(([name, value]) => [`x-ratelimit-${name}`, String(value)]);
    return { ...(Object.fromEntries(named) as Record<string, string>), 'x-ratelimit-resource': 'core' };
  };
  return {
    read,
    headers,
    spend(caller) {
      if (read(caller).remaining === 0) throw new Refusal(403, `API rate limit exceeded for ${nameOf(caller)}.`, { headers: headers(caller) });
      windowOf(caller).used += 1;
    },
    refund(caller) {
      windowOf(caller).used -= 1;
    },
    exhaust(caller, seconds) {
      const window = windowOf(caller);
      window.used = hourlyLimit;
      window.endsAt = Math.min(window.endsAt, clock.now().getTime() + seconds * 1000);
    },
  };
}

function nameOf(caller: Caller): string {
  switch (caller.kind) {
    case 'app':
      return `app ID ${caller.appId}`;
    case 'installation':
      return `installation ID ${caller.installationId}`;
    case 'user':
      return `user ${caller.login}`;
    case 'anonymous':
      return '127.0.0.1';
  }
}
