import * as z from 'zod/mini';
import type { Credentials } from './credentials.ts';

const Conversion = z.object({
  id: z.int(),
  html_url: z.string(),
  pem: z.string(),
  webhook_secret: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
});

const timeout = 30_000;

export type Registration = { ok: true; credentials: Credentials } | { ok: false; why: string };

/**
 * Exchanges the code that GitHub gave to the browser for the new App's credentials. A code works once, for an hour;
 * the credentials are given out this one time. `why` is a sentence for the person who sets the App up.
 */
export async function registerApp(apiUrl: string, code: string): Promise<Registration> {
  const answer = await ask(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`);
  if (answer === null) return { ok: false, why: `${apiUrl} did not answer. Load this page again to try once more.` };
  if (answer.status === 404) return { ok: false, why: 'GitHub does not know this code any more: it works once, for an hour. Begin again.' };
  const { data } = Conversion.safeParse(answer.body);
  if (answer.status !== 201 || !data) return { ok: false, why: `${apiUrl} answered ${answer.status}, where the new App's credentials were expected. Begin again.` };
  return {
    ok: true,
    credentials: {
      appId: data.id,
      privateKey: data.pem,
      webhookSecret: data.webhook_secret,
      clientId: data.client_id,
      clientSecret: data.client_secret,
      url: data.html_url,
    },
  };
}

async function ask(url: string): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'unpause' },
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    return { status: response.status, body: response.status === 201 ? JSON.parse(text) : null };
  } catch {
    // Neither the code nor an answer that holds secrets may reach the log; the person at the page is told.
    return null;
  }
}
