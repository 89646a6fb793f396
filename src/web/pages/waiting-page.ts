/** What one person can move on; only they see it. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { capitalized } from '../../render/capitalized.ts';
import { awaitedForWords } from '../../render/page-words.ts';
import { findEntries } from '../../store/find-entries.ts';
import { findWaiting } from '../../store/open-rfcs.ts';
import { reachedByName } from '../../store/repositories.ts';
import type { Html } from '../page.ts';
import { entryList } from './entry-list.ts';
import { firstPage } from './first-page.ts';
import { dayAt } from './log-query.ts';
import { definePage, type PageRequest } from './page.ts';
import { addressOf, nothing, pager } from './pieces.ts';
import { after, pageSize } from './query.ts';
import { rfcJson, rfcList, waitsFor, whoDecides } from './rfc-item.ts';

const path = '/waiting';
/** More than these are on the list of decisions. */
const mostReviews = 20;

export const waitingPage = definePage({
  path,
  isOwn: true,
  query: z.object({ after }),
  async load(request) {
    const { database, viewer: { visible, person }, query } = request;
    if (person === null) return null;
    const list = await firstPage(database, visible, await findWaiting(database, { visible, person: person.id, after: query.after, limit: pageSize + 1 }));
    return { ...list, login: person.login, reviews: query.after === null ? await reviewsOf(person.id, request) : noReviews };
  },
  title: () => 'Waiting on me',
  render: ({ rows, reached, next, reviews, login }) => html`<p class="lead">Where a word of yours would help. Nobody else sees this list.</p>
${rows.length + reviews.entries.length === 0 ? nothing('Nothing waits for you.') : ''}
${rows.length === 0 ? '' : rfcList(rows, reached, (row) => html`${capitalized(row.reasons.map((reason) => awaitedForWords[reason]).join('; '))}. ${waitsFor(row)}<br>${whoDecides(row)}`)}
${pager(path, {}, next)}
${reviewSection(reviews, login)}`,
  toJson: ({ rows, next, reviews }) => ({ rfcs: rows.map((row) => ({ ...rfcJson(row), awaitedFor: row.reasons })), reviews: reviews.entries, next }),
});

type Reviews = Awaited<ReturnType<typeof reviewsOf>>;

const noReviews: Reviews = { entries: [], reached: new Set(), hasMore: false };

/** The decisions that somebody was to look back at by now. */
async function reviewsOf(reviewer: number, { database, viewer: { visible }, now }: PageRequest<unknown>) {
  const found = await findEntries(database, { repositories: visible, reviewer, dueBy: dayAt(now), limit: mostReviews + 1 });
  const entries = found.slice(0, mostReviews);
  return { entries, reached: await reachedByName(database, visible, entries.map(({ repository }) => repository.id)), hasMore: found.length > mostReviews };
}

function reviewSection({ entries, reached, hasMore }: Reviews, login: string): Html {
  if (entries.length === 0) return html``;
  return html`<h2>To be looked back at</h2>
<p>How did these turn out? <code>/outcome kept|changed|reversed WHY</code> on GitHub writes it down.</p>
${entryList(entries, reached)}
${hasMore ? html`<p><a href="${addressOf('/decisions', { review: 'due', person: login })}">All that were to be looked back at by now</a></p>` : ''}`;
}
