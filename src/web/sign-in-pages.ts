import { html } from 'hono/html';
import { type Html, page } from './page.ts';

/** For whoever comes by a link; the pages have a button of their own. */
export function signOutPage(): Html {
  return page('Sign out', html`<p>You can sign in again whenever you like.</p>
<form method="post" action="/sign-out"><button type="submit">Sign out</button></form>`);
}

/** `why` is a sentence. */
export function failedPage(why: string): Html {
  return page('You are not signed in', html`<p>${why}</p>
<p><a href="/sign-in">Sign in</a> · <a href="/">To the start page</a></p>`);
}
