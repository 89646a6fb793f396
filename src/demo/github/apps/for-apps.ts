import type { GuardedRoute } from '../edge/authorize.ts';
import { Refusal } from '../edge/refusal.ts';
import type { RouteRequest } from '../route.ts';
import type { App } from './app.ts';
import type { AppBook } from './app-book.ts';

/** A route for an App's own token alone. */
export function forApps(method: GuardedRoute['method'], path: string): Omit<GuardedRoute, 'handle'> {
  return { method, path, permissions: [], callers: ['app'] };
}

/** The App that asks. */
export function appOf({ caller }: RouteRequest, book: AppBook): App {
  const app = caller.kind === 'app' ? book.find(String(caller.appId)) : null;
  if (!app) throw new Refusal(401, 'A JSON web token could not be decoded');
  return app;
}
