/** What every page has: who you are, what time it is, what Unpause does. */
import { html } from 'hono/html';
import { frame, type Html } from '../../web/page.ts';
import type { JournalEntry } from '../journal.ts';
import { people } from '../seed/people.ts';
import { playSign } from './avatar.ts';
import { threadPath } from './place.ts';
import type { View } from './view.ts';
import { clockTime } from './words.ts';

export const stylesheetPath = '/assets/demo.css';
export const scriptPath = '/assets/demo.js';
export const iconPath = '/assets/icon.svg';

export interface PageParts {
  title: string;
  content: Html;
  /** Further panels beside the content. */
  panels?: Html;
  /** What is read out when it changes. */
  announcement: string;
  entries: readonly JournalEntry[];
  /** Whether it follows what happens; a page that says one thing does not. */
  isLive?: boolean;
}

export function layout(view: View, { title, content, panels = html``, announcement, entries, isLive = true }: PageParts): Html {
  const script = isLive ? html`<script src="${scriptPath}" defer></script>` : html``;
  return frame({
    title: `${title} · Unpause demo`,
    stylesheet: stylesheetPath,
    head: html`<link rel="icon" href="${iconPath}" type="image/svg+xml">${script}`,
    body: html`<a class="skip" href="#main">Skip to the content</a>
${header(view)}
<div class="page">
<main id="main" tabindex="-1">
${refusalBox(view)}
${content}
</main>
<aside aria-label="The demo">
${clockPanel(view)}
${panels}
${journalPanel(view, entries)}
</aside>
</div>
<p class="unseen" role="status" id="announcement">${announcement}</p>`,
  });
}

function header({ activity, person, path, siteUrl }: View): Html {
  const state = activity.isBusy() ? html`<span class="dot busy"></span>Unpause is looking …` : html`<span class="dot"></span>Unpause has seen everything`;
  return html`<header class="bar">
<a class="brand" href="/">${playSign()}<span>Unpause<span class="quiet where"> demo</span></span></a>
<p class="state" id="state">${state} <a class="to-clock" href="#clock-title">Clock</a></p>
<p class="state"><a href="${siteUrl}/open">Open and decided, on Unpause's own pages</a></p>
<form class="person" method="post" action="/person" id="person-form" data-at-once>
<input type="hidden" name="back" value="${path}">
<label for="person">You are</label>
<select id="person" name="person">${people.map(({ login, role }) => html`<option value="${login}"${login === person.login ? html` selected` : ''}>@${login} (${role})</option>`)}</select>
<button class="small" id="person-button">Switch</button>
</form>
</header>`;
}

function refusalBox({ refusal }: View): Html {
  return refusal === null ? html`` : html`<p class="refusal" role="alert" id="refusal">${refusal}</p>`;
}

const turns = [
  ['+1 working day', 'working-day'],
  ['+1 hour', 'hour'],
  ['+1 week', 'week'],
] as const;

function clockPanel({ world, path }: View): Html {
  const now = world.clock.now();
  return html`<section class="panel" aria-labelledby="clock-title">
<h2 id="clock-title">Clock</h2>
<p id="clock"><time datetime="${now.toISOString()}">${clockTime(now)}</time></p>
<form method="post" action="/clock" class="row" id="clock-form">
<input type="hidden" name="back" value="${path}">
${turns.map(([label, by]) => html`<button name="by" value="${by}" id="turn-${by}">${label}</button>`)}
</form>
</section>`;
}

const shownEntries = 12;

function journalPanel(view: View, entries: readonly JournalEntry[]): Html {
  const items = entries.slice(0, shownEntries).map((entry) => html`<li><span class="where">${placeOf(view, entry)}</span> ${entry.text}</li>`);
  return html`<section class="panel" aria-labelledby="journal-title">
<h2 id="journal-title">What Unpause did</h2>
${items.length === 0 ? html`<p class="quiet" id="journal-empty">Nothing here so far.</p>` : html`<ol class="journal" id="journal">${items}</ol>`}
</section>`;
}

function placeOf({ world }: View, { repo, number }: JournalEntry): Html {
  if (repo === null) return html``;
  const name = repo.split('/')[1] ?? repo;
  const issue = number === null ? null : (world.repository(repo).issues.get(number) ?? null);
  return issue === null ? html`${name}` : html`<a href="${threadPath(issue)}">${name}#${number}</a>`;
}
