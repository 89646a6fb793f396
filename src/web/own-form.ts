import type { MiddlewareHandler } from 'hono';
import { messagePage } from './page.ts';

/**
 * Lets a form in that comes from a page of this server. Browsers say from where a form comes, and no website can say it for
 * them; the cookies of sessions do not travel with forms from elsewhere either.
 */
export function onlyOwnForms(baseUrl: () => string): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const isOwn = site === undefined ? c.req.header('origin') === new URL(baseUrl()).origin : site === 'same-origin';
    if (c.req.method === 'POST' && !isOwn) {
      return c.html(messagePage('This form comes from elsewhere', 'Expected a form of a page of this server. Open the page anew, and send its form again.'), 403);
    }
    await next();
    return undefined;
  };
}
