/**
 * The one way to GitHub's API: an answer that did not come is an error that says so, never an empty answer; what reads
 * is asked again where that can help, and what writes is sent once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { paginateRest, type PaginateInterface } from '@octokit/plugin-paginate-rest';
import { askConditionally, isWorthKeeping, type ResponseCache } from './conditional-requests.ts';
import type { GitHubError } from './github-error.ts';
import { costOf, isTokenRequest } from './request-cost.ts';
import { withNewToken } from './renew-token.ts';
import { reportRequest, type RequestReport } from './request-report.ts';
import { sendOnce, withRetries } from './with-retries.ts';
import type { WriteBudget } from './write-budget.ts';

/** Routes are named as GitHub's documentation names them; a method for each, as `@octokit/rest` has it, weighs 80 kB. */
const PagingOctokit = Octokit.plugin(paginateRest);

/** GitHub's API with retries, time limits and errors that explain themselves. */
export type GitHub = Octokit & { paginate: PaginateInterface };

/** Which repository, and whether everybody can see it. */
export interface Repository {
  owner: string;
  name: string;
}

/** An issue or a pull request; GitHub counts both in one row. */
export interface RfcAddress extends Repository {
  number: number;
}

export interface ClientBehaviour {
  /** `https://api.github.com`, or the `/api/v3` of an Enterprise Server. */
  apiUrl: string;
  /** For one attempt, in milliseconds. */
  timeout?: number;
  /** The longest wait for a limit before a question is asked again, in milliseconds. */
  longestWait?: number;
  wait?: (milliseconds: number) => Promise<void>;
  now?: () => number;
  /** Both belong to one installation. */
  cache?: ResponseCache;
  budget?: WriteBudget;
  /** Gets another token where GitHub takes the one at hand no longer; without it, that is an error. */
  renewToken?: () => Promise<unknown>;
  onRequest?: (report: RequestReport) => void;
}

export interface ClientOptions extends ClientBehaviour {
  token: string;
  userAgent: string;
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // A library's own log lines would be noise in a job's log; what matters comes back as an error.
}

/** Connects to GitHub; nothing is sent yet. */
export function createClient({ token, userAgent, ...behaviour }: ClientOptions): GitHub {
  return equipClient(new PagingOctokit({ auth: token, baseUrl: behaviour.apiUrl, userAgent, log: silent }), behaviour);
}

/**
 * Gives any Octokit, such as Probot's, the way of asking that this folder relies on. Its own retries and throttling
 * have to be off: they would send a write twice.
 */
export function equipClient(octokit: GitHub, behaviour: ClientBehaviour): GitHub {
  const { apiUrl, timeout = 30_000, wait = waitFor, now = Date.now, longestWait, cache, budget = noBudget, renewToken, onRequest = ignore } = behaviour;
  const onRefusal = ({ retryAt }: GitHubError): void => {
    if (retryAt) budget.pauseUntil(retryAt);
  };
  octokit.hook.wrap('request', async (request, options) => {
    const { method, url } = octokit.request.endpoint(options);
    const asked = `${method} ${url.replace(apiUrl, '').replace(/\?.*/, '')}`;
    const cost = costOf(method, url);
    const attempt = async (etag?: string) => {
      // Changed in place: hooks that are further in, as the one that signs, are bound to this object and see no other.
      if (etag !== undefined) options.headers['if-none-match'] = etag;
      options.request = { ...options.request, signal: AbortSignal.timeout(timeout) };
      return await reportRequest({ method, url, now, onRequest }, async () => whole(await answerOf(async () => await request(options))));
    };
    const signed = async (etag?: string) => (renewToken ? await withNewToken(renewToken, async () => await attempt(etag)) : await attempt(etag));
    const send = async (etag?: string) => (isTokenRequest(url) ? await attempt() : await budget.spend(cost, asked, async () => await signed(etag)));
    if (cost !== 'read') return await sendOnce(send, { asked, now, onRefusal });
    const retrying = { asked, now, onRefusal, wait, ...(longestWait === undefined ? {} : { longestWait }) };
    const ask = async (etag?: string) => await withRetries(async () => await send(etag), retrying);
    return cache && isWorthKeeping(url) ? await askConditionally(cache, url, ask) : await ask();
  });
  return octokit;
}

const noBudget: WriteBudget = { spend: async (_cost, _asked, send) => await send(), pauseUntil: ignore };

/** Octokit takes "nothing changed" for a failure; only who sent an ETag is answered so. */
async function answerOf<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    const { status, response } = error as { status?: unknown; response?: Answer };
    if (status === 304 && response !== undefined) return response;
    throw error;
  }
}

/** An answer that breaks off reaches us as text, or as nothing; all that we ask for is JSON. */
function whole<Answer extends { status: number; data: unknown }>(answer: Answer): Answer {
  if (hasNoBody.has(answer.status) || (typeof answer.data === 'object' && answer.data !== null)) return answer;
  throw new Error('the answer broke off, or was no JSON');
}

const hasNoBody = new Set([204, 205, 304]);

async function waitFor(milliseconds: number): Promise<void> {
  await sleep(milliseconds);
}
