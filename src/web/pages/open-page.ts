/** Open decisions by what they wait for. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { pauseKinds } from '../../config/schema-pause.ts';
import { awaitsHeading } from '../../render/page-words.ts';
import { countOpen, findOpen } from '../../store/open-rfcs.ts';
import type { Html } from '../page.ts';
import { firstPage } from './first-page.ts';
import { definePage } from './page.ts';
import { addressOf, nothing, pager } from './pieces.ts';
import { after, oneOf, pageSize, word } from './query.ts';
import { rfcJson, rfcList, waitsFor, whoDecides } from './rfc-item.ts';

const kinds = [...pauseKinds, 'none'] as const;
type Kind = (typeof kinds)[number];

interface Group {
  kind: Kind;
  count: number;
}

const path = '/open';

export const openPage = definePage({
  path,
  query: z.object({ 'waits-for': oneOf(kinds), domain: word, after }),
  async load({ database, viewer: { visible }, query }) {
    const { domain, after: behind, 'waits-for': pause } = query;
    const [counts, rows] = [await countOpen(database, { visible, domain }), await findOpen(database, { visible, domain, pause, after: behind, limit: pageSize + 1 })];
    const groups = kinds.flatMap((kind): Group[] => {
      const count = counts.find((each) => (each.pause ?? 'none') === kind)?.count ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    });
    return { groups, ...(await firstPage(database, visible, rows)), query };
  },
  title: () => 'Open decisions',
  render: ({ groups, rows, reached, next, query: { domain, 'waits-for': chosen } }) => html`<p class="lead">What each of them waits for, and who can move it on. The ones at the top have waited longest.</p>
${choices(groups, chosen, domain)}
${rows.length === 0 ? nothing('Nothing is open here.') : rfcList(rows, reached, (row) => html`${awaitsHeading(row.pause?.kind ?? null)}. ${waitsFor(row)}<br>${whoDecides(row)}`)}
${pager(path, { domain, 'waits-for': chosen }, next)}`,
  toJson: ({ groups, rows, next }) => ({ waitsFor: groups, rfcs: rows.map(rfcJson), next }),
});

function choices(groups: readonly Group[], chosen: Kind | null, domain: string | null): Html {
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const choice = (kind: Kind | null, words: string, count: number) =>
    html`<li><a href="${addressOf(path, { 'waits-for': kind, domain })}"${kind === chosen ? html` aria-current="true"` : ''}>${words}</a> <span class="quiet">${count}</span></li>`;
  const within = domain === null ? '' : html`<p>In the domain <strong>${domain}</strong>. <a href="${path}">Of all domains</a></p>`;
  return html`${within}<nav class="choices" aria-label="What they wait for"><ul>${choice(null, 'All', all)}${groups.map(({ kind, count }) => choice(kind, awaitsHeading(kind === 'none' ? null : kind), count))}</ul></nav>`;
}
