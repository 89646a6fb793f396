/** From "sign in" to a session: to GitHub with a secret of this browser's, and back with a code. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Person } from '../decision/people.ts';
import { authorizeUrl, exchangeCode, type OAuthClient } from '../github/oauth.ts';
import type { SessionKeys } from './session-keys.ts';
import type { Sessions } from './sessions.ts';
import { isSameSecret } from './signature.ts';

export interface Begun {
  /** Where the browser goes. */
  url: string;
  /** What the browser keeps meanwhile: encrypted, and good for a few minutes. */
  kept: string;
}

/** `why` is a sentence for the person at the page. */
export type SignedIn = { ok: true; held: string; endsAt: Date; to: string } | { ok: false; status: 400 | 403 | 502; why: string };

export interface SignIn {
  /** `redirectUri`: this server's page to which GitHub leads back; `to`: the path that is shown in the end. */
  begin: (wish: { redirectUri: string; to: string }) => Begun;
  /** Takes what GitHub gave to the browser, and what the browser kept; `before` is the session that it holds so far. */
  finish: (answer: { kept: string | undefined; state: string; code: string; before: string | null }) => Promise<SignedIn>;
}

export interface SignInParts {
  client: OAuthClient;
  /** Asks GitHub whose token it is. */
  readPerson: (token: string) => Promise<Person | null>;
  sessions: Sessions;
  keys: SessionKeys;
  now: () => number;
}

/** GitHub's codes are good for as long. In milliseconds. */
export const signInLife = 10 * 60_000;

const Kept = z.object({ state: z.string(), verifier: z.string(), redirectUri: z.string(), to: z.string(), until: z.number() });

const use = 'sign-in';

const again = 'Sign in again.';
const refusals = {
  stranger: { ok: false, status: 403, why: `This is not the browser that began to sign in, or it took longer than ten minutes. ${again}` },
  refused: { ok: false, status: 400, why: `GitHub does not know this code any more: it works once, for ten minutes. ${again}` },
  misconfigured: { ok: false, status: 502, why: 'GitHub refuses this server: its GITHUB_CLIENT_ID, its GITHUB_CLIENT_SECRET or its callback URL is another one than in the settings of the App. Whoever runs the server can mend it.' },
  unavailable: { ok: false, status: 502, why: 'GitHub did not answer as expected. Sign in again in a minute.' },
} as const;

export function createSignIn({ client, readPerson, sessions, keys, now }: SignInParts): SignIn {
  const keptBy = (text: string | undefined) => {
    const opened = text === undefined ? null : keys.open(text, use);
    const { data } = Kept.safeParse(opened === null ? null : JSON.parse(opened));
    return data !== undefined && data.until > now() ? data : null;
  };
  return {
    begin({ redirectUri, to }) {
      const [state, verifier] = [newSecret(), newSecret()];
      const kept = keys.seal(JSON.stringify({ state, verifier, redirectUri, to, until: now() + signInLife }), use);
      return { url: authorizeUrl(client, { redirectUri, state, verifier }), kept };
    },
    async finish({ kept: text, state, code, before }) {
      const kept = keptBy(text);
      if (kept === null || !isSameSecret(state, kept.state)) return refusals.stranger;
      const asked = now();
      const answer = await exchangeCode(client, { code, redirectUri: kept.redirectUri, verifier: kept.verifier });
      if (!answer.ok) return refusals[answer.why];
      const { token, expiresIn } = answer;
      const person = await readPerson(token);
      if (person === null) return refusals.unavailable;
      const tokenEndsAt = expiresIn === null ? null : new Date(asked + expiresIn * 1000);
      return { ok: true, ...(await sessions.begin({ person, token, tokenEndsAt, before })), to: kept.to };
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
