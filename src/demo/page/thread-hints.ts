/** What to try on a thread: how an RFC falls silent, and what moves it on. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Issue } from '../github/state/issue.ts';
import { fullName } from '../github/state/repository.ts';
import { rfcLabel, rfcs } from '../seed/seed-world.ts';
import { stateOf } from './labels.ts';

/** Nothing where Unpause only checks, or where nobody is waited for. */
export function threadHints(issue: Issue): Html {
  const isRfc = fullName(issue.repository) === rfcs && issue.labels.some(({ name }) => name === rfcLabel);
  if (!isRfc || stateOf(issue) !== 'Open') return html``;
  const [first, second] = helpersFor(issue);
  return html`<section class="panel" aria-labelledby="hints-title">
<h2 id="hints-title">What to try here</h2>
<ol class="tries">
<li><strong>Let it fall silent.</strong> Turn the clock by a working day, again and again, and read what Unpause says at the end of the conversation.</li>
<li><strong>Drive the next step.</strong> Be @${first} (“You are”, at the top), and comment <code>/dri take</code>.</li>
<li><strong>Hand it on.</strong> <code>/dri hand @${second} One point is left.</code></li>
<li><strong>Ask for help to decide.</strong> <code>/escalate Either way is fine.</code></li>
<li><strong>Decide.</strong> Be the Decision Owner: <code>/decide accept It is worth it.</code></li>
</ol>
</section>`;
}

/** Two people of the pool, who are not the author if that can be. */
function helpersFor({ author }: Issue): string[] {
  return ['dave', 'carol', 'alice'].filter((login) => login !== author.login);
}
