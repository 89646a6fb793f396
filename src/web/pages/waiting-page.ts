/** What one person can move on; only they see it. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { capitalized } from '../../render/capitalized.ts';
import { awaitedForWords } from '../../render/page-words.ts';
import { findWaiting } from '../../store/open-rfcs.ts';
import { firstPage } from './first-page.ts';
import { definePage } from './page.ts';
import { nothing, pager } from './pieces.ts';
import { after, pageSize } from './query.ts';
import { rfcJson, rfcList, waitsFor, whoDecides } from './rfc-item.ts';

const path = '/waiting';

export const waitingPage = definePage({
  path,
  isOwn: true,
  query: z.object({ after }),
  async load({ database, viewer: { visible, person }, query }) {
    if (person === null) return null;
    return await firstPage(database, visible, await findWaiting(database, { visible, person: person.id, after: query.after, limit: pageSize + 1 }));
  },
  title: () => 'Waiting on me',
  render: ({ rows, reached, next }) => html`<p class="lead">Where a word of yours would help. Nobody else sees this list.</p>
${rows.length === 0 ? nothing('Nothing waits for you.') : rfcList(rows, reached, (row) => html`${capitalized(row.reasons.map((reason) => awaitedForWords[reason]).join('; '))}. ${waitsFor(row)}<br>${whoDecides(row)}`)}
${pager(path, {}, next)}`,
  toJson: ({ rows, next }) => ({ rfcs: rows.map((row) => ({ ...rfcJson(row), awaitedFor: row.reasons })), next }),
});
