/** The demo's page over HTTP: what it shows, and what its forms do. Every form works without a script, too. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Log } from '../../store/log.ts';
import { securityHeaders } from '../../web/security-headers.ts';
import type { Activity } from '../activity.ts';
import type { Clock } from '../github/clock.ts';
import type { Issue } from '../github/state/issue.ts';
import type { World } from '../github/world.ts';
import type { Journal } from '../journal.ts';
import { people } from '../seed/people.ts';
import { workingDaysLater } from '../working-day.ts';
import { acts } from './acts.ts';
import { icon } from './avatar.ts';
import { blobPage } from './blob-page.ts';
import { browserScript } from './browser-script.ts';
import { onlyLoopback, onlySameOrigin } from './guard.ts';
import { iconPath, layout, scriptPath, stylesheetPath } from './layout.ts';
import { listPage } from './list-page.ts';
import { liveUpdates } from './live-updates.ts';
import { threadPath } from './place.ts';
import { stylesheet } from './stylesheet.ts';
import { threadPage } from './thread-page.ts';
import type { View } from './view.ts';

export interface PageParts {
  world: World;
  clock: Clock;
  activity: Activity;
  journal: Journal;
  /** Where Unpause's own pages are. */
  siteUrl: string;
  /** Ends the streams of open pages. */
  closing: AbortSignal;
  log: Log;
}

const cookie = 'unpause_demo_person';
/** A document as large as anybody would type here. */
const largestForm = 1024 * 1024;
const hour = 3_600_000;
/** To when a button turns the clock. */
const turns: Readonly<Record<string, (now: Date) => Date>> = {
  hour: (now) => new Date(now.getTime() + hour),
  'working-day': (now) => workingDaysLater(now, 1),
  week: (now) => new Date(now.getTime() + 7 * 24 * hour),
};

export function createPageApp(parts: PageParts): Hono {
  const { world, clock, activity, journal, siteUrl, closing, log } = parts;
  const app = new Hono();
  const viewFor = (c: Context, path = c.req.path): View => ({ world, activity, journal, siteUrl, person: world.account(personOf(c)), path, refusal: null });
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    // Without any referrer, browsers hide the origin of a form, too, which `onlySameOrigin` wants to see.
    c.header('referrer-policy', 'same-origin');
  });
  app.use(onlyLoopback(), onlySameOrigin(), securityHeaders({ githubUrl: world.baseUrl, isHttps: false, hasScript: true }), bodyLimit({ maxSize: largestForm, onError: (c) => c.text('Unexpected size, expected at most 1 MB\n', 413) }));
  app.get(stylesheetPath, (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(scriptPath, (c) => c.body(browserScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get(iconPath, (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/events', (c) => liveUpdates(c, activity, closing));
  app.get('/', (c) => c.html(listPage(viewFor(c))));
  app.post('/person', async (c) => {
    const { person, back } = await fieldsOf(c);
    if (people.some(({ login }) => login === person)) setCookie(c, cookie, person ?? '', { path: '/', httpOnly: true, sameSite: 'Strict' });
    return c.redirect(localPath(back), 303);
  });
  app.post('/clock', async (c) => {
    const { by, back } = await fieldsOf(c);
    const now = clock.now();
    clock.advance((turns[by ?? '']?.(now) ?? now).getTime() - now.getTime());
    activity.note();
    return c.redirect(localPath(back), 303);
  });
  addThreadRoutes(app, world, viewFor);
  app.notFound((c) => c.html(messagePage(viewFor(c), 'Nothing here', 'There is no page at this address.'), 404));
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'the demo page failed');
    return c.html(messagePage(viewFor(c), 'This did not work', 'The log on the terminal says why.'), 500);
  });
  return app;
}

function addThreadRoutes(app: Hono, world: World, viewFor: (c: Context, path?: string) => View): void {
  const threadOf = (c: Context): Issue | null => {
    const { owner = '', repo = '', kind = '', number = '' } = c.req.param();
    const issue = world.findRepository(owner, repo)?.issues.get(Number(number)) ?? null;
    return issue !== null && (kind === 'pull' || kind === 'issues') ? issue : null;
  };
  app.get('/:owner/:repo/blob/:sha/:path{.+}', (c) => {
    const { owner, repo, sha, path } = c.req.param();
    const page = blobPage(viewFor(c), { repository: world.findRepository(owner, repo) ?? null, sha, path });
    return page === null ? c.notFound() : c.html(page);
  });
  app.get('/:owner/:repo/:kind/:number/:tab?', (c) => {
    const issue = threadOf(c);
    if (issue === null) return c.notFound();
    const path = threadPath(issue);
    return c.req.path === path ? c.html(threadPage(viewFor(c), issue)) : c.redirect(path);
  });
  app.post('/:owner/:repo/:kind/:number/:act', async (c) => {
    const issue = threadOf(c);
    const act = acts[c.req.param('act')];
    if (issue === null || act === undefined) return c.notFound();
    const path = threadPath(issue);
    const view = viewFor(c, path);
    const refusal = act(view, issue, await fieldsOf(c));
    return refusal === null ? c.redirect(path, 303) : c.html(threadPage({ ...view, refusal }, issue), 422);
  });
}

function personOf(c: Context): string {
  const chosen = getCookie(c, cookie);
  return people.find(({ login }) => login === chosen)?.login ?? 'alice';
}

async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const form = await c.req.parseBody();
  return Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A path of this page: no address of another one. */
function localPath(path = '/'): string {
  return /^\/(?![/\\])/.test(path) ? path : '/';
}

function messagePage(view: View, title: string, sentence: string) {
  return layout({ ...view, path: '/' }, { title, content: html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">To all threads</a></p>`, announcement: '', entries: [], isLive: false });
}
