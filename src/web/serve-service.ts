/** Gives a service its ears: which of the routes a process answers follows from its role. */
import type { Hono } from 'hono';
import type { Logger } from '../app/log.ts';
import { createOwnWorkBook } from '../app/own-work.ts';
import type { Service } from '../app/serve.ts';
import type { Settings } from '../app/settings.ts';
import { createFindViewer } from './find-viewer.ts';
import { type HttpServer, startHttpServer } from './http-server.ts';
import { createWebApp } from './web-app.ts';

/** Listens for the service. */
export async function serveService(service: Service, settings: Settings, log: Logger): Promise<HttpServer> {
  let listening: HttpServer | null = null;
  const app = webAppOf(service, settings, { baseUrl: () => settings.publicUrl ?? listening?.url ?? '', log });
  listening = await startHttpServer(app, settings);
  return listening;
}

/** What the service answers over HTTP; `baseUrl` is this server as browsers reach it. */
export function webAppOf(service: Service, settings: Settings, { baseUrl, log }: { baseUrl: () => string; log: Logger }): Hono {
  const { role, publicUrl, githubUrl, webhookProxyUrl } = settings;
  const { metrics, secrets, take, setup, facts, readiness, access, database, now } = service;
  const findViewer = createFindViewer({ access, baseUrl });
  return createWebApp({
    headers: { githubUrl, isHttps: publicUrl?.startsWith('https:') ?? false },
    facts,
    readiness,
    metrics,
    webhooks: role === 'worker' ? null : { secrets, take, metrics, log },
    setup: setup && { setup, githubUrl, baseUrl, webhookProxyUrl },
    people: role === 'worker' ? null : { access, baseUrl, ownWork: createOwnWorkBook(database, now), githubUrl },
    pages: role === 'worker' ? null : { database, findViewer, now, githubUrl, baseUrl },
    log,
  });
}
