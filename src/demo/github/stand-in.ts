/**
 * A GitHub that behaves, on loopback: the world's state behind GitHub's REST API, with tokens, pages, ETags, limits,
 * webhooks, and faults on demand. For tests and the demo.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppBook } from './apps/app-book.ts';
import { appRoutes } from './apps/app-routes.ts';
import { Apps } from './apps/apps.ts';
import { InstallationBook } from './apps/installation-book.ts';
import { ManifestFlow } from './apps/manifest-flow.ts';
import { SignInFlow } from './apps/sign-in-flow.ts';
import { Tokens } from './apps/tokens.ts';
import { userRoutes } from './apps/user-routes.ts';
import { createClock, type Clock } from './clock.ts';
import { Deliveries, type DeliveryListener } from './edge/deliveries.ts';
import type { Exchange, RequestRecord } from './edge/exchange.ts';
import { createFaults, type Faults } from './edge/faults.ts';
import { createListener } from './edge/listener.ts';
import { createRateLimit } from './edge/rate-limit.ts';
import { createRouter } from './edge/router.ts';
import { serviceRoutes } from './edge/service-routes.ts';
import { Teller } from './edge/tell-apps.ts';
import type { Route } from './route.ts';
import { allRoutes } from './routes/all-routes.ts';
import { World } from './world.ts';

export interface StandInOptions {
  /** Passes as real time does, from now on, unless given. */
  clock?: Clock;
  /**
   * By which installation tokens expire; `clock`, unless given. Octokit keeps its tokens for an hour of real time, so where
   * `clock` is turned under it, real time is to be given here.
   */
  tokenClock?: Clock;
  /** Any free one, unless given. */
  port?: number;
  /** Requests an hour that each caller may make; as many as GitHub allows, unless given. */
  hourlyLimit?: number;
  /** Further routes, for tests of the edge itself. */
  routes?: readonly Route[];
  onExchange?: (exchange: Exchange) => void;
  onDelivery?: DeliveryListener;
}

export interface StandIn {
  /** The API at `url`, and at `url` + `/api/v3` as on an Enterprise Server. */
  url: string;
  world: World;
  clock: Clock;
  apps: Apps;
  faults: Faults;
  deliveries: Deliveries;
  /** Every route it knows. */
  routes: readonly Route[];
  /** Every request so far, oldest first. */
  requests: readonly RequestRecord[];
  /** `GET /gists`: what was asked for and is not known. A test should end with none. */
  unknownRequests: readonly string[];
  /** Mistakes of the stand-in itself, answered with 500. A test should end with none. */
  crashes: readonly unknown[];
  close: () => Promise<void>;
}

/** Starts one; it listens on loopback alone. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { clock = createClock(new Date()), port = 0 } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = new World({ clock, baseUrl: url });
  const { requests, unknownRequests, crashes, ...parts } = assemble(world, options);
  server.on('request', parts.listener);
  const close = async () => {
    await stop(server);
    await parts.deliveries.close();
  };
  return { url, world, clock, apps: parts.apps, faults: parts.faults, deliveries: parts.deliveries, routes: parts.routes, requests, unknownRequests, crashes, close };
}

function assemble(world: World, { hourlyLimit = 5000, tokenClock = world.clock, routes: more = [], onExchange, onDelivery }: StandInOptions) {
  const { clock } = world;
  const faults = createFaults();
  const deliveries = new Deliveries({ clock, faults, onDelivery });
  const [book, installations, tokens, rateLimit] = [new AppBook(world), new InstallationBook(world), new Tokens(tokenClock), createRateLimit(clock, hourlyLimit)];
  const manifests = new ManifestFlow(book, clock);
  const signIn = new SignInFlow({ book, tokens, world, clock: tokenClock });
  const teller = new Teller({ apps: book, installations, deliveries, world });
  const apps = new Apps({ book, installations, tokens, world, teller });
  world.isInstalled = (app, repository) => installations.ofApp(app).some((installation) => installations.reaches(installation, repository));
  world.onEvent((event) => {
    apps.hear(event);
  });
  const routes = [...more, ...allRoutes, ...appRoutes({ book, installations, tokens, deliveries, manifests }), ...userRoutes({ installations }), ...serviceRoutes(rateLimit)];
  const log = createLog(onExchange);
  const listener = createListener({ world, apps: book, installations, tokens, rateLimit, faults, manifests, signIn, router: createRouter(routes), onExchange: log.add, onCrash: log.addCrash });
  return { apps, faults, deliveries, routes, listener, ...log };
}

/** Bodies are passed on and not kept: a long run would hold them all. */
function createLog(onExchange: StandInOptions['onExchange']) {
  const requests: RequestRecord[] = [];
  const unknownRequests: string[] = [];
  const crashes: unknown[] = [];
  const add = (exchange: Exchange) => {
    const { requestBody, answerBody, ...record } = exchange;
    requests.push(record);
    if (record.status === 501) unknownRequests.push(`${record.method} ${record.path}`);
    onExchange?.({ ...record, requestBody, answerBody });
  };
  const addCrash = (error: unknown) => {
    crashes.push(error);
  };
  return { requests, unknownRequests, crashes, add, addCrash };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
