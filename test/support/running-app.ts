/** The whole App in this process: its server, its store and its worker, at work against the stand-in over real HTTP. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callbackUrlOf, commonManifest, webhookPath } from '../../src/app/app-manifest.ts';
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import { startService, type Service, type ServiceParts } from '../../src/app/serve.ts';
import type { Pace } from '../../src/app/work.ts';
import { readSettings } from '../../src/app/settings.ts';
import { startStandIn, type StandIn, type StandInOptions } from '../../src/demo/github/stand-in.ts';
import type { CheckRun } from '../../src/demo/github/state/check.ts';
import { serveService } from '../../src/web/serve-service.ts';
import type { TestDatabase } from './databases.ts';
import { freePort } from './free-port.ts';
import { createContract } from './github-contract.ts';

export const slug = 'unpause';

/** A GitHub with people and an organisation in it; the App is registered, and installed by `install`. */
export interface Town {
  standIn: StandIn;
  secret: string;
  privateKey: string;
  appId: number;
  clientId: string;
  clientSecret: string;
  /** The port that the App's webhooks are sent to. */
  port: number;
  /** Installs the App on every repository of an account. */
  install: (account: string) => void;
  /**
   * A repository with these files on its default branch; alice and bob may write. Without a name it is the only one of
   * an organisation of its own, where the App is installed: GitHub's limits hold for each installation. Gives its name.
   */
  newRepository: (files: Record<string, string>, name?: string) => string;
  /** Throws where a request, an answer or a payload was not as GitHub describes it. */
  assertClean: () => void;
  close: () => Promise<void>;
}

/** The built-in defaults, and consent. */
export const emptyConfig = { '.github/unpause.yml': '' };

export async function aTown(options: StandInOptions = {}): Promise<Town> {
  const contract = createContract();
  const onExchange: typeof contract.onExchange = (exchange) => {
    // What a fault kept from being done was never read.
    if (exchange.fault?.endsWith(' before') !== true) contract.onExchange(exchange);
  };
  const standIn = await startStandIn({ onExchange, onDelivery: contract.onDelivery, ...options });
  const { world, apps } = standIn;
  for (const login of ['alice', 'bob', 'carol']) world.addUser(login);
  let made = 0;
  const install = (account: string): void => {
    apps.install({ slug, account, repositories: 'all' });
  };
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  const { id, privateKey, clientId, clientSecret } = apps.register({
    name: 'Unpause',
    slug,
    webhookUrl: `http://127.0.0.1:${port}${webhookPath}`,
    webhookSecret: secret,
    permissions: commonManifest.default_permissions,
    events: commonManifest.default_events,
    callbackUrls: [callbackUrlOf(`http://127.0.0.1:${port}`)],
  });
  return {
    standIn,
    secret,
    privateKey,
    appId: id,
    clientId,
    clientSecret,
    port,
    install,
    newRepository: (files, name) => {
      const fullName = name ?? `acme-${++made}/rfcs`;
      addRepository(world, fullName, files);
      if (name === undefined) install(`acme-${made}`);
      return fullName;
    },
    assertClean: () => {
      contract.assertClean();
      if (standIn.unknownRequests.length > 0) throw new Error(`GitHub has no such route: ${standIn.unknownRequests.join(', ')}`);
      if (standIn.crashes.length > 0) throw new Error('the stand-in made a mistake', { cause: standIn.crashes[0] });
    },
    close: standIn.close,
  };
}

function addRepository(world: StandIn['world'], fullName: string, files: Record<string, string>): void {
  const [owner = '', name = ''] = fullName.split('/');
  if (world.findAccount(owner) === undefined) world.addUser(owner, { type: 'Organization' });
  world.addRepository({ owner, name, files: { 'README.md': '# RFCs\n', ...files }, collaborators: { alice: 'admin', bob: 'write' } });
}

export interface RunningApp {
  service: Service;
  /** Resolves once every delivery is answered and no look waits or is under way. */
  idle: () => Promise<void>;
  /** How many looks were given up. */
  deadLetters: () => Promise<number>;
  stop: () => Promise<void>;
}

/** Where digests go besides, where a test has a chat. */
export const chatAddress = 'https://hooks.slack.com/services/T00/B00/secret';

