/** What to try on a thread: how an RFC falls silent, what moves it on, and what a rung of the ladder asks for. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Issue } from '../github/state/issue.ts';
import { fullName } from '../github/state/repository.ts';
import { architecture, rfcLabel, rfcs } from '../seed/seed-world.ts';
import { stateOf } from './labels.ts';

/** Nothing where Unpause only checks, or where nobody is waited for. */
export function threadHints(issue: Issue): Html {
  const hints = hintsIn[fullName(issue.repository)];
  const isRfc = issue.labels.some(({ name }) => name === rfcLabel);
  if (hints === undefined || !isRfc || stateOf(issue) !== 'Open') return html``;
  return html`<section class="panel" aria-labelledby="hints-title">
<h2 id="hints-title">What to try here</h2>
<ol class="tries">
${hints(issue)}
</ol>
</section>`;
}

const hintsIn: Readonly<Record<string, (issue: Issue) => Html>> = { [rfcs]: silenceHints, [architecture]: ladderHints };

function silenceHints(issue: Issue): Html {
  const [first, second] = helpersFor(issue);
  return html`<li><strong>Let it fall silent.</strong> Turn the clock by a working day, again and again, and read what Unpause says at the end of the conversation.</li>
<li><strong>Drive the next step.</strong> Be @${first} (“You are”, at the top), and comment <code>/dri take</code>.</li>
<li><strong>Hand it on.</strong> <code>/dri hand @${second} One point is left.</code></li>
<li><strong>Ask for help to decide.</strong> <code>/escalate Either way is fine.</code></li>
<li><strong>Decide.</strong> Be the Decision Owner: <code>/decide accept It is worth it.</code></li>`;
}

/** Frank may own decisions in two of the domains, and is asked there. */
function ladderHints(): Html {
  return html`<li><strong>Object.</strong> Be @frank (“You are”, at the top), and comment <code>/object It costs us two weeks.</code></li>
<li><strong>Decide.</strong> Be the Decision Owner: <code>/decide accept It is worth it.</code> Where it is too soon, read what is missing.</li>
<li><strong>Settle it.</strong> <code>/answer @frank Two days, not two weeks.</code> Then be @frank again: <code>/withdraw</code></li>
<li><strong>Turn the clock</strong> until the period is over, and decide.</li>
<li><strong>A principle does not fit?</strong> <code>/tension small-steps It was one big step.</code> Three people on three RFCs, and the stewards are asked about it.</li>`;
}

/** Two people of the pool, who are not the author if that can be. */
function helpersFor({ author }: Issue): string[] {
  return ['dave', 'carol', 'alice'].filter((login) => login !== author.login);
}
