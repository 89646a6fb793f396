/**
 * The one way to GitHub's API. Nothing here or in the files beside it writes: a read-only token is enough, and
 * an answer that did not come is an error that says so, never an empty answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { paginateRest, type PaginateInterface } from '@octokit/plugin-paginate-rest';
import { withRetries } from './with-retries.ts';

/** Routes are named as GitHub's documentation names them; a method for each, as `@octokit/rest` has it, weighs 80 kB. */
const PagingOctokit = Octokit.plugin(paginateRest);

/** GitHub's API with retries, time limits and errors that explain themselves. */
export type GitHub = Octokit & { paginate: PaginateInterface };

/** Which repository, and whether everybody can see it. */
export interface Repository {
  owner: string;
  name: string;
}

export interface ClientOptions {
  token: string;
  /** `https://api.github.com`, or the `/api/v3` of an Enterprise Server. */
  apiUrl: string;
  userAgent: string;
  /** For one attempt, in milliseconds. */
  timeout?: number;
  wait?: (milliseconds: number) => Promise<void>;
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // A library's own log lines would be noise in a job's log; what matters comes back as an error.
}

/** Connects to GitHub; nothing is sent yet. */
export function createClient({ token, apiUrl, userAgent, timeout = 30_000, wait = waitFor }: ClientOptions): GitHub {
  const timed: typeof fetch = async (url, init) => await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
  const octokit = new PagingOctokit({ auth: token, baseUrl: apiUrl, userAgent, log: silent, request: { fetch: timed } });
  octokit.hook.wrap('request', async (request, options) => {
    const { method, url } = octokit.request.endpoint(options);
    const asked = `${method} ${url.replace(apiUrl, '').replace(/\?.*/, '')}`;
    const send = async () => whole(await request(options));
    return await withRetries(send, { asked, wait, now: Date.now });
  });
  return octokit;
}

/** An answer that breaks off reaches us as text, or as nothing; all that we ask for is JSON. */
function whole<Answer extends { data: unknown }>(answer: Answer): Answer {
  if (typeof answer.data === 'object' && answer.data !== null) return answer;
  throw new Error('the answer broke off, or was no JSON');
}

async function waitFor(milliseconds: number): Promise<void> {
  await sleep(milliseconds);
}
