/** What goes wrong on purpose. Nothing does until it is asked for. */
import { errorBody } from './refusal.ts';
import type { RouteAnswer } from '../route.ts';

/**
 * A status: GitHub is out of order; 403, a right that the App was not given. `reset`: the connection breaks. `hang`: no answer ever comes.
 * The limits are those of GitHub, and are always met before anything is done.
 */
export type FaultKind = 403 | 500 | 502 | 503 | 'reset' | 'hang' | 'secondary-limit' | 'too-many-requests' | 'primary-limit';

export interface Asked {
  method: string;
  /** `/repos/{owner}/{repo}`; null where there is no such route. */
  template: string | null;
  path: string;
}

export interface Fault {
  /** Which requests: each part that is given must fit. */
  match?: { method?: string; template?: string; test?: (asked: Asked) => boolean };
  kind: FaultKind;
  /** Whether the request has been carried out by then; before, unless said. */
  moment?: 'before' | 'after';
  /** How often; once, unless said. `Infinity` is allowed. */
  times?: number;
  /** Seconds until a limit ends; unless said, a minute, and for `primary-limit` what is left of the hour. */
  retryAfter?: number;
}

export interface DeliveryFault {
  /** `duplicate`: it comes twice. `lose`: it never arrives, and the log says so. `reorder`: it comes after the next one. */
  kind: 'duplicate' | 'lose' | 'reorder';
  /** Which deliveries; all, unless said. A seeded random function makes a choice that can be repeated. */
  when?: (delivery: { event: string; guid: string }) => boolean;
}

export interface Faults {
  next: (fault: Fault) => void;
  /** From now on, until `clear`. The first that fits a delivery counts. */
  deliveries: (fault: DeliveryFault) => void;
  clear: () => void;
}

export interface FaultBook extends Faults {
  take: (asked: Asked) => Fault | null;
  takeForDelivery: (delivery: { event: string; guid: string }) => DeliveryFault['kind'] | null;
}

const limits: readonly FaultKind[] = ['secondary-limit', 'too-many-requests', 'primary-limit'];

export function createFaults(): FaultBook {
  const pending: (Fault & { left: number })[] = [];
  const onDeliveries: DeliveryFault[] = [];
  return {
    next(fault) {
      if (fault.moment === 'after' && limits.includes(fault.kind)) throw new TypeError(`Unexpected "after" for ${fault.kind}, expected "before": GitHub does nothing past a limit`);
      pending.push({ ...fault, left: fault.times ?? 1 });
    },
    deliveries(fault) {
      onDeliveries.push(fault);
    },
    clear() {
      pending.length = 0;
      onDeliveries.length = 0;
    },
    take(asked) {
      const fault = pending.find(({ left, match }) => left > 0 && fits(match, asked));
      if (fault) fault.left -= 1;
      return fault ?? null;
    },
    takeForDelivery: (delivery) => onDeliveries.find(({ when }) => when?.(delivery) ?? true)?.kind ?? null,
  };
}

function fits({ method, template, test }: NonNullable<Fault['match']> = {}, asked: Asked): boolean {
  return (method === undefined || method === asked.method) && (template === undefined || template === asked.template) && (test?.(asked) ?? true);
}

/** For the log of requests: `502 after`. */
export function renderFault({ kind, moment = 'before' }: Fault): string {
  return `${kind} ${moment}`;
}

/** What GitHub sends in such a case; null where nothing is sent in its place. A limit that is used up refuses by itself. */
export function faultAnswer({ kind, retryAfter = 60 }: Fault): RouteAnswer | null {
  const after = { 'retry-after': String(retryAfter) };
  switch (kind) {
    case 'reset':
    case 'hang':
    case 'primary-limit':
      return null;
    case 'secondary-limit':
      return { status: 403, headers: after, body: errorBody(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.') };
    case 'too-many-requests':
      return { status: 429, headers: after, body: errorBody(429, 'Too many requests. Please wait a few minutes before you try again.') };
    default:
      return { status: kind, body: errorBody(kind, kind === 403 ? 'Resource not accessible by integration' : 'Server Error') };
  }
}
