import { Hono } from 'hono';
import type { Metrics } from '../app/metrics.ts';
import type { Readiness } from '../app/serve.ts';

export interface HealthParts {
  readiness: () => Promise<Readiness>;
  metrics: Pick<Metrics, 'render'>;
}

/** For whoever runs the server: `/healthz` (the process lives), `/readyz` (it can do its work), `/metrics`. */
export function healthRoutes({ readiness, metrics }: HealthParts): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => c.text('ok\n'));
  routes.get('/readyz', async (c) => {
    const parts = await readiness();
    const isReady = Object.values(parts).every((lack) => lack === null);
    const said = Object.fromEntries(Object.entries(parts).map(([name, lack]) => [name, lack ?? 'ok']));
    return c.json({ ready: isReady, ...said }, isReady ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    const { contentType, text } = await metrics.render();
    return c.body(text, 200, { 'content-type': contentType });
  });
  return routes;
}
