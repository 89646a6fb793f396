import type { RouteAnswer, RouteRequest } from '../route.ts';
import { ok } from './asked.ts';

/** `{ viewer { login } }` in GraphQL: whose token it is, also an installation's. Null for any other question. */
export function answerViewer({ body, caller }: RouteRequest): RouteAnswer | null {
  const { query } = body;
  if (typeof query !== 'string' || query.replace(/\s+/g, ' ').trim() !== '{ viewer { login } }') return null;
  return ok({ data: { viewer: caller.kind === 'user' || caller.kind === 'installation' ? { login: caller.login } : null } });
}
