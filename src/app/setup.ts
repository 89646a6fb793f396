/** Registering the App with GitHub, once, by whoever can read the log: the first visitor of a page must not become its owner. */
import { randomBytes } from 'node:crypto';
import type { Credentials } from './credentials.ts';
import { registerApp } from './register-app.ts';
import { isSameSecret } from './signature.ts';

/** How it ended; `why` is a sentence for the person at the page. */
export type SetupResult = { ok: true } | { ok: false; status: 403 | 409 | 502; why: string };

export interface Setup {
  /** The one-time token; it is printed to the log, and dead once the App is set up. */
  readonly token: string;
  /** A session for a browser that brought the token, or null. */
  open: (token: string) => string | null;
  /** The session's `state`, which GitHub hands back; null where there is no such session. */
  stateOf: (session: string | undefined) => string | null;
  /** Takes the code that GitHub gave to the session's browser. */
  finish: (request: { session: string | undefined; state: string; code: string }) => Promise<SetupResult>;
}

export interface SetupParts {
  apiUrl: string;
  /** Keeps the credentials and begins to work with them. */
  onRegistered: (credentials: Credentials) => Promise<void>;
}

/** A server that has no credentials yet. */
export function createSetup({ apiUrl, onRegistered }: SetupParts): Setup {
  const token = newSecret();
  const states = new Map<string, string>();
  let phase: 'waiting' | 'registering' | 'over' = 'waiting';

  const stateOf: Setup['stateOf'] = (session) => (phase === 'over' || session === undefined ? null : (states.get(session) ?? null));

  return {
    token,
    stateOf,
    open(given) {
      if (phase === 'over' || !isSameSecret(given, token)) return null;
      const session = newSecret();
      states.set(session, newSecret());
      return session;
    },
    async finish({ session, state, code }) {
      const expected = stateOf(session);
      if (expected === null || !isSameSecret(state, expected)) return { ok: false, status: 403, why: 'This is not the browser that began the setup. Begin again with the link in the log.' };
      if (phase === 'registering') return { ok: false, status: 409, why: 'The App is being set up already.' };
      phase = 'registering';
      try {
        const registration = await registerApp(apiUrl, code);
        if (!registration.ok) return { ok: false, status: 502, why: registration.why };
        await onRegistered(registration.credentials);
        phase = 'over';
        states.clear();
        return { ok: true };
      } finally {
        if (phase === 'registering') phase = 'waiting';
      }
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
