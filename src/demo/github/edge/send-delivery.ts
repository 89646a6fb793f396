/** Sends one webhook over HTTP, signed as GitHub signs it. */
import { createHmac } from 'node:crypto';
import type { App } from '../apps/app.ts';

/** GitHub waits so long for an answer, in milliseconds. */
const patience = 10_000;

export interface Letter {
  app: App;
  guid: string;
  event: string;
  /** The payload, as JSON. */
  body: string;
}

export interface Outcome {
  /** Seconds. */
  duration: number;
  status: string;
  statusCode: number;
  headers: Record<string, string>;
  body: string | null;
}

/** The headers of a delivery, `X-Hub-Signature-256` among them where the App has a secret. */
export function deliveryHeaders({ app, guid, event, body }: Letter): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, app.webhookSecret ?? '').update(body).digest('hex');
  const signatures = { 'x-hub-signature': `sha1=${sign('sha1')}`, 'x-hub-signature-256': `sha256=${sign('sha256')}` };
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/stand-in',
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': String(400_000 + app.id),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    ...(app.webhookSecret === null ? {} : signatures),
  };
}

/** Never throws: a delivery that cannot be made is an outcome, as in GitHub's log. */
export async function sendDelivery(url: string, letter: Letter, signal: AbortSignal): Promise<Outcome> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began) / 1000;
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const response = await fetch(url, { method: 'POST', headers: deliveryHeaders(letter), body: letter.body, signal: limit, redirect: 'manual' });
    const body = await response.text();
    const status = response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`;
    return { duration: took(), status, statusCode: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { duration: took(), ...(isLate ? timedOut : unreachable), headers: {}, body: null };
  }
}

const timedOut = { status: 'timed out', statusCode: 504 };
export const unreachable = { status: 'failed to connect to host', statusCode: 502 };
