/** Signing people in through the App's own OAuth. What is exchanged here is secret: nothing of an answer stands in a message. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** The App as OAuth knows it. */
export interface OAuthClient {
  /** `https://github.com`, without a slash at the end. */
  githubUrl: string;
  clientId: string;
  clientSecret: string;
}

export interface Authorization {
  /** Where GitHub leads the browser back to; one of the App's callback URLs. */
  redirectUri: string;
  state: string;
  /** Of PKCE: only who began can end. */
  verifier: string;
}

/** Where the browser goes to have GitHub say who somebody is. */
export function authorizeUrl({ githubUrl, clientId }: OAuthClient, { redirectUri, state, verifier }: Authorization): string {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, state, code_challenge: challenge, code_challenge_method: 'S256' });
  return `${githubUrl}/login/oauth/authorize?${query.toString()}`;
}

const Granted = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Seconds; an App can be set so that its tokens do not expire. */
  expires_in: z.optional(z.number().check(z.positive())),
});

/** GitHub says so with status 200. */
const Refused = z.object({ error: z.string() });

/** `refused`: the code is not good, or no longer; `misconfigured`: GitHub does not accept the App's own secret or address. */
export type Exchange = { ok: true; token: string; expiresIn: number | null } | { ok: false; why: 'refused' | 'misconfigured' | 'unavailable' };

/** Milliseconds; somebody waits at a page. */
const timeout = 10_000;

/** Exchanges the code that the browser brought back for the person's token. A code is good for once. */
export async function exchangeCode(client: OAuthClient, { code, redirectUri, verifier }: { code: string } & Omit<Authorization, 'state'>): Promise<Exchange> {
  const { githubUrl, clientId, clientSecret } = client;
  const form = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri, code_verifier: verifier };
  const answer = await post(`${githubUrl}/login/oauth/access_token`, new URLSearchParams(form));
  const granted = Granted.safeParse(answer);
  if (granted.success) return { ok: true, token: granted.data.access_token, expiresIn: granted.data.expires_in ?? null };
  const refused = Refused.safeParse(answer);
  if (!refused.success) return { ok: false, why: 'unavailable' };
  return { ok: false, why: refused.data.error === 'bad_verification_code' ? 'refused' : 'misconfigured' };
}

async function post(url: string, body: URLSearchParams): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'user-agent': 'unpause' },
      // The secret goes to GitHub alone.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return response.status === 200 ? await response.json() : null;
  } catch {
    // Neither the code nor an answer with a token in it may reach the log; the person at the page is told.
    return null;
  }
}
