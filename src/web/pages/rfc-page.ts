/** One RFC: who decided this, and why? While it is open: how far has it come, and what is missing? */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { LogEntry } from '../../decision/log/entry.ts';
import type { Person } from '../../decision/people.ts';
import type { Progress } from '../../decision/ladder/progress.ts';
import type { Record as RfcRecord } from '../../decision/record-schema.ts';
import { storyOf, type Story, type StoryPart } from '../../decision/story.ts';
import { findEntries } from '../../store/find-entries.ts';
import { readOpenRfc, type OpenRfcRow } from '../../store/open-rfcs.ts';
import { findRepositoryNamed } from '../../store/repositories.ts';
import { readRfc, type RfcRow } from '../../store/rfc-index.ts';
import type { Html } from '../page.ts';
import { definePage, type PageRequest } from './page.ts';
import { decisionSection, tensionList } from './decision-section.ts';
import { nothing, outside } from './pieces.ts';
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
  /** As its record tells of them. */
  tensions: LogEntry['tensions'];
  story: Story;
}

/** Opened again and again, an RFC has a handful of decisions. */
const mostEntries = 50;

export const rfcPage = definePage({
  path: '/rfcs/:owner/:repo/:number',
  query: Query,
  load,
  title: ({ title }) => title,
  render: ({ owner, repo, number: of, url, entries, open, tensions, story }, { now }) => html`<p class="lead">${owner}/${repo}#${of} · ${outside(url, 'On GitHub')}</p>
${open === null ? '' : progressSection(open, now)}
${open === null && entries.length === 0 ? overSection(url) : ''}
${entries.map((entry, index) => decisionSection(entry, { isLast: index === 0 }))}
${entries.length > 0 || tensions.length === 0 ? '' : html`<section>${tensionList(tensions)}</section>`}
<section aria-labelledby="story"><h2 id="story">How it came about</h2>
${story.parts.length === 0 ? nothing('Nothing was said in a command.') : html`${storyPicture(story)}
${storyList(story, (part) => partUrl(url, part))}`}
</section>`,
  toJson: ({ owner, repo, number: of, title, url, entries, open, tensions, story }) => ({
    repository: { owner, name: repo },
    number: of,
    title,
    url,
    decisions: entries,
    open: open && { ...rfcJson(open), progress: open.progress },
    tensions,
    story: { ...story, parts: story.parts.map(({ source, ...part }) => ({ ...part, url: partUrl(url, { source }) })) },
  }),
});

async function load({ database, viewer: { visible }, query, now, githubUrl }: PageRequest<Query>): Promise<RfcData | null> {
  const { owner, repo, number: of } = query;
  const repository = await findRepositoryNamed(database, visible, { owner: owner ?? '', name: repo ?? '' });
  if (repository === null) return null;
  const id = { repositoryId: repository.repositoryId, number: of };
  const entries = await findEntries(database, { repositories: [id.repositoryId], number: of, limit: mostEntries });
  const open = await readOpenRfc(database, visible, id);
  const [last] = entries;
  const row = await readRfc(database, id);
  const known = open ?? (last === undefined ? undecided(row, githubUrl) : { title: last.question, url: last.url, openedAt: last.openedAt, author: null });
  if (known === null) return null;
  const record = row?.record ?? null;
  const story = storyOf({ openedAt: known.openedAt, author: known.author, record, entries, now });
  return { owner: repository.owner, repo: repository.name, number: of, title: known.title, url: known.url, entries, open, tensions: tensionsIn(record), story };
}

function tensionsIn(record: RfcRecord | null): LogEntry['tensions'] {
  return (record?.tensions ?? []).map(({ principle, why, by, at }) => ({ principle, why, by, at }));
}

type Known = Pick<RfcData, 'title' | 'url'> & { openedAt: string | null; author: Person | null };

/** Of an RFC that is over, and was never decided, its record alone is kept: no title, and no address. */
function undecided(row: RfcRow | null, githubUrl: string): Known | null {
  if (row === null || row.isOpen || !row.isRfc || row.record === null) return null;
  const { owner, repo, number: of, kind } = row;
  return { title: `${owner}/${repo}#${of}`, url: `${githubUrl}/${owner}/${repo}/${kind === 'issue' ? 'issues' : 'pull'}/${of}`, openedAt: null, author: null };
}

function overSection(url: string): Html {
  return html`<section aria-labelledby="over"><h2 id="over">It ended without a decision</h2>
<p>It is over, and nobody has written down what was decided. Its Decision Owner can still say so with <code>/decide</code> ${outside(url, 'on GitHub')}.</p></section>`;
}

function partUrl(url: string, { source }: Pick<StoryPart, 'source'>): string | null {
  return source === null ? null : sourceUrl(url, source);
}
