/** Who asks for a page, and what of it is theirs to see. */
import type { Person } from '../decision/people.ts';
import { createClient } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';
import { readTokenPerson } from '../github/user-repositories.ts';
import type { Database } from '../store/tables.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { Credentials } from './credentials.ts';
import { createGitHubApp } from './github-app.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createSessionKeys, type SessionKeys } from './session-keys.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createVisibility, TooManyTokens, type Visibility } from './visibility.ts';

/** What a request brings to show who asks. */
export interface Shown {
  /** What the browser holds of a session. */
  held: string | null;
  /** A GitHub token of the caller; where there is one, no session counts. */
  token: string | null;
}

/** `why` is a sentence for whoever asked. */
export type Viewing = { ok: true; person: Person | null; visible: readonly number[] } | { ok: false; status: 401 | 429 | 503; why: string };

export interface Access {
  /** Null where the App has no client id and secret. */
  signIn: SignIn | null;
  /** Signs the cookie in which the browser holds its session. */
  cookieKey: SessionKeys['cookie'];
  view: (shown: Shown) => Promise<Viewing>;
  /** Who holds a session, and nothing else of it; no question to GitHub. */
  whoHolds: (held: string | null) => Promise<Person | null>;
  signOut: (held: string) => Promise<void>;
}

export interface AccessParts {
  database: Database;
  credentials: Credentials;
  apiUrl: string;
  githubUrl: string;
  /** Whether everybody may see what is public on GitHub. */
  isPublic: boolean;
  metrics: Pick<Metrics, 'requested'>;
  log: Logger;
  /** Milliseconds since 1970, by which sessions and answers grow old; real time, unless given. */
  now?: () => number;
}

/** Somebody waits at a page. In milliseconds. */
const timeout = 10_000;

export function createAccess(parts: AccessParts): Access {
  const { database, credentials, isPublic, log, now = Date.now } = parts;
  const { appId, privateKey } = credentials;
  const keys = createSessionKeys(privateKey);
  const sessions = createSessions({ database, keys, now });
  const connect = connectorOf(parts);
  const visibility = createVisibility({ appId, app: appOf(parts), connect, isPublic, now });
  return {
    signIn: signInOf(parts, { keys, sessions, now, readPerson: async (token) => await readTokenPerson(connect(token)) }),
    cookieKey: keys.cookie,
    view: async (shown) => await explained(viewing(shown, { visibility, sessions }), log),
    whoHolds: async (held) => (held === null ? null : ((await sessions.find(held))?.person ?? null)),
    signOut: sessions.end,
  };
}

type Connect = (token: string) => ReturnType<typeof createClient>;

function connectorOf({ apiUrl, metrics }: AccessParts): Connect {
  return (token) =>
    createClient({
      token,
      apiUrl,
      userAgent: 'unpause',
      timeout,
      longestWait: 0,
      onRequest: ({ method, status }) => {
        metrics.requested(method, status);
      },
    });
}

function appOf({ database, credentials, apiUrl, metrics, log }: AccessParts) {
  return createGitHubApp({
    credentials,
    apiUrl,
    log,
    timeout,
    cacheFor: (installation) => createAnswerCache(database, installation),
    onRequest: ({ method, status }) => {
      metrics.requested(method, status);
    },
  });
}

interface SignInNeeds {
  keys: SessionKeys;
  sessions: Sessions;
  now: () => number;
  readPerson: (token: string) => Promise<Person>;
}

function signInOf({ credentials: { clientId, clientSecret }, githubUrl, log }: AccessParts, { readPerson, ...needs }: SignInNeeds): SignIn | null {
  if (clientId === null || clientSecret === null) return null;
  const readOrNull = async (token: string): Promise<Person | null> =>
    await readPerson(token).catch((error: unknown) => {
      if (!(error instanceof GitHubError)) throw error;
      log.warn({ err: error }, 'somebody could not sign in, as GitHub did not say who it is');
      return null;
    });
  return createSignIn({ client: { githubUrl, clientId, clientSecret }, readPerson: readOrNull, ...needs });
}

async function viewing({ held, token }: Shown, { visibility, sessions }: { visibility: Visibility; sessions: Sessions }): Promise<Viewing> {
  const everybody = await visibility.ofEverybody();
  const together = (person: Person | null, own: readonly number[]): Viewing => ({ ok: true, person, visible: [...new Set([...everybody, ...own])] });
  if (token !== null) {
    const found = await visibility.ofToken(token);
    return found === null ? badToken : together(found.person, found.visible);
  }
  const session = held === null ? null : await sessions.find(held);
  const own = session && (await visibility.ofSession(session));
  if (session && own) return together(session.person, own);
  if (session) await sessions.endById(session.id);
  return together(null, []);
}

const badToken: Viewing = { ok: false, status: 401, why: 'GitHub does not take this token for a person\'s: expected a personal access token, or what `gh auth token` prints.' };

/** What GitHub did not say is not known: whoever asks may ask again. */
async function explained(answer: Promise<Viewing>, log: Logger): Promise<Viewing> {
  return await answer.catch((error: unknown): Viewing => {
    if (error instanceof TooManyTokens) return { ok: false, status: 429, why: 'GitHub refused too many tokens that were shown here. Try again in a minute.' };
    if (!(error instanceof GitHubError)) throw error;
    log.warn({ err: error }, 'GitHub did not say what somebody may see; nothing is shown');
    return { ok: false, status: 503, why: 'GitHub did not say what you may see, so nothing is shown. Try again in a minute.' };
  });
}
