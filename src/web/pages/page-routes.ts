/** The site's pages over HTTP, and the same as JSON. Who may see what is asked for anew with each request. */
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { isStranger, type Viewer } from '../viewer.ts';
import { closingPage } from './closing-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { domainsPage } from './domains-page.ts';
import { exportRoutes } from './export-routes.ts';
import { openPage } from './open-page.ts';
import type { PageParts } from './page-parts.ts';
import type { AnyPage } from './page.ts';
import { principlesPage } from './principles-page.ts';
import { rfcPage } from './rfc-page.ts';
import { sitePage, siteStylesheetPath } from './site-page.ts';
import { siteStylesheet } from './site-stylesheet.ts';
import { topicsPage } from './topics-page.ts';
import { vitalityFiles } from './vitality-files.ts';
import { vitalityPage } from './vitality-page.ts';
import { waitingPage } from './waiting-page.ts';

/** Version 1 of the API: fields may be added to it, none is taken away or changed. */
export const apiPath = '/api/v1';

const pages: readonly AnyPage[] = [openPage, closingPage, waitingPage, decisionsPage, rfcPage, domainsPage, principlesPage, topicsPage, vitalityPage];

export function pageRoutes(parts: PageParts): Hono {
  const routes = new Hono();
  routes.get(siteStylesheetPath, (c) => c.body(siteStylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }));
  for (const page of pages) {
    routes.get(page.path, async (c) => await answerHtml(c, page, parts));
    routes.get(`${apiPath}${page.path}`, async (c) => await answerJson(c, page, parts));
  }
  routes.route('/', exportRoutes(parts));
  routes.route('/', vitalityFiles(parts));
  return routes;
}

async function answerHtml(c: Context, page: AnyPage, { database, findViewer, now, githubUrl }: PageParts): Promise<Response> {
  const viewer = await findViewer(c.req.raw);
  if (mustSignIn(viewer, page)) return await c.html(signInPage(c, viewer), 401);
  const answer = await page.answer({ database, viewer, query: queryOf(c), now: now(), githubUrl });
  const show = (title: string, content: Html, jsonPath?: string): Html => sitePage({ title, viewer, path: c.req.path, content, ...(jsonPath !== undefined && { jsonPath }) });
  switch (answer.kind) {
    case 'missing':
      return await c.html(show('Nothing here', html`<p>There is no page at this address, or none that you may see.</p>`), 404);
    case 'mistaken':
      return await c.html(show('This address says something else', html`<ul>${answer.mistakes.map((mistake) => html`<li>${mistake}</li>`)}</ul>`), 400);
    case 'found':
      return await c.html(show(answer.title, answer.content(), `${apiPath}${pathOf(c)}`));
  }
}

async function answerJson(c: Context, page: AnyPage, { database, findViewer, now, githubUrl }: PageParts): Promise<Response> {
  const viewer = await findViewer(c.req.raw);
  if (mustSignIn(viewer, page)) return c.json({ message: 'Sign in, or send a GitHub token of yours as `Authorization: Bearer TOKEN`' }, 401);
  const answer = await page.answer({ database, viewer, query: queryOf(c), now: now(), githubUrl });
  switch (answer.kind) {
    case 'missing':
      return c.json({ message: 'There is nothing at this address, or nothing that you may see' }, 404);
    case 'mistaken':
      return c.json({ message: answer.mistakes.join('; ') }, 400);
    case 'found':
      return c.json({ version: 1, ...answer.json() });
  }
}

function mustSignIn(viewer: Viewer, { isOwn }: AnyPage): boolean {
  return isStranger(viewer) || (isOwn && viewer.person === null);
}

/** What the address names by its path, and behind the question mark; of what is there twice, the first. */
function queryOf(c: Context): Record<string, string> {
  return { ...c.req.query(), ...c.req.param() };
}

function signInPage(c: Context, viewer: Viewer): Html {
  return sitePage({ title: 'Sign in to read this', viewer, path: c.req.path, content: html`<p>What is shown here is what GitHub lets you see: your repositories, and nothing else.</p><p><a href="/sign-in?${new URLSearchParams({ to: pathOf(c) }).toString()}">Sign in with GitHub</a></p>` });
}

function pathOf(c: Context): string {
  return `${c.req.path}${new URL(c.req.url).search}`;
}
