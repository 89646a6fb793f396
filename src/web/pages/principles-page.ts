/** The principles, how decisions use them, and where they did not fit. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Config } from '../../config/schema.ts';
import type { Record as RfcRecord } from '../../decision/record-schema.ts';
import { countOf } from '../../render/count-of.ts';
import { reviewWords } from '../../render/log/review-words.ts';
import { countMarks, findMarked, type MarkCount } from '../../store/marks.ts';
import { findReviews, type KeptReview } from '../../store/principle-reviews.ts';
import { reachedByName } from '../../store/repositories.ts';
import type { Database } from '../../store/tables.ts';
import type { Visible } from '../../store/visible.ts';
import type { Html } from '../page.ts';
import { knownConfigs, type Shared } from './known-configs.ts';
import { definePage } from './page.ts';
import { addressOf, dayOf, nothing, outside, pager, person, quoted } from './pieces.ts';
import { word } from './query.ts';
import { rfcLink, type Reached } from './rfc-item.ts';
import { repositoriesOf, sumOf } from './shared-configs.ts';

const path = '/principles';

type Part = Pick<Config, 'values' | 'principles'>;
type Tension = RfcRecord['tensions'][number];

interface Case extends Pick<Tension, 'principle' | 'why' | 'by' | 'at'> {
  repositoryId: number;
  owner: string;
  repo: string;
  number: number;
}

/** The latest ones say enough; the log has them all. */
const mostCases = 20;

export const principlesPage = definePage({
  path,
  query: z.object({ after: word }),
  async load({ database, viewer: { visible }, query: { after } }) {
    const partOf = ({ values, principles }: Config): Part | null => (principles.length === 0 && values.length === 0 ? null : { values, principles });
    const known = await knownConfigs<Part>(database, { visible, after, partOf });
    const cases = await latestCases(database, visible);
    const reached = await reachedByName(database, visible, cases.map(({ repositoryId }) => repositoryId));
    return { ...known, counts: await countMarks(database, visible, ['principle', 'tension']), cases, reached, reviews: await findReviews(database, { repositories: visible }) };
  },
  title: () => 'Principles',
  render: ({ shared, next, counts, cases, reached, reviews }) => html`<p class="lead">Short rules that decisions are made under, derived from what the team protects. They guide, and block nothing. Where one did not fit, <code>/tension</code> says so, and it can change.</p>
${shared.length === 0 ? nothing('No repository that you see has principles in its config.') : shared.map((group) => principleList(group, { counts, cases, reached, reviews }))}
${pager(path, {}, next)}`,
  toJson: ({ shared, next, counts, cases, reviews }) => ({
    sets: shared.map(({ repositories, part: { values, principles } }) => ({
      repositories,
      values,
      principles: principles.map((principle) => ({
        ...principle,
        cited: sumOf(counts, repositories, { kind: 'principle', name: principle.id }),
        tensions: sumOf(counts, repositories, { kind: 'tension', name: principle.id }),
        cases: casesOf(cases, repositories, principle.id),
        questions: reviewsOf(reviews, repositories, principle.id),
      })),
    })),
    next,
  }),
});

async function latestCases(database: Database, visible: Visible): Promise<Case[]> {
  const marked = await findMarked(database, visible, { kind: 'tension', limit: mostCases });
  const cases = marked.flatMap(({ repositoryId, owner, repo, number, record }) => (record?.tensions ?? []).map(({ principle, why, by, at }): Case => ({ principle, why, by, at, repositoryId, owner, repo, number })));
  return cases.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function casesOf(cases: readonly Case[], repositories: Shared<Part>['repositories'], principle: string): Case[] {
  const ids = new Set(repositories.map(({ id }) => id));
  return cases.filter((each) => each.principle === principle && ids.has(each.repositoryId));
}

function reviewsOf(reviews: readonly KeptReview[], repositories: Shared<Part>['repositories'], principle: string): KeptReview[] {
  const ids = new Set(repositories.map(({ id }) => id));
  return reviews.filter((each) => each.principle === principle && ids.has(each.repositoryId));
}

interface Known {
  counts: readonly MarkCount[];
  cases: readonly Case[];
  reached: Reached;
  reviews: readonly KeptReview[];
}

function principleList({ repositories, part: { values, principles } }: Shared<Part>, { counts, cases, reached, reviews }: Known): Html {
  const item = ({ id, text, example, since }: Part['principles'][number]): Html => {
    const [cited, tensions] = (['principle', 'tension'] as const).map((kind) => sumOf(counts, repositories, { kind, name: id }));
    return html`<li><p class="rfc"><strong><bdi>${text}</bdi></strong> <code>${id}</code></p>
${example === '' ? '' : html`<p class="quiet">For example: <bdi>${example}</bdi></p>`}
<p class="facts">Cited on <a href="${addressOf('/decisions', { principle: id })}">${countOf(cited ?? 0, 'RFC')}</a>, and in tension with reality on ${countOf(tensions ?? 0, 'RFC')}${since === null ? '' : html`. Since ${since}`}.</p>
${caseList(casesOf(cases, repositories, id), reached)}${reviewList(reviewsOf(reviews, repositories, id))}</li>`;
  };
  const groups = [...values.map(({ id, text }) => ({ id, text })), { id: null, text: values.length === 0 ? '' : 'Of no value in particular' }];
  return html`<section><h2>${repositoriesOf(repositories)}</h2>${groups.map(({ id, text }) => {
    const derived = principles.filter(({ value }) => value === id);
    if (derived.length === 0 && id === null) return '';
    return html`${text === '' ? '' : html`<h3><bdi>${text}</bdi></h3>`}${derived.length === 0 ? nothing('No principle is derived from it so far.') : html`<ul class="rfcs">${derived.map(item)}</ul>`}`;
  })}</section>`;
}

function caseList(cases: readonly Case[], reached: Reached): Html {
  if (cases.length === 0) return html``;
  return html`<ul class="cases">${cases.map((each) => html`<li>${rfcLink(each, { words: `${each.owner}/${each.repo}#${each.number}`, reached })}, ${person(each.by)} on ${dayOf(each.at)}: ${quoted(each.why)}</li>`)}</ul>`;
}

/** Questions that were asked about it, and how the team answered. */
function reviewList(reviews: readonly KeptReview[]): Html {
  if (reviews.length === 0) return html``;
  return html`<ul class="cases">${reviews.map((each) => html`<li>${outside(each.url, 'Does it still fit?')} was ${reviewWords(each)}.</li>`)}</ul>`;
}
