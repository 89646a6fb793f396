/** The setup's pages: token → session → form → GitHub → code. They answer 403 to whoever did not bring the token. */
import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { appManifest, callbackUrlOf, webhookPath } from '../app/app-manifest.ts';
import type { Setup } from '../app/setup.ts';
import { isLoopback } from './loopback.ts';
import { messagePage } from './page.ts';
import { askPage, reviewPage } from './setup-pages.ts';

export interface SetupParts {
  setup: Setup;
  githubUrl: string;
  /** This server as browsers reach it. */
  baseUrl: () => string;
  /** Takes deliveries in for us; null: they come here directly. */
  webhookProxyUrl: string | null;
}

const cookie = 'unpause_setup';
const path = '/setup';
const organizationForm = /^[A-Za-z0-9-]{0,39}$/;

/** The routes beneath `/setup`. */
export function setupRoutes(parts: SetupParts): Hono {
  const { setup, baseUrl } = parts;
  const routes = new Hono();
  const sessionOf = (c: Context) => getCookie(c, cookie);

  routes.get('/', (c) => {
    const token = c.req.query('token');
    if (token === undefined) return setup.stateOf(sessionOf(c)) === null ? refuse(c) : c.html(askPage('Unpause'));
    const session = setup.open(token);
    if (session === null) return refuse(c);
    setCookie(c, cookie, session, { path, httpOnly: true, sameSite: 'Lax', secure: baseUrl().startsWith('https:') });
    // Away from an address that holds the token, before anything else is loaded or linked.
    return c.redirect(path, 303);
  });

  routes.get('/review', (c) => {
    const state = setup.stateOf(sessionOf(c));
    if (state === null) return refuse(c);
    const name = (c.req.query('name') ?? '').trim();
    const organization = (c.req.query('organization') ?? '').trim();
    if (name === '' || !organizationForm.test(organization)) {
      return c.html(messagePage('Something is missing', 'Expected a name for the App, and an organisation as GitHub writes it, or none.'), 400);
    }
    return c.html(reviewPage(reviewOf(parts, { name, organization, state })));
  });

  routes.get('/registered', async (c) => {
    const { code = '', state = '' } = c.req.query();
    const result = await setup.finish({ session: sessionOf(c), state, code });
    if (!result.ok) return c.html(messagePage('The App is not set up', result.why), result.status);
    deleteCookie(c, cookie, { path });
    return c.redirect('/', 303);
  });

  return routes;
}

function reviewOf({ githubUrl, baseUrl, webhookProxyUrl }: SetupParts, { name, organization, state }: Record<'name' | 'organization' | 'state', string>) {
  const account = organization === '' ? '' : `/organizations/${organization}`;
  const webhookUrl = webhookProxyUrl ?? `${baseUrl()}${webhookPath}`;
  return {
    action: `${githubUrl}${account}/settings/apps/new?state=${encodeURIComponent(state)}`,
    manifest: appManifest(name, { webhookUrl, redirectUrl: `${baseUrl()}${path}/registered`, callbackUrl: callbackUrlOf(baseUrl()) }),
    webhookUrl,
    isReachable: !isLoopback(webhookUrl) || isLoopback(githubUrl),
  };
}

function refuse(c: Context): Response | Promise<Response> {
  return c.html(messagePage('This page needs the link from the log', 'Open the link that the server printed to its log when it started. It works until the App is set up.'), 403);
}