/** The environment that a server in this town needs. */
export function variablesOf({ standIn, secret, privateKey, appId, clientId, clientSecret, port }: Town, { options }: TestDatabase): Record<string, string> {
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    GITHUB_CLIENT_ID: clientId,
    GITHUB_CLIENT_SECRET: clientSecret,
    HOST: '127.0.0.1',
    PORT: String(port),
    // Once as an Enterprise Server, whose API is found by itself, and once as any host.
    ...(options.databaseUrl === null ? { GITHUB_API_URL: standIn.url } : {}),
    GITHUB_URL: standIn.url,
    UNPAUSE_DATA_DIR: options.dataDir,
    DATABASE_URL: options.databaseUrl ?? '',
  };
}

export async function runApp(town: Town, database: TestDatabase, options: Pick<ServiceParts, 'times' | keyof Pace> = {}): Promise<RunningApp> {
  const { standIn } = town;
  const log = await createLogger({ level: 'fatal', format: 'json' });
  const settings = readSettings({ ...variablesOf(town, database), ...(options.sendToChat && { UNPAUSE_CHAT_WEBHOOK: chatAddress }) });
  const service = await startService({ settings, log, createLook, ...options });
  const http = await serveService(service, settings, log);
  await untilSwept(http.url);
  return {
    service,
    idle: async () => {
      await untilIdle(standIn, http.url);
    },
    deadLetters: async () => Number(/^unpause_dead_letters (\d+)$/m.exec(await metricsOf(http.url))?.[1]),
    stop: async () => {
      await http.close();
      await service.stop();
    },
  };
}

/** A worker beside the App, on the same database. */
export async function runWorker(town: Town, database: TestDatabase, options: Pick<ServiceParts, 'times' | keyof Pace> = {}): Promise<Service> {
  const log = await createLogger({ level: 'fatal', format: 'json' });
  const settings = readSettings({ ...variablesOf(town, database), PORT: '0', UNPAUSE_ROLE: 'worker' });
  return await startService({ settings, log, createLook, ...options });
}

/** Between two questions, in milliseconds; nothing is taken from how long it takes. */
const interval = 50;

/** Resolves once every delivery is answered and the server at `url` has no look that waits or is under way. */
export async function untilIdle(standIn: StandIn, url: string): Promise<void> {
  for (;;) {
    await standIn.deliveries.settled();
    const told = standIn.deliveries.log.length;
    const waiting = await looksInQueue(url);
    if (waiting === 0 && standIn.deliveries.log.length === told) return;
    await sleep(interval);
  }
}

/** The sweep at the start is queued a moment after the server listens. */
async function untilSwept(url: string): Promise<void> {
  while (!/^unpause_looks_total\{kind="installation",result="done"\}/m.test(await metricsOf(url))) await sleep(interval);
}

/** On a connection of its own: one that is kept may lead to a server that was killed. */
async function metricsOf(url: string): Promise<string> {
  return await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
}

/** What the server itself says is queued or active. */
export async function looksInQueue(url: string): Promise<number> {
  const metrics = await metricsOf(url);
  const counts = [...metrics.matchAll(/^unpause_queue_looks\{state="(?:queued|active)"\} (\d+)$/gm)].map(([, count]) => Number(count));
  if (counts.length !== 2) throw new Error(`Unexpected metrics, expected what is queued and active: ${metrics.slice(0, 200)}`);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The check runs that GitHub shows on a pull request: the newest of each name, as `Unpause: document = failure`. */
export function checksOf(town: Town, repo: string, number: number): string[] {
  return [...new Map(runsOf(town, repo, number).map((run) => [run.name, `${run.name} = ${run.conclusion ?? run.status}`])).values()];
}

/** Every check run on a pull request's head, the oldest first. */
export function runsOf({ standIn: { world } }: Town, repo: string, number: number): CheckRun[] {
  const { sha } = world.pullRequest(repo, number).pull.head;
  return world.repository(repo).checkRuns.filter(({ headSha }) => headSha === sha);
}

export function labelsOf({ standIn: { world } }: Town, repo: string, number: number): string[] {
  return world.issue(repo, number).labels.map(({ name }) => name).sort();
}

/** The bodies of the App's own comments. */
export function ownComments({ standIn: { world } }: Town, repo: string, number: number): string[] {
  return world.issue(repo, number).comments.filter(({ author }) => author.login === `${slug}[bot]`).map(({ body }) => body);
}
