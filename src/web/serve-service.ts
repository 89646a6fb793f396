/** Gives a service its ears: which of the routes a process answers follows from its role. */
import type { Logger } from '../app/log.ts';
import type { Service } from '../app/serve.ts';
import type { Settings } from '../app/settings.ts';
import { type HttpServer, startHttpServer } from './http-server.ts';
import { stranger } from './viewer.ts';
import { createWebApp } from './web-app.ts';

/** Listens for the service. */
export async function serveService(service: Service, settings: Settings, log: Logger): Promise<HttpServer> {
  const { role, publicUrl, githubUrl, webhookProxyUrl } = settings;
  const { metrics, secrets, take, setup, facts, readiness, access, ownWork, database, now } = service;
  let listening: HttpServer | null = null;
  const baseUrl = (): string => publicUrl ?? listening?.url ?? '';
  const app = createWebApp({
    headers: { githubUrl, isHttps: publicUrl?.startsWith('https:') ?? false },
    facts,
    readiness,
    metrics,
    webhooks: role === 'worker' ? null : { secrets, take, metrics, log },
    setup: setup && { setup, githubUrl, baseUrl, webhookProxyUrl },
    people: role === 'worker' ? null : { access, baseUrl, ownWork, githubUrl },
    pages: role === 'worker' ? null : { database, findViewer: async () => await Promise.resolve(stranger), now },
    log,
  });
  listening = await startHttpServer(app, settings);
  return listening;
}
