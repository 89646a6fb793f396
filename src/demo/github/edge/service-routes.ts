/** What GitHub says of itself. */
import type { Caller } from '../route.ts';
import type { GuardedRoute } from './authorize.ts';
import type { RateLimit } from './rate-limit.ts';

const everybody: readonly Caller['kind'][] = ['app', 'installation', 'user', 'anonymous'];

export function serviceRoutes(rateLimit: RateLimit): readonly GuardedRoute[] {
  return [
    { method: 'GET', path: '/meta', permissions: [], callers: everybody, handle: () => ({ status: 200, body: { verifiable_password_authentication: false, hooks: ['127.0.0.1/32'], api: ['127.0.0.1/32'] } }) },
    {
      method: 'GET',
      path: '/rate_limit',
      permissions: [],
      callers: everybody,
      handle({ caller }) {
        const core = rateLimit.read(caller);
        return { status: 200, body: { resources: { core, search: core }, rate: core } };
      },
    },
  ];
}
