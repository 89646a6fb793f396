/** Every thread with its checks and labels, and what to try. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import { isPullRequest, type Issue } from '../github/state/issue.ts';
import { fullName, type Repository } from '../github/state/repository.ts';
import { architecture, rfcs, website } from '../seed/seed-world.ts';
import { checkMark } from './avatar.ts';
import { latestRuns, resultOf } from './checks.ts';
import { labelPill, statePill } from './labels.ts';
import { layout } from './layout.ts';
import { threadPath } from './place.ts';
import type { View } from './view.ts';
import { plainName } from './words.ts';

export function listPage(view: View): Html {
  const { world, journal } = view;
  const shown = world.repositories.filter(({ parent }) => parent === null);
  const content = html`<header class="thread-head">
<h1>Who decides?</h1>
<p class="lead">Everyone waits for someone else to chime in, and an RFC drifts. Unpause says who decides and what is missing, and offers help when an RFC falls silent, where people already are. This is a whole GitHub of its own on your machine, with the App at work in it: nothing leaves it.</p>
</header>
${shown.map(repositoryCard)}`;
  return layout(view, { title: 'RFCs', content, panels: html`${tryPanel(world.repository(rfcs))}${ladderPanel(view)}`, announcement: announcementOf(shown), entries: journal.entries() });
}

function threadsOf({ issues }: Repository): Issue[] {
  return [...issues.values()].filter((issue) => issue !== null).toReversed();
}

function announcementOf(repositories: readonly Repository[]): string {
  const runs = repositories.flatMap(threadsOf).flatMap((issue) => (isPullRequest(issue) ? latestRuns(issue) : []));
  const failing = runs.filter(({ conclusion }) => conclusion === 'failure').length;
  return `${runs.length} checks, ${failing} of them failing.`;
}

const words: Readonly<Record<string, string>> = {
  [rfcs]: 'has .github/unpause.yml',
  [architecture]: 'says in its config who decides what',
  [website]: 'has no config: checks alone, no comments',
};

function repositoryCard(repository: Repository): Html {
  const name = fullName(repository);
  return html`<section class="card list" aria-labelledby="repository-${repository.name}">
<h2 id="repository-${repository.name}">${name} <span class="quiet">${words[name] ?? ''}</span></h2>
<ul class="threads" id="threads-${repository.name}">${threadsOf(repository).map(threadItem)}</ul>
</section>`;
}

function threadItem(issue: Issue): Html {
  const { title, number, labels, author } = issue;
  const checks = isPullRequest(issue) ? latestRuns(issue) : [];
  return html`<li id="thread-${issue.id}">
<div class="line"><a href="${threadPath(issue)}" id="link-${issue.id}">${title}</a>${labels.map((label) => html` ${labelPill(label)}`)}</div>
<div class="meta quiet">${statePill(issue)} <span>#${number} ${issue.pull === null ? 'issue' : 'pull request'} by ${author.login}</span>${checks.map(
    (run) => html`<span class="inline-check">${checkMark(resultOf(run))} <span>${plainName(resultOf(run))}: ${run.title ?? run.name}</span></span>`,
  )}</div>
</li>`;
}

function tryPanel(repository: Repository): Html {
  const link = linkIn(repository);
  return html`<section class="panel" aria-labelledby="try-title">
<h2 id="try-title">What to try</h2>
<ol class="tries">
<li>${link('Rotate the signing keys', 'An RFC falls silent.')} Turn the clock by a working day, and see whom Unpause nudges; then take the role of temporary DRI, and hand it on.</li>
<li>${link('Upgrade PostgreSQL', 'A team cannot decide.')} Edit the document, name one person, and see the check turn and the comment change.</li>
<li>${link('Drop support', 'Nobody is named.')} Press “Suggest what to add” on the check, and commit what it suggests.</li>
<li>${link('Quiet hours', 'An issue is an RFC too.')} Take the label off, or add an owner to its text.</li>
<li>${link('A registry', 'From a fork, with two owners.')} It is served like any other.</li>
<li>${link('Share design', 'A draft')} is left in peace. Make it ready for review.</li>
<li>${link('Every feature flag', 'A date that is far away.')} Turn the clock by a week.</li>
</ol>
</section>`;
}

function ladderPanel({ world, siteUrl }: View): Html {
  const link = linkIn(world.repository(architecture));
  return html`<section class="panel" aria-labelledby="ladder-title">
<h2 id="ladder-title">Who decides what</h2>
<ol class="tries">
<li>${link('Orders stay', 'Silence is consent.')} Object as @frank, and decide too soon as @carol; or turn the clock until the period is over.</li>
<li>${link('One release train', 'Silence is not yet.')} @bob and @frank <code>/support</code> it, or abstain, before @alice decides.</li>
<li>${link('Code is formatted', 'Nobody has to be asked.')} @dave decides, whenever he likes.</li>
<li><a href="${siteUrl}/domains">The map</a>, <a href="${siteUrl}/decisions">what was decided, and why</a>, and <a href="${siteUrl}/vitality">how alive all of it is</a>.</li>
</ol>
</section>`;
}

/** Leads to the RFC whose title begins so; mere words where there is none. */
function linkIn({ issues }: Repository): (start: string, words: string) => Html {
  return (start, words) => {
    const issue = [...issues.values()].find((each) => each?.title.startsWith(start));
    return issue ? html`<a href="${threadPath(issue)}">${words}</a>` : html`${words}`;
  };
}
