/** The web app over real HTTP, with a queue and a log that remember. */
import { createHmac, randomUUID } from 'node:crypto';
import { createMetrics } from '../../src/app/metrics.ts';
import type { Click, Delivery, QueuedLook } from '../../src/app/ports.ts';
import type { Readiness } from '../../src/app/serve.ts';
import type { Setup } from '../../src/app/setup.ts';
import { takeDelivery } from '../../src/app/webhooks.ts';
import { startHttpServer } from '../../src/web/http-server.ts';
import type { PageParts } from '../../src/web/pages/page-parts.ts';
import { createWebApp } from '../../src/web/web-app.ts';
import { recordingLog, type RecordingLog } from '../app/recording-log.ts';

export interface ServerParts {
  secrets?: () => readonly string[];
  /** What the store does with looks, beside remembering them. */
  addLooks?: () => Promise<void>;
  readiness?: () => Promise<Readiness>;
  counts?: () => Promise<{ queued: number; active: number; failed: number }>;
  facts?: () => { isSetUp: boolean; appUrl: string | null };
  setup?: { setup: Setup; githubUrl: string; webhookProxyUrl?: string };
  publicUrl?: string;
  takesDeliveries?: boolean;
  pages?: PageParts;
}

export interface TestServer {
  url: string;
  looks: QueuedLook[];
  clicks: Click[];
  log: RecordingLog;
  close: () => Promise<void>;
}

const empty = { queued: 0, active: 0, failed: 0 };

const usual = {
  secrets: () => ['current'],
  addLooks: async () => await Promise.resolve(),
  readiness: async () => await Promise.resolve({ database: null }),
  counts: async () => await Promise.resolve(empty),
  facts: () => ({ isSetUp: true, appUrl: 'https://github.com/apps/unpause' }),
  setup: null,
  publicUrl: null,
  takesDeliveries: true,
  pages: null,
};

export async function aServer(given: ServerParts = {}): Promise<TestServer> {
  const parts = { ...usual, ...given };
  const looks: QueuedLook[] = [];
  const clicks: Click[] = [];
  const log = recordingLog();
  const metrics = createMetrics(parts.counts);
  const delivery = {
    log,
    addLooks: async (added: readonly QueuedLook[]) => {
      await parts.addLooks();
      looks.push(...added);
    },
    keepClicks: async (kept: readonly Click[]) => {
      await Promise.resolve(clicks.push(...kept));
    },
  };
  const webhooks = { secrets: parts.secrets, take: async (taken: Delivery) => await takeDelivery(delivery, taken), metrics, log };
  let url = '';
  const app = createWebApp({
    headers: { githubUrl: parts.setup?.githubUrl ?? 'https://github.com', isHttps: parts.publicUrl?.startsWith('https:') === true },
    facts: parts.facts,
    readiness: parts.readiness,
    metrics,
    webhooks: parts.takesDeliveries ? webhooks : null,
    setup: parts.setup && { webhookProxyUrl: null, ...parts.setup, baseUrl: () => parts.publicUrl ?? url },
    people: null,
    pages: parts.pages,
    log,
  });
  const http = await startHttpServer(app, { host: '127.0.0.1', port: 0 });
  url = http.url;
  return { url, looks, clicks, log, close: http.close };
}

export function sign(body: string | Uint8Array, secret = 'current'): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

export const where = { installation: { id: 7 }, repository: { name: 'rfcs', owner: { login: 'acme' } } };

/** Headers as GitHub sends them with a body. */
export function headersFor(body: string | Uint8Array, event: string, secret?: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': sign(body, secret),
  };
}
