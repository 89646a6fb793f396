/** One RFC: who decided this, and why? While it is open: how far has it come, and what is missing? */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { LogEntry } from '../../decision/log/entry.ts';
import type { Progress } from '../../decision/ladder/progress.ts';
import { storyOf, type Story, type StoryPart } from '../../decision/story.ts';
import { findEntries } from '../../store/decision-log.ts';
import { readOpenRfc, type OpenRfcRow } from '../../store/open-rfcs.ts';
import { findRepositoryNamed } from '../../store/repositories.ts';
import { readRfc } from '../../store/rfc-index.ts';
import { definePage, type PageRequest } from './page.ts';
import { decisionSection } from './decision-section.ts';
import { outside } from './pieces.ts';
import { progressSection } from './progress-section.ts';
import { number, word } from './query.ts';
import { rfcJson } from './rfc-item.ts';
import { storyList, storyPicture } from './story-picture.ts';
import { sourceUrl } from '../../decision/log/sources-of.ts';

const Query = z.object({ owner: word, repo: word, number });
type Query = z.infer<typeof Query>;

interface RfcData {
  owner: string;
  repo: string;
  number: number;
  title: string;
  url: string;
  /** The newest first. */
  entries: readonly LogEntry[];
  open: (OpenRfcRow & { progress: Progress }) | null;
  story: Story;
}

/** Opened again and again, an RFC has a handful of decisions. */
const mostEntries = 50;

export const rfcPage = definePage({
  path: '/rfcs/:owner/:repo/:number',
  query: Query,
  load,
  title: ({ title }) => title,
  render: ({ owner, repo, number: of, url, entries, open, story }, { now }) => html`<p class="lead">${owner}/${repo}#${of} · ${outside(url, 'On GitHub')}</p>
${open === null ? '' : progressSection(open, now)}
${entries.map((entry, index) => decisionSection(entry, { isLast: index === 0 }))}
<section aria-labelledby="story"><h2 id="story">How it came about</h2>
${storyPicture(story)}
${storyList(story, (part) => partUrl(url, part))}
</section>`,
  toJson: ({ owner, repo, number: of, title, url, entries, open, story }) => ({
    repository: { owner, name: repo },
    number: of,
    title,
    url,
    decisions: entries,
    open: open && { ...rfcJson(open), progress: open.progress },
    story: { ...story, parts: story.parts.map(({ source, ...part }) => ({ ...part, url: partUrl(url, { source }) })) },
  }),
});

async function load({ database, viewer: { visible }, query, now }: PageRequest<Query>): Promise<RfcData | null> {
  const { owner, repo, number: of } = query;
  const repository = await findRepositoryNamed(database, visible, { owner: owner ?? '', name: repo ?? '' });
  if (repository === null) return null;
  const id = { repositoryId: repository.repositoryId, number: of };
  const entries = await findEntries(database, { repositories: [id.repositoryId], number: of, limit: mostEntries });
  const open = await readOpenRfc(database, visible, id);
  const [last] = entries;
  const known = open ?? (last && { title: last.question, url: last.url, openedAt: last.openedAt, author: null });
  if (known === undefined) return null;
  const record = (await readRfc(database, id))?.record ?? null;
  const story = storyOf({ openedAt: known.openedAt, author: known.author, record, entries, now });
  return { owner: repository.owner, repo: repository.name, number: of, title: known.title, url: known.url, entries, open, story };
}

function partUrl(url: string, { source }: Pick<StoryPart, 'source'>): string | null {
  return source === null ? null : sourceUrl(url, source);
}
