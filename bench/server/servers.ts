/** The servers that are measured, each with a database of its own. */
import { generateKeyPairSync } from 'node:crypto';
import type { AppServerOptions } from './app-server.ts';
import { startBundle, type Child } from './children.ts';
import type { ProbotQueueOptions } from './probot-with-queue.ts';
import type { ProbotOptions } from './probot.ts';
import type { Place } from './stores.ts';

export interface RunningServer extends Child {
  url: string;
}

export const secret = 'a secret for the bench';
export const appId = 1;
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

/** Nobody listens there: a server that is to ask nothing is not to reach GitHub by mistake. */
const nowhere = 'http://127.0.0.1:9';

export interface AppOptions extends Omit<AppServerOptions, 'environment'> {
  /** For Node itself. */
  nodeOptions?: readonly string[];
}

export async function startApp({ databaseUrl, dataDir }: Place, { nodeOptions = [], ...options }: AppOptions): Promise<RunningServer> {
  const environment = {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    PORT: '0',
    GITHUB_API_URL: nowhere,
    UNPAUSE_DATA_DIR: dataDir,
    ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
  };
  return await withUrl(await startBundle('app-server', { environment, ...options } satisfies AppServerOptions, nodeOptions));
}

export async function startBareProbot(): Promise<RunningServer> {
  return await withUrl(await startBundle('bare-probot', { appId, privateKey, secret } satisfies ProbotOptions));
}

export async function startProbotWithQueue(place: Place, policy: ProbotQueueOptions['policy']): Promise<RunningServer> {
  return await withUrl(await startBundle('probot-with-queue', { ...place, appId, privateKey, secret, policy } satisfies ProbotQueueOptions));
}

async function withUrl(child: Child): Promise<RunningServer> {
  return { ...child, url: await child.ask<string>({ about: 'url' }) };
}
