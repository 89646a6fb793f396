/** The App's ways to GitHub: as itself, and as each of its installations. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Probot, ProbotOctokit } from 'probot';
import { type ClientBehaviour, equipClient, type GitHub } from '../github/client.ts';
import type { ResponseCache } from '../github/conditional-requests.ts';
import type { RequestReport } from '../github/request-report.ts';
import { type BudgetLimits, createWriteBudget } from '../github/write-budget.ts';
import type { Credentials } from './credentials.ts';
import type { Logger } from './log.ts';

export interface GitHubApp {
  asApp: () => Promise<GitHub>;
  /** The same client for the same installation every time, so that its budget is one. */
  asInstallation: (installation: number) => Promise<GitHub>;
}

export interface GitHubAppParts {
  credentials: Pick<Credentials, 'appId' | 'privateKey'>;
  apiUrl: string;
  log: Logger;
  /** Where an installation's answers are kept with their ETags; nowhere, unless given. */
  cacheFor?: (installation: number) => ResponseCache;
  /** For one request, in milliseconds; the client's own, unless given. */
  timeout?: number | undefined;
  onRequest?: (report: RequestReport) => void;
  /** A write waited for its turn, in milliseconds. */
  onWait?: (milliseconds: number) => void;
  /** GitHub's documented limits, unless given. */
  budgetLimits?: BudgetLimits;
}

/**
 * Probot signs in, and renews tokens; how requests are sent is ours. Its throttling and its retries are off: they let
 * one notification through in three seconds, and send a write twice. Only the function form turns throttling off.
 */
const QuietOctokit = ProbotOctokit.defaults((options: ProbotOptions) => ({ ...withTokensFrom(options), throttle: { enabled: false }, retry: { enabled: false } }));

interface ProbotOptions {
  baseUrl?: string;
  auth?: { request?: GitHub['request'] };
}

/** Where Probot is asked for a new token, it asks github.com, whatever its `baseUrl`: it has to ask where the App lives. */
function withTokensFrom({ auth, ...options }: ProbotOptions): ProbotOptions {
  const { baseUrl } = options;
  if (auth?.request === undefined || baseUrl === undefined) return { ...options, ...(auth && { auth }) };
  return { ...options, auth: { ...auth, request: auth.request.defaults({ baseUrl }) } };
}

/** A look is given up after two minutes: what has to wait longer for a limit is postponed. In milliseconds. */
const longestWait = 5_000;

/** Nothing is asked of GitHub yet. */
export function createGitHubApp({ credentials, apiUrl, log, cacheFor, timeout, onRequest, onWait, budgetLimits }: GitHubAppParts): GitHubApp {
  const { appId, privateKey } = credentials;
  const probot = new Probot({ appId, privateKey, baseUrl: apiUrl, log, Octokit: QuietOctokit });
  const clients = new Map<number | null, Promise<GitHub>>();

  const connect = async (installation: number | null): Promise<GitHub> => {
    const octokit = await (installation === null ? probot.auth() : probot.auth(installation));
    const renewToken = async () => await octokit.auth({ type: 'installation', refresh: true });
    const own = installation === null ? {} : { renewToken, ...behaviourFor(installation) };
    return equipClient(octokit, { apiUrl, longestWait, ...(timeout !== undefined && { timeout }), ...(onRequest && { onRequest }), ...own });
  };

  const behaviourFor = (installation: number): Partial<ClientBehaviour> => {
    const wait = async (milliseconds: number) => {
      onWait?.(milliseconds);
      await sleep(milliseconds);
    };
    return { ...(cacheFor && { cache: cacheFor(installation) }), budget: createWriteBudget({ now: Date.now, wait, ...(budgetLimits && { limits: budgetLimits }) }) };
  };

  const clientFor = async (installation: number | null): Promise<GitHub> => {
    const client = clients.get(installation) ?? connect(installation);
    clients.set(installation, client);
    return await client;
  };

  return {
    asApp: async () => await clientFor(null),
    asInstallation: clientFor,
  };
}
