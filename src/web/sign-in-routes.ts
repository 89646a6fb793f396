/** Signing in and out: to GitHub and back, with a cookie that says nothing. */
import { Hono, type Context } from 'hono';
import type { Access } from '../app/access.ts';
import { callbackPath, callbackUrlOf } from '../app/app-manifest.ts';
import { type SignIn, signInLife } from '../app/sign-in.ts';
import { localPath } from './local-path.ts';
import { isLoopback } from './loopback.ts';
import { onlyOwnForms } from './own-form.ts';
import { messagePage } from './page.ts';
import { dropHeld, dropKept, holdSession, keep, readHeld, readKept } from './session-cookie.ts';
import { failedPage, signOutPage } from './sign-in-pages.ts';
import type { ViewerParts } from './find-viewer.ts';

/** `/sign-in`, GitHub's way back, and `/sign-out`. */
export function signInRoutes(parts: ViewerParts): Hono {
  const { baseUrl } = parts;
  const routes = new Hono();

  routes.get('/sign-in', (c) => {
    const ready = readyToSignIn(parts);
    if (typeof ready === 'string') return c.html(messagePage('Nobody can sign in yet', ready), 503);
    const { url, kept } = ready.signIn.begin({ redirectUri: callbackUrlOf(baseUrl()), to: localPath(c.req.query('to')) });
    keep(c, baseUrl(), { kept, seconds: signInLife / 1000 });
    return c.redirect(url, 303);
  });

  routes.get(callbackPath, async (c) => await comeBack(c, parts));

  routes.get('/sign-out', (c) => c.html(signOutPage()));

  routes.post('/sign-out', onlyOwnForms(baseUrl), async (c) => {
    const access = parts.access();
    const held = access && (await readHeld(c.req.raw, { baseUrl: baseUrl(), key: access.cookieKey }));
    if (held !== null) await access?.signOut(held);
    dropHeld(c, { baseUrl: baseUrl() });
    return c.redirect('/', 303);
  });

  return routes;
}

async function comeBack(c: Context, parts: ViewerParts): Promise<Response> {
  const ready = readyToSignIn(parts);
  if (typeof ready === 'string') return c.html(messagePage('Nobody can sign in yet', ready), 503);
  const { access, signIn } = ready;
  const place = { baseUrl: parts.baseUrl(), key: access.cookieKey };
  const { code = '', state = '', error } = c.req.query();
  const kept = readKept(c, place.baseUrl);
  dropKept(c, place.baseUrl);
  if (error !== undefined) return c.html(failedPage(wordsFor(error)), 403);
  const result = await signIn.finish({ kept, state, code, before: await readHeld(c.req.raw, place) });
  if (!result.ok) return c.html(failedPage(result.why), result.status);
  await holdSession(c, place, result);
  return c.redirect(result.to, 303);
}

/** What GitHub says instead of a code; what else stands in the address is not repeated. */
function wordsFor(error: string): string {
  if (error === 'access_denied') return 'GitHub was not given leave to say who you are.';
  if (error === 'redirect_uri_mismatch') return 'GitHub does not know the address of this server: whoever runs it can enter its callback URL in the settings of the App.';
  return 'GitHub could not say who you are. Sign in again.';
}

/** What signing in takes, or a sentence that says what is missing. */
function readyToSignIn({ access, baseUrl }: ViewerParts): { access: Access; signIn: SignIn } | string {
  const known = access();
  if (known === null) return 'This server has no GitHub App of its own so far.';
  const { signIn } = known;
  if (signIn === null) return 'This server does not know the client id and the client secret of its App: GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET.';
  const url = baseUrl();
  if (!url.startsWith('https:') && !isLoopback(url)) return 'This server has to be reached by HTTPS for that, and to know its own address: PUBLIC_URL.';
  return { access: known, signIn };
}
