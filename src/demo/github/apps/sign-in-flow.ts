/**
 * Signing in with an App: a page on which a browser says as whom, the code that leads back to the App, and the token that
 * the code is worth. There are no passwords here: everybody who can reach the page may be anybody.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Account } from '../state/accounts.ts';
import type { World } from '../world.ts';
import type { App } from './app.ts';
import type { AppBook } from './app-book.ts';
import { errorPage, escape, page, type Page } from './browser-page.ts';
import { personalLife, type Tokens } from './tokens.ts';

/** GitHub keeps a code for ten minutes. */
const codeLife = 600_000;
const paths = { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' };

interface Grant {
  app: App;
  account: Account;
  redirectUri: string;
  /** Null where the App did not ask for PKCE. */
  challenge: string | null;
  until: number;
}

export interface BrowserRequest {
  method: string;
  url: URL;
  body: string;
  /** Names in lower case. */
  headers: { host?: string | undefined; origin?: string | undefined; accept?: string | undefined; 'content-type'?: string | undefined };
}

/** A page for a browser, or JSON for the App. */
export type FlowAnswer = Page | { status: number; json: object };

export interface SignInFlowOptions {
  book: AppBook;
  tokens: Tokens;
  world: World;
  clock: Clock;
}

export class SignInFlow {
  readonly #options: SignInFlowOptions;
  readonly #grants = new Map<string, Grant>();

  constructor(options: SignInFlowOptions) {
    this.#options = options;
  }

  /** Null where the path is none of the flow's. */
  answer(request: BrowserRequest): FlowAnswer | null {
    const { pathname } = request.url;
    if (pathname === paths.authorize) return this.#authorize(request);
    if (pathname !== paths.token) return null;
    return request.method === 'POST' ? { status: 200, json: this.#exchange(formOf(request)) } : errorPage(404, 'Not Found');
  }

  #authorize(request: BrowserRequest): Page {
    const { method, url } = request;
    const app = this.#appOf(url.searchParams.get('client_id'));
    const [usual] = app?.callbackUrls ?? [];
    if (app === null || usual === undefined) return errorPage(404, 'There is no App with this client id, or it has no callback URL.');
    const redirectUri = url.searchParams.get('redirect_uri') ?? usual;
    if (!app.callbackUrls.includes(redirectUri)) return lead(usual, url, { error: 'redirect_uri_mismatch' });
    if (method !== 'POST') return this.#ask(app, url);
    if (!this.#isOwnForm(request)) return errorPage(403, 'This page is for this machine alone.');
    return lead(redirectUri, url, this.#decide(app, { url, redirectUri, login: new URLSearchParams(request.body).get('login') ?? '' }));
  }

  #appOf(clientId: string | null): App | null {
    return this.#options.book.all.find((app) => app.clientId === clientId) ?? null;
  }

  /** A website can point a name of its own at this machine, and send forms here from a page of its own. */
  #isOwnForm({ headers: { host, origin } }: BrowserRequest): boolean {
    return isLocal(host) && (origin === undefined || origin === this.#options.world.baseUrl);
  }

  /** GitHub asks whether the App may know who somebody is; who that is, it knows from its own session. */
  #ask(app: App, url: URL): Page {
    const people = this.#options.world.accounts.filter(({ type, isDeleted }) => type === 'User' && !isDeleted);
    const buttons = people.map(({ login, name }) => `<p><button name="login" value="${escape(login)}">@${escape(login)}${name === null ? '' : `, ${escape(name)}`}</button></p>`);
    const form = `<form method="post" action="${escape(`${url.pathname}${url.search}`)}">${buttons.join('')}<p><button name="login" value="">Cancel</button></p></form>`;
    return { status: 200, headers: {}, html: page(`Sign in to ${escape(app.name)}`, `<p>As whom? This GitHub runs on this machine, and takes your word for it.</p>${form}`) };
  }

  #decide(app: App, { url, redirectUri, login }: { url: URL; redirectUri: string; login: string }): Record<string, string> {
    const account = this.#options.world.findAccount(login);
    if (account?.type !== 'User') return { error: 'access_denied', error_description: 'The user has denied your application access.' };
    const challenge = url.searchParams.get('code_challenge_method') === 'S256' ? url.searchParams.get('code_challenge') : null;
    const code = randomBytes(10).toString('hex');
    this.#grants.set(code, { app, account, redirectUri, challenge, until: this.#options.clock.now().getTime() + codeLife });
    return { code };
  }

  /** GitHub answers refusals with status 200, too. */
  #exchange(form: URLSearchParams): object {
    const app = this.#appOf(form.get('client_id'));
    if (!app || !isSecretOf(app, form.get('client_secret'))) return refusal('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
    const grant = this.#takeGrant(form.get('code') ?? '');
    if (grant?.app !== app || !fitsChallenge(grant, form.get('code_verifier'))) return refusal('bad_verification_code', 'The code passed is incorrect or expired.');
    if (form.has('redirect_uri') && form.get('redirect_uri') !== grant.redirectUri) return refusal('redirect_uri_mismatch', 'The redirect_uri MUST match the registered callback URL for this application.');
    return {
      access_token: this.#options.tokens.issueForApp(grant.account, app),
      expires_in: personalLife,
      refresh_token: `ghr_${randomBytes(18).toString('hex')}`,
      refresh_token_expires_in: 15_897_600,
      scope: '',
      token_type: 'bearer',
    };
  }

  /** A code is good for once. */
  #takeGrant(code: string): Grant | null {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    return grant !== undefined && grant.until > this.#options.clock.now().getTime() ? grant : null;
  }
}

function lead(to: string, { searchParams }: URL, said: Record<string, string>): Page {
  const back = new URL(to);
  for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
  const state = searchParams.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return { status: 302, headers: { location: back.href }, html: page('Go on', `<a href="${escape(back.href)}">Go on</a>`) };
}

function isSecretOf({ clientSecret }: App, given: string | null): boolean {
  return given === clientSecret;
}

function fitsChallenge({ challenge }: Grant, verifier: string | null): boolean {
  return challenge === null || (verifier !== null && createHash('sha256').update(verifier).digest('base64url') === challenge);
}

function refusal(error: string, description: string): object {
  return { error, error_description: description, error_uri: 'https://docs.github.com/apps' };
}

function formOf({ body, headers }: BrowserRequest): URLSearchParams {
  if (headers['content-type']?.startsWith('application/json') !== true) return new URLSearchParams(body);
  return new URLSearchParams(JSON.parse(body) as Record<string, string>);
}

function isLocal(host = ''): boolean {
  return URL.canParse(`http://${host}`) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(`http://${host}`).hostname);
}
