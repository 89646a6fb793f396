/** Everything that the server answers over HTTP. */
import { Hono } from 'hono';
import { webhookPath } from '../app/app-manifest.ts';
import type { Log } from '../store/log.ts';
import { healthRoutes, type HealthParts } from './health-routes.ts';
import { meRoutes, type MeRouteParts } from './me-routes.ts';
import { messagePage, stylesheetPath } from './page.ts';
import type { PageParts } from './pages/page-parts.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { answerRefused, RefusedViewer } from './refused-viewer.ts';
import { securityHeaders, type HeaderOptions } from './security-headers.ts';
import { setupRoutes, type SetupParts } from './setup-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { startPage, type ServerFacts } from './start-page.ts';
import { stylesheet } from './stylesheet.ts';
import { webhookRoute, type WebhookParts } from './webhook-route.ts';

export interface WebParts extends HealthParts {
  headers: HeaderOptions;
  facts: () => ServerFacts;
  /** Null where this process takes no deliveries. */
  webhooks: WebhookParts | null;
  /** Null where this process is not to be set up here. */
  setup: SetupParts | null;
  /** Null where this process shows nobody anything. */
  people: MeRouteParts | null;
  /** Null where this process shows none. */
  pages: PageParts | null;
  log: Log;
}

/** The web app; it holds no state of its own. */
export function createWebApp({ headers, facts, webhooks, setup, pages, people, log, ...health }: WebParts): Hono {
  const app = new Hono();
  app.use(securityHeaders(headers));
  app.use(async (c, next) => {
    await next();
    if (c.res.headers.get('cache-control') === null) c.header('cache-control', 'no-store');
  });
  if (webhooks) app.route(webhookPath, webhookRoute(webhooks));
  app.route('/', healthRoutes(health));
  app.get('/', (c) => c.html(startPage(facts())));
  app.get(stylesheetPath, (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }));
  if (pages) app.route('/', pageRoutes(pages));
  if (setup) app.route('/setup', setupRoutes(setup));
  if (people) {
    app.route('/', signInRoutes(people));
    app.route('/me', meRoutes(people));
  }
  app.notFound((c) => c.html(messagePage('Nothing here', 'There is no page at this address.'), 404));
  app.onError((error, c) => {
    if (error instanceof RefusedViewer) return answerRefused(c, error);
    // A reader that has gone away is no mistake of the server's.
    if (!c.req.raw.signal.aborted) log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    return c.html(messagePage('This did not work', 'The server could not answer; its log says why.'), 500);
  });
  return app;
}
