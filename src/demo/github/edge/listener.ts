/** One request from its first byte to its last: faults on demand, the answer, and a line in the log. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Page } from '../apps/browser-page.ts';
import type { ManifestFlow } from '../apps/manifest-flow.ts';
import type { SignInFlow } from '../apps/sign-in-flow.ts';
import type { Route } from '../route.ts';
import { carryOut, replyTo, type CarryOutOptions, type Incoming, type Reply } from './carry-out.ts';
import type { GuardedRoute } from './authorize.ts';
import type { Exchange } from './exchange.ts';
import { faultAnswer, renderFault, type Fault, type FaultBook } from './faults.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import type { Match, Router } from './router.ts';

export interface ListenerOptions extends CarryOutOptions {
  router: Router<Route | GuardedRoute>;
  faults: FaultBook;
  manifests: ManifestFlow;
  signIn: SignInFlow;
  onExchange: (exchange: Exchange) => void;
}

export function createListener(options: ListenerOptions): RequestListener {
  return (request, response) => {
    respond(request, response, options).catch((error: unknown) => {
      // Who asked has hung up, or is cut off here: there is nobody left to tell.
      if (!request.destroyed) response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, options: ListenerOptions): Promise<void> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', options.world.baseUrl);
  const path = url.pathname.replace(/^\/api(?:\/v3(?=\/|$)|(?=\/graphql$))/, '');
  const match = options.router(method, path);
  const exchange = begin(method, url, { path, match });
  const body = await bodyOf(request);
  if (Buffer.isBuffer(body)) answer({ method, url, path, headers, body }, { match, exchange, response }, options);
  else send(response, exchange, replyTo(body.answer));
  options.onExchange(exchange);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | Refusal> {
  try {
    return await readBody(request);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

interface Turn {
  match: Match<Route | GuardedRoute> | null;
  exchange: Exchange;
  response: ServerResponse;
}

function answer(incoming: Incoming, { match, exchange, response }: Turn, options: ListenerOptions): void {
  const page = options.manifests.submit({ method: incoming.method, url: incoming.url, body: incoming.body.toString('utf8') });
  if (page) {
    send(response, exchange, replyToBrowser(page));
    return;
  }
  const fault = options.faults.take({ method: incoming.method, template: exchange.template, path: incoming.path });
  exchange.fault = fault && renderFault(fault);
  if (!fault || fault.kind === 'primary-limit') {
    const signingIn = fault ? null : signInReply(incoming, exchange, options.signIn);
    send(response, exchange, signingIn ?? carryOut(incoming, { match, exchange, exhaustedFor: fault && (fault.retryAfter ?? Infinity) }, options));
    return;
  }
  if (fault.moment === 'after') carryOut(incoming, { match, exchange, exhaustedFor: null }, options);
  fail(fault, { match, exchange, response });
}

/** Null where it is no part of signing in. */
function signInReply(incoming: Incoming, exchange: Exchange, signIn: SignInFlow): Reply | null {
  const said = signIn.answer({ ...incoming, body: incoming.body.toString('utf8') });
  if (said === null) return null;
  if ('json' in said) exchange.answerBody = said.json;
  return 'json' in said ? replyTo({ status: said.status, body: said.json }) : replyToBrowser(said);
}

function replyToBrowser({ status, headers, html }: Page): Reply {
  return { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, text: html };
}

/** The wrong answer, or none. */
function fail(fault: Fault, { exchange, response }: Turn): void {
  exchange.status = null;
  exchange.answerBody = undefined;
  const instead = faultAnswer(fault);
  if (instead) send(response, exchange, replyTo(instead));
  else if (fault.kind === 'reset') response.socket?.resetAndDestroy();
}

function begin(method: string, url: URL, { path, match }: { path: string; match: Turn['match'] }): Exchange {
  return {
    id: randomBytes(8).toString('hex').toUpperCase(),
    method,
    path,
    query: url.search.slice(1),
    template: match?.route.path ?? null,
    params: match?.params ?? {},
    caller: null,
    permission: null,
    status: null,
    isConditionalHit: false,
    fault: null,
    requestBody: {},
    answerBody: undefined,
  };
}

function send(response: ServerResponse, exchange: Exchange, { status, headers, text }: Reply): void {
  exchange.status = status;
  response.writeHead(status, { ...headers, 'x-github-request-id': exchange.id });
  response.end(text ?? undefined);
}
