/** A world with an organisation, people, a repository and an App, and a short way to ask it; all that goes to and fro is held against GitHub's description. */
import { createClock, type Clock } from '../../../src/demo/github/clock.ts';
import { pageAnswer } from '../../../src/demo/github/edge/page.ts';
import { Refusal } from '../../../src/demo/github/edge/refusal.ts';
import { createRouter } from '../../../src/demo/github/edge/router.ts';
import type { Caller, RouteAnswer } from '../../../src/demo/github/route.ts';
import { allRoutes } from '../../../src/demo/github/routes/all-routes.ts';
import type { WorldEvent } from '../../../src/demo/github/world-event.ts';
import { World } from '../../../src/demo/github/world.ts';
import { createContract } from '../../support/github-contract.ts';

export const repo = 'acme/rfcs';
export const bot = 'unpause[bot]';

const router = createRouter(allRoutes);
const contract = createContract();

export interface Stage {
  world: World;
  clock: Clock;
  /** What webhooks told: `pull_request labeled`. */
  told: () => string[];
  /** The payload of the last event of a name. */
  lastTold: (name: string) => Json;
}

/** Whatever an answer holds; tests say what they expect in it. */
export type Json = Record<string, unknown>;

/** Alice may write to `acme/rfcs`, bob is a member of the team `core`, carol is nobody in particular. */
export function aWorld(): Stage {
  const clock = createClock(new Date('2026-11-23T09:00:00Z'), { frozen: true });
  const world = new World({ clock, baseUrl: 'http://127.0.0.1:4711' });
  const events: WorldEvent[] = [];
  world.addUser('acme', { type: 'Organization' });
  for (const login of ['alice', 'bob', 'carol']) world.addUser(login);
  world.addTeam({ org: 'acme', slug: 'core', members: ['bob'] });
  world.addApp({ slug: 'unpause', owner: 'acme', permissions: { checks: 'write' }, events: [] });
  world.addRepository({ owner: 'acme', name: 'rfcs', files: { 'README.md': '# RFCs\n' }, collaborators: { alice: 'write' } });
  world.onEvent((event) => {
    assertNone(contract.checkDelivery(event.name, event.payload));
    events.push(event);
  });
  return {
    world,
    clock,
    told: () => events.map(({ name, payload }) => (typeof payload.action === 'string' ? `${name} ${payload.action}` : name)),
    lastTold: (name) => events.findLast((event) => event.name === name)?.payload ?? {},
  };
}

/** A pull request of one commit by alice that adds `rfcs/1.md`. */
export function withPullRequest(stage: Stage = aWorld()): Stage & { number: number } {
  stage.world.push({ repo, branch: 'storage', by: 'alice', files: { 'rfcs/1.md': document } });
  const { number } = stage.world.openPullRequest({ repo, by: 'alice', title: 'Storage', head: 'storage' });
  return { ...stage, number };
}

export const document = '# Storage\n\n**Decision Owner**: TBD\n';

export interface Reply {
  status: number;
  body: Json;
  headers: Readonly<Record<string, string>>;
}

export interface Asking {
  /** A login; null for nobody. */
  as?: string | null;
  body?: object;
  /** False for what GitHub does and its description does not say. */
  isDescribed?: boolean;
}

/** Asks as the App, unless somebody else is named: `ask(world, 'GET /users/alice')`. `/issues` and the like lie in `acme/rfcs`. */
export function ask(world: World, asked: string, { as = bot, body = {}, isDescribed = true }: Asking = {}): Reply {
  const { method, url } = addressOf(world, asked);
  const match = router(method, url.pathname);
  if (match === null) throw new Error(`Unexpected ${asked}, expected a route that is there`);
  const { route, params } = match;
  const caller = callerOf(world, as);
  const request = { world, caller, params, query: url.searchParams, body: body as Json, baseUrl: world.baseUrl };
  const answer = pageAnswer(answerOf(() => route.handle(request)), url);
  const sent = answer.body === undefined ? undefined : (JSON.parse(JSON.stringify(answer.body)) as Json);
  const record = { id: '1', method, path: url.pathname, query: url.search, template: route.path, params, caller, permission: null };
  const exchange = { ...record, status: answer.status, isConditionalHit: false, fault: null, requestBody: request.body, answerBody: sent };
  if (isDescribed) assertNone(contract.check(exchange));
  return { status: answer.status, body: sent ?? {}, headers: answer.headers ?? {} };
}

const withinRepository = /^\/(?=issues|pulls|labels|check-|commits|contents|git|compare|assignees|collaborators)/;

function addressOf({ baseUrl }: World, asked: string): { method: string; url: URL } {
  const [method = ''] = asked.split(' ', 1);
  const address = asked.slice(method.length + 1);
  return { method, url: new URL(address.replace(withinRepository, `/repos/${repo}/`), baseUrl) };
}

/** The list that was answered. */
export function listOf({ body }: Reply): Json[] {
  return body as unknown as Json[];
}

function callerOf(world: World, login: string | null): Caller {
  if (login === null) return { kind: 'anonymous' };
  const app = world.apps.find(({ slug }) => login === `${slug}[bot]`);
  return app === undefined ? { kind: 'user', login } : { kind: 'installation', appId: app.id, installationId: 1, login };
}

function answerOf(handle: () => RouteAnswer): RouteAnswer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
