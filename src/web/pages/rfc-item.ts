/** One open RFC in a list. */
import { html } from 'hono/html';
import type { OpenRfcRow } from '../../store/open-rfcs.ts';
import type { Html } from '../page.ts';
import { dayOf, names, person, title } from './pieces.ts';

/** The path of the page about an RFC. */
function rfcPath({ owner, repo, number }: Pick<OpenRfcRow, 'owner' | 'repo' | 'number'>): string {
  return `/rfcs/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/${number}`;
}

/** Words that lead to the page about an RFC, where `reached` has its repository: else the name that is known of it is another's by now. */
export function rfcLink({ owner, repo, number, repositoryId }: Pick<OpenRfcRow, 'owner' | 'repo' | 'number' | 'repositoryId'>, { words, reached, at = '' }: { words: Html | string; reached: Reached; at?: string }): Html {
  return reached.has(repositoryId) ? html`<a href="${rfcPath({ owner, repo, number })}${at}">${words}</a>` : html`${words}`;
}

/** The repositories that their names lead to. */
export type Reached = ReadonlySet<number>;

/** A list of them, each with a line of its own. */
export function rfcList<Row extends OpenRfcRow>(rows: readonly Row[], reached: Reached, line: (row: Row) => Html): Html {
  return html`<ol class="rfcs">${rows.map(
    (row) => html`<li>
<p class="rfc">${rfcLink(row, { words: title(row.title), reached })} <span class="quiet">${row.owner}/${row.repo}#${row.number}${row.isDraft ? ', a draft' : ''}</span></p>
<p class="facts">${line(row)}</p>
</li>`,
  )}</ol>`;
}

/** Who decides, in which domain, and who drives the next step. */
export function whoDecides({ owners, domain, dri }: OpenRfcRow): Html {
  const who = owners.length === 0 ? html`Nobody is named as Decision Owner yet` : html`Decision Owner: ${owners.map((name, index) => html`${index === 0 ? '' : ', '}<bdi>${name}</bdi>`)}`;
  const where = domain === null ? '' : html` · Domain: <a href="/open?${new URLSearchParams({ domain }).toString()}">${domain}</a>`;
  const driver = dri === null ? '' : html` · ${person(dri.person)} drives the next step until ${dayOf(dri.until)}`;
  return html`${who}${where}${driver}`;
}

/** Whom it waits for and since when. */
export function waitsFor({ pause, openedAt }: OpenRfcRow): Html {
  if (pause === null) return html`Opened on ${dayOf(openedAt)}`;
  return pause.waitsFor.length === 0 ? html`Since ${dayOf(pause.since)}` : html`Since ${dayOf(pause.since)} for ${names(pause.waitsFor)}`;
}

/** As the API gives it. */
export function rfcJson({ repositoryId, owner, repo, number, kind, title: text, url, isDraft, openedAt, author, owners, rung, domain, topic, pause, dri, closesAt }: OpenRfcRow): object {
  return { repository: { id: repositoryId, owner, name: repo }, number, kind, title: text, url, isDraft, openedAt, author, owners, rung, domain, topic, pause, dri, closesAt: closesAt?.toISOString() ?? null };
}
