/** Small pieces that several pages are made of. Users' words stand in `bdi`, so that nothing in them turns what is around them. */
import { html } from 'hono/html';
import type { Team } from '../../decision/acts.ts';
import { formerParticipant } from '../../decision/log/entry.ts';
import type { Person } from '../../decision/people.ts';
import type { Html } from '../page.ts';

/** A link to where something was said; addresses come from GitHub, and anything but a web page is none. */
export function outside(url: string | null, words: Html | string): Html {
  return url !== null && /^https?:\/\//.test(url) ? html`<a href="${url}">${words}</a>` : html`${words}`;
}

/** A day in UTC, as `2026-12-01`; the moment itself for programs. */
export function dayOf(instant: string | Date): Html {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)}</time>`;
}

/** A moment in UTC, as `2026-12-01, 17:00 UTC`. */
export function momentOf(instant: string | Date): Html {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  return html`<time datetime="${iso}">${momentText(iso)}</time>`;
}

export function momentText(iso: string): string {
  return `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
}

/** `@alice`, with what they had a part in. */
export function person({ id, login }: Person): Html {
  return id === formerParticipant.id ? html`a former participant` : html`<a class="person" href="/decisions?${new URLSearchParams({ person: login }).toString()}">@${login}</a>`;
}

export function addressee(each: Person | Team): Html {
  return 'team' in each ? html`<span class="person">@${each.team}</span>` : person(each);
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly Html[]): Html {
  return html`${items.map((item, index) => html`${index === 0 ? '' : index === items.length - 1 ? ' and ' : ', '}${item}`)}`;
}

/** As many names as are good to read, and how many more there are. */
export function names(people: readonly (Person | Team)[], most = 8): Html {
  const shown = people.slice(0, most).map(addressee);
  return people.length > most ? html`${inWords([...shown, html`${people.length - most} more`])}` : inWords(shown);
}

/** Words that somebody wrote, on one line. */
export function quoted(words: string): Html {
  return html`<q><bdi>${words}</bdi></q>`;
}

export function title(text: string): Html {
  return html`<bdi>${text.trim() === '' ? '(no title)' : text}</bdi>`;
}

/** What a list says in place of rows. */
export function nothing(sentence: string): Html {
  return html`<p class="empty">${sentence}</p>`;
}

/** To the rows behind these; `query` is what the address says besides. */
export function pager(path: string, query: Readonly<Record<string, string | null>>, next: string | null): Html {
  if (next === null) return html``;
  return html`<nav class="pager" aria-label="More of this list"><a href="${addressOf(path, { ...query, after: next })}" rel="next">Further down the list</a></nav>`;
}

/** A path with what of the query says something. */
export function addressOf(path: string, query: Readonly<Record<string, string | null>>): string {
  const said = Object.entries(query).flatMap(([key, value]): [string, string][] => (value === null || value === '' ? [] : [[key, value]]));
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}
