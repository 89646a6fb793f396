/** Keeps everybody else out: the page acts for five people without asking who you are, so it is for this machine alone. */
import type { MiddlewareHandler } from 'hono';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A website can point a name of its own at 127.0.0.1; its requests then carry that name, and are refused. */
export function onlyLoopback(): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    if (!loopbackNames.has(name)) return c.text('Unexpected Host, expected 127.0.0.1 or localhost: the demo is for this machine alone\n', 403);
    await next();
    return undefined;
  };
}

/**
 * Forms come from this very page. Browsers say from where a form comes, and no website can say it for them; a client that
 * says nothing of the kind is no browser.
 */
export function onlySameOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const isOurs = site === undefined ? origin === undefined || origin === `http://${c.req.header('host') ?? ''}` : site === 'same-origin';
    if (c.req.method !== 'GET' && !isOurs) return c.text('Unexpected Origin, expected a form of this page\n', 403);
    await next();
    return undefined;
  };
}
