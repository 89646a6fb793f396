/** Making an App from a manifest: the form's target, which leads back with a code, and what the code is worth. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { App, Permissions } from './app.ts';
import type { AppBook } from './app-book.ts';
import { errorPage, escape, page, type Page } from './browser-page.ts';

/** GitHub keeps a code for an hour. */
const codeLife = 3_600_000;
const formPath = /^(?:\/organizations\/([^/]+))?\/settings\/apps\/new$/;

interface Manifest {
  name?: string;
  url?: string;
  redirect_url?: string;
  hook_attributes?: { url?: string; active?: boolean };
  default_permissions?: Permissions;
  default_events?: string[];
  callback_urls?: string[];
}

export class ManifestFlow {
  readonly #book: AppBook;
  readonly #clock: Clock;
  readonly #codes = new Map<string, { app: App; until: number }>();

  constructor(book: AppBook, clock: Clock) {
    this.#book = book;
    this.#clock = clock;
  }

  /** Null where the path is none of the flow's. Makes the App at once: there is nobody to ask for a name. */
  submit({ method, url, body }: { method: string; url: URL; body: string }): Page | null {
    const path = formPath.exec(url.pathname);
    if (!path) return null;
    if (method !== 'POST') return errorPage(405, 'Send the form with its manifest here by POST.');
    const manifest = readManifest(new URLSearchParams(body).get('manifest') ?? '');
    const missing = whatIsMissing(manifest);
    if (missing.length > 0 || manifest === null) return errorPage(422, `Invalid manifest: ${missing.join('; ')}.`);
    const app = this.#make(manifest, path[1]);
    if (typeof app === 'string') return errorPage(422, app);
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, { app, until: this.#clock.now().getTime() + codeLife });
    const back = new URL(manifest.redirect_url ?? '');
    back.searchParams.set('code', code);
    const state = url.searchParams.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return { status: 302, headers: { location: back.href }, html: page('The App is made', `<a href="${escape(back.href)}">Go on</a>`) };
  }

  /** The App that a code stands for; a code is good for once. Null where it is good for nothing. */
  convert(code: string): App | null {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    return known && known.until > this.#clock.now().getTime() ? known.app : null;
  }

  /** The App, or in words why not. */
  #make(manifest: Manifest, organisation: string | undefined): App | string {
    const { name = '', hook_attributes: hook, default_permissions: permissions = {}, default_events: events = [], callback_urls: callbackUrls } = manifest;
    const webhookUrl = hook?.url ?? null;
    try {
      return this.#book.register({
        name,
        webhookUrl,
        webhookSecret: webhookUrl === null ? null : randomBytes(20).toString('hex'),
        permissions,
        events,
        callbackUrls,
        ...(organisation === undefined ? {} : { owner: organisation }),
      });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function readManifest(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest | null;
  } catch {
    return null;
  }
}

function whatIsMissing(manifest: Manifest | null): string[] {
  if (typeof manifest !== 'object' || manifest === null) return ['it is no JSON object'];
  const wanted = { name: manifest.name, url: manifest.url, redirect_url: manifest.redirect_url };
  const missing = Object.entries(wanted).filter(([, value]) => typeof value !== 'string' || value === '');
  const addresses = [manifest.url, manifest.redirect_url, manifest.hook_attributes?.url, ...(manifest.callback_urls ?? [])].filter((value) => value !== undefined && !URL.canParse(value));
  return [...missing.map(([name]) => `"${name}" wasn't supplied`), ...addresses.map((address) => `${String(address)} is no address`)];
}

