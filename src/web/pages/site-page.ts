/** What every page of the site has: where one is, where one can go, and who one is. */
import { html } from 'hono/html';
import { places } from '../navigation.ts';
import { frame, type Html } from '../page.ts';
import type { Viewer } from '../viewer.ts';

export const siteStylesheetPath = '/assets/pages.css';

export interface SiteParts {
  title: string;
  viewer: Viewer;
  /** Of the page that is shown. */
  path: string;
  content: Html;
  /** The same as data. */
  jsonPath?: string;
}

/** A whole page. */
export function sitePage({ title, viewer, path, content, jsonPath }: SiteParts): Html {
  return frame({
    title: `${title} · Unpause`,
    stylesheet: siteStylesheetPath,
    head: html`<link rel="alternate" type="application/atom+xml" title="Decisions" href="/decisions.atom">`,
    body: html`<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="brand" href="/">Unpause</a>
${navigation(viewer, path)}
${account(viewer)}
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
<footer class="foot">${jsonPath === undefined ? '' : html`<a href="${jsonPath}">This page as JSON</a> `}<span class="quiet">Times are in UTC.</span></footer>`,
  });
}

function navigation({ person }: Viewer, path: string): Html {
  const shown = places.filter(({ isOwn }) => isOwn !== true || person !== null);
  return html`<nav class="places" aria-label="Pages"><ul>${shown.map((place) => html`<li><a href="${place.path}"${isAt(place.path, path) ? html` aria-current="page"` : ''}>${place.name}</a></li>`)}</ul></nav>`;
}

function isAt(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function account({ person }: Viewer): Html {
  if (person === null) return html`<p class="account"><a href="/sign-in">Sign in</a></p>`;
  return html`<form class="account" method="post" action="/sign-out"><a href="/me">@${person.login}</a> <button>Sign out</button></form>`;
}
