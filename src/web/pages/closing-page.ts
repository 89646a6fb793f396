/** Decision periods that end soon: the last moment to say something is nobody's secret. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { rungWords } from '../../render/page-words.ts';
import { findClosing } from '../../store/open-rfcs.ts';
import { firstPage } from './first-page.ts';
import { definePage } from './page.ts';
import { momentOf, nothing, pager } from './pieces.ts';
import { after, pageSize } from './query.ts';
import { rfcJson, rfcList, whoDecides } from './rfc-item.ts';

const path = '/closing';

export const closingPage = definePage({
  path,
  query: z.object({ after }),
  async load({ database, viewer: { visible }, query, now }) {
    return await firstPage(database, visible, await findClosing(database, { visible, from: now, after: query.after, limit: pageSize + 1 }));
  },
  title: () => 'Closing soon',
  render: ({ rows, reached, next }) => html`<p class="lead">Decision periods in the order in which they end. Whoever has something to say can say it until then.</p>
${rows.length === 0 ? nothing('No decision period is under way.') : rfcList(rows, reached, (row) => html`Until ${row.closesAt === null ? '' : momentOf(row.closesAt)}. Rung <code>${row.rung}</code>: ${rungWords[row.rung].silence}<br>${whoDecides(row)}`)}
${pager(path, {}, next)}`,
  toJson: ({ rows, next }) => ({ rfcs: rows.map(rfcJson), next }),
});
