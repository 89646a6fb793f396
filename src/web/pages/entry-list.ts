/** Decisions in a list. */
import { html } from 'hono/html';
import type { LogEntry } from '../../decision/log/entry.ts';
import { resultNames } from '../../render/page-words.ts';
import type { Html } from '../page.ts';
import { addressOf, dayOf, person, title } from './pieces.ts';
import { rfcLink, type Reached } from './rfc-item.ts';

/** Each with its outcome, who decided, and why. */
export function entryList(entries: readonly LogEntry[], reached: Reached): Html {
  return html`<ol class="rfcs">${entries.map((entry) => entryItem(entry, reached))}</ol>`;
}

function entryItem({ repository, number, n, question, result, by, at, domain, isSatisfied, why }: LogEntry, reached: Reached): Html {
  const place = { repositoryId: repository.id, owner: repository.owner, repo: repository.name, number };
  const who = by === null ? '' : html` by ${person(by)}`;
  return html`<li>
<p class="rfc">${rfcLink(place, { words: title(question), reached, at: `#decision-${n}` })} <span class="quiet">${repository.owner}/${repository.name}#${number}</span></p>
<p class="facts"><span class="result ${result}">${resultNames[result]}</span>${who} on ${dayOf(at)}${domain === null ? '' : html` · Domain: <a href="${addressOf('/decisions', { domain })}">${domain}</a>`}${isSatisfied ? '' : html` · <strong>Made before its rung was satisfied</strong>`}${why === null ? '' : html`<br><q><bdi>${why}</bdi></q>`}</p>
</li>`;
}
