/**
 * Which repositories somebody may see, as GitHub says. An answer holds for a minute; one that GitHub refuses, or that did
 * not come, is none, and never an earlier one.
 */
import type { Person } from '../decision/people.ts';
import type { GitHub } from '../github/client.ts';
import { GitHubError, orNull } from '../github/github-error.ts';
import { inParallel } from '../github/in-parallel.ts';
import { listInstallations, listPublicRepositories } from '../github/list-installations.ts';
import { unlessDenied } from '../github/unless-denied.ts';
import { listOwnRepositories, listReachedThroughApp, readTokenPerson } from '../github/user-repositories.ts';
import type { GitHubApp } from './github-app.ts';
import { createMemory } from './remember.ts';
import { fingerprint } from './session-keys.ts';
import type { Session } from './sessions.ts';

/** Ids of GitHub. */
type Repositories = readonly number[];

export interface Visibility {
  /** What everybody may see: nothing, unless the operator opens what is public. */
  ofEverybody: () => Promise<Repositories>;
  /** Null where GitHub takes the session's token no longer. */
  ofSession: (session: Session) => Promise<Repositories | null>;
  /** Null where it is no token of a person's, or not any more. Throws `TooManyTokens`. */
  ofToken: (token: string) => Promise<{ person: Person; visible: Repositories } | null>;
}

export interface VisibilityParts {
  appId: number;
  app: GitHubApp;
  connect: (token: string) => GitHub;
  isPublic: boolean;
  /** In milliseconds. */
  now: () => number;
}

/** In milliseconds. Somebody who loses access sees nothing any more after as long. */
export const visibleFor = 60_000;
/** People and tokens whose answers are held at the same time. */
const mostViewers = 2_000;
const atOnce = 4;

/**
 * So many tokens that GitHub refuses are shown to it in a minute. It shuts out for a while whoever shows it many, and
 * these come from strangers: it must not shut out the App.
 */
const mostRefused = 20;
const minute = 60_000;

/** GitHub's tokens have this form; nothing else is shown to it. */
const tokenForm = /^\w{20,255}$/;
/** Issued to an App, to act for a person. */
const issuedToApp = 'ghu_';

export class TooManyTokens extends Error {
  override readonly name = 'TooManyTokens';
}

export function createVisibility(parts: VisibilityParts): Visibility {
  const { appId, connect, isPublic, now } = parts;
  const memoryOptions = { keepFor: visibleFor, most: mostViewers, now };
  const everybody = createMemory<Repositories>(memoryOptions);
  const sessions = createMemory<Repositories | null>(memoryOptions);
  const tokens = createMemory<{ person: Person; visible: Repositories } | null>(memoryOptions);
  const refusals = createRefusals(now);

  return {
    ofEverybody: async () => (isPublic ? await everybody.get('everybody', async () => await publicRepositories(parts.app)) : []),
    ofSession: async ({ id, token }) => await sessions.get(id, async () => await unlessRefused(listReachedThroughApp(connect(token), appId))),
    async ofToken(token) {
      if (!tokenForm.test(token)) return null;
      return await tokens.get(fingerprint(token), async () => {
        refusals.check();
        const github = connect(token);
        const person = await unlessRefused(readTokenPerson(github));
        const visible = person && (await unlessRefused(token.startsWith(issuedToApp) ? listReachedThroughApp(github, appId) : listOwnRepositories(github)));
        if (person && visible) return { person, visible };
        refusals.note();
        return null;
      });
    },
  };
}

async function publicRepositories(app: GitHubApp): Promise<Repositories> {
  const installations = (await listInstallations(await app.asApp())).filter(({ isSuspended }) => !isSuspended);
  const lists = await inParallel(installations, atOnce, async ({ id }) => await orNull(unlessDenied(listPublicRepositories(await app.asInstallation(id)))));
  return lists.flatMap((list) => list ?? []);
}

/** Null where GitHub does not take the token, or takes it for something else than a person's. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  return await unlessDenied(answer).catch((error: unknown) => {
    if (error instanceof GitHubError && error.kind === 'unauthenticated') return null;
    throw error;
  });
}

function createRefusals(now: () => number) {
  let refused: number[] = [];
  return {
    check(): void {
      refused = refused.filter((at) => at > now() - minute);
      if (refused.length >= mostRefused) throw new TooManyTokens(`GitHub refused ${mostRefused} tokens in the last minute; no other is shown to it until then`);
    },
    note(): void {
      refused.push(now());
    },
  };
}
