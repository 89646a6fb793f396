import { html } from 'hono/html';
import type { OwnWork } from '../app/own-work.ts';
import type { Person } from '../decision/people.ts';
import type { OwnTerm } from '../store/own-work.ts';
import type { Html } from './page.ts';
import { dayOf } from './pages/pieces.ts';
import { sitePage } from './pages/site-page.ts';
import type { Viewer } from './viewer.ts';

export interface MeParts {
  person: Person;
  viewer: Viewer;
  work: OwnWork;
  /** `https://github.com`, without a slash at the end. */
  githubUrl: string;
  /** Why what was asked for was not done, in a sentence; null where nothing went wrong. */
  refusal: string | null;
}

/** A person's own page: nobody else sees it, and it is about nobody else. */
export function mePage({ person, viewer, work, githubUrl, refusal }: MeParts): Html {
  return sitePage({
    title: `@${person.login}`,
    viewer,
    path: '/me',
    content: html`<p class="quiet">Only you see this page.</p>
${refusal === null ? '' : html`<p role="alert"><strong>${refusal}</strong></p>`}
<h2>What you drive</h2>
${driven(work, githubUrl)}
<h2>When you are away</h2>
${absence(work)}`,
  });
}

function driven({ terms, ended }: OwnWork, githubUrl: string): Html {
  const now = terms.length === 0 ? html`<p>Nothing at the moment.</p>` : html`<ul>${terms.map((term) => html`<li>${linkTo(term, githubUrl)}, until ${dayOf(term.dueAt)}</li>`)}</ul>`;
  return html`${now}
<p>In the last 90 days, ${ended === 0 ? 'no term of yours has' : ended === 1 ? 'one term of yours has' : `${ended} terms of yours have`} ended. This counts the repositories that you can see.</p>`;
}

/** GitHub leads on from there where it is a pull request. */
function linkTo({ owner, repo, number }: OwnTerm, githubUrl: string): Html {
  return html`<a href="${githubUrl}/${owner}/${repo}/issues/${number}">${owner}/${repo}#${number}</a>`;
}

function absence({ absence: known }: OwnWork): Html {
  const back = html`<form method="post" action="/me/back"><button type="submit">I am back</button></form>`;
  const said = known === null
    ? html`<p>You are in the rotation.</p>`
    : html`<p>You are left out of the rotation until ${dayOf(known.until)}, in every repository.</p>${back}`;
  return html`${said}
<form method="post" action="/me/away">
<label for="until">First day back</label>
<input id="until" name="until" type="date" required aria-describedby="until-help">
<p class="quiet" id="until-help">Nobody is told: it is kept here alone, and no reason is asked for. What you drive already stays with you; <code>/dri hand @user NOTE</code> on the RFC passes it on.</p>
<button type="submit">I am away until then</button>
</form>`;
}
