/** What a request leads to: who asks, whether they may, what the route says, and GitHub's headers around it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { AppBook } from '../apps/app-book.ts';
import type { InstallationBook } from '../apps/installation-book.ts';
import type { Tokens } from '../apps/tokens.ts';
import type { Route, RouteAnswer } from '../route.ts';
import type { World } from '../world.ts';
import { authenticate } from './authenticate.ts';
import { authorize, type GuardedRoute } from './authorize.ts';
import { etagOf, matchesETag } from './etag.ts';
import type { Exchange } from './exchange.ts';
import { pageAnswer } from './page.ts';
import type { RateLimit } from './rate-limit.ts';
import { parseBody } from './read-body.ts';
import { errorBody, Refusal } from './refusal.ts';
import type { Match } from './router.ts';

export interface CarryOutOptions {
  world: World;
  apps: AppBook;
  installations: InstallationBook;
  tokens: Tokens;
  rateLimit: RateLimit;
  /** Told of a mistake of the stand-in itself. */
  onCrash: (error: unknown) => void;
}

/** A request, read to its end. */
export interface Incoming {
  method: string;
  url: URL;
  /** Without the query, and without the `/api/v3` of an Enterprise Server. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string | null;
}

interface Turn {
  match: Match<Route | GuardedRoute> | null;
  /** Filled in on the way. */
  exchange: Exchange;
  /** The caller has used up the hour's requests, whatever was counted, for so many seconds at most. */
  exhaustedFor: number | null;
}

/** Does what is asked, unless GitHub would refuse it. */
export function carryOut(incoming: Incoming, turn: Turn, options: CarryOutOptions): Reply {
  const reply = withETag(replyOrRefusal(incoming, turn, options), incoming);
  const { caller } = turn.exchange;
  if (reply.status === 304 && caller) {
    options.rateLimit.refund(caller);
    turn.exchange.isConditionalHit = true;
  }
  turn.exchange.answerBody = reply.text === null ? undefined : JSON.parse(reply.text);
  const date = { date: options.world.clock.now().toUTCString() };
  return { ...reply, headers: { ...date, ...(caller ? options.rateLimit.headers(caller) : {}), ...reply.headers } };
}

/** Written out in here too: some of an answer's objects are only made when it is written. */
function replyOrRefusal(incoming: Incoming, turn: Turn, options: CarryOutOptions): Reply {
  try {
    return replyTo(routeAnswer(incoming, turn, options));
  } catch (error) {
    if (error instanceof Refusal) return replyTo(error.answer);
    options.onCrash(error);
    return replyTo({ status: 500, body: errorBody(500, `The stand-in itself failed: ${error instanceof Error ? error.message : String(error)}`) });
  }
}

function routeAnswer({ method, url, path, headers, body }: Incoming, { match, exchange, exhaustedFor }: Turn, options: CarryOutOptions): RouteAnswer {
  if (!match) throw new Refusal(501, `This stand-in does not know ${method} ${path}: add the route to src/demo/github/routes`);
  checkHeaders(headers);
  const asker = authenticate(headers.authorization, options);
  exchange.caller = asker.caller;
  if (exhaustedFor !== null) options.rateLimit.exhaust(asker.caller, exhaustedFor);
  if (!isFree(match.route)) options.rateLimit.spend(asker.caller);
  exchange.permission = authorize(match, asker, options);
  exchange.requestBody = parseBody(body);
  const { caller } = asker;
  const { world } = options;
  const answer = match.route.handle({ world, caller, params: match.params, query: url.searchParams, body: exchange.requestBody, baseUrl: world.baseUrl });
  return method === 'GET' && !('hasOwnPages' in match.route) ? pageAnswer(answer, url) : answer;
}

/** GitHub refuses clients that do not say who they are; the other forms of answers are not known here, and must not be missed silently. */
function checkHeaders({ accept = '', 'user-agent': userAgent = '' }: IncomingHttpHeaders): void {
  if (userAgent === '') throw new Refusal(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.');
  if (/vnd\.github\.(?!v3\+json|\+?json)|\.(raw|html|text|full|diff|patch|sha|object)\b/.test(accept)) {
    throw new Refusal(501, `This stand-in does not know the media type ${accept}, expected application/vnd.github+json`);
  }
}

function isFree({ path }: Route): boolean {
  return path === '/rate_limit';
}

/** An answer as it goes over the wire. */
export function replyTo({ status, body, headers = {} }: RouteAnswer): Reply {
  if (body === undefined) return { status, headers: { ...headers }, text: null };
  const github = { 'content-type': 'application/json; charset=utf-8', 'x-github-media-type': 'github.v3; format=json' };
  return { status, headers: { ...github, ...headers }, text: JSON.stringify(body) };
}

function withETag(reply: Reply, { method, headers }: Incoming): Reply {
  if (method !== 'GET' || reply.status !== 200 || reply.text === null) return reply;
  const etag = etagOf(reply.text);
  const all = { ...reply.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  return matchesETag(headers['if-none-match'], etag) ? { status: 304, headers: all, text: null } : { ...reply, headers: all };
}
