/** Topics on which decisions went different ways: a question to the stewards, and no verdict. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { LogEntry } from '../../decision/log/entry.ts';
import { type TopicDifference, topicDifferences } from '../../decision/stewards/topics.ts';
import { capitalized } from '../../render/capitalized.ts';
import { resultWords } from '../../render/stewards/decision-item.ts';
import { findEntries } from '../../store/find-entries.ts';
import { findDividedTopics } from '../../store/divided-topics.ts';
import { reachedByName } from '../../store/repositories.ts';
import type { Html } from '../page.ts';
import { definePage } from './page.ts';
import { addressOf, dayOf, nothing, pager, title } from './pieces.ts';
import { pageSize, word } from './query.ts';
import { rfcLink, type Reached } from './rfc-item.ts';

const path = '/topics';

/** The latest of each domain and repository are among them. */
const mostOnTopic = 50;

export const topicsPage = definePage({
  path,
  query: z.object({ after: word }),
  async load({ database, viewer: { visible }, query: { after } }) {
    const topics = await findDividedTopics(database, { visible, after, limit: pageSize + 1 });
    const shown = topics.slice(0, pageSize);
    const found: TopicDifference[] = [];
    // What was decided anew since, or is open again, may divide a topic no more.
    for (const topic of shown) found.push(...topicDifferences(await findEntries(database, { repositories: visible, topic, limit: mostOnTopic })));
    const reached = await reachedByName(database, visible, found.flatMap(({ decisions }) => decisions.map(({ repository }) => repository.id)));
    return { topics: found, reached, next: topics.length > pageSize ? (shown.at(-1) ?? null) : null };
  },
  title: () => 'Topics with different outcomes',
  render: ({ topics, reached, next }) => html`<p class="lead">What one domain or repository accepted and another one rejected, on the same topic. Both can be right; it is worth asking whether it is as it is meant to be.</p>
${topics.length === 0 ? nothing('On no topic that you see did decisions go different ways.') : topics.map((topic) => section(topic, reached))}
${pager(path, {}, next)}`,
  toJson: ({ topics, next }) => ({ topics: topics.map(({ topic, decisions }) => ({ topic, decisions: decisions.map(decisionJson) })), next }),
});

function section({ topic, decisions }: TopicDifference, reached: Reached): Html {
  return html`<section><h2><a href="${addressOf('/decisions', { topic })}">${title(topic)}</a></h2><ul class="rfcs">${decisions.map(
    ({ repository: { id: repositoryId, owner, name }, number, question, result, at, domain }) => html`<li><p class="rfc">${rfcLink({ repositoryId, owner, repo: name, number }, { words: title(question), reached })}</p>
<p class="facts">${capitalized(resultWords[result])} on ${dayOf(at)} in ${owner}/${name}${domain === null ? '' : html`, domain <code>${domain}</code>`}</p></li>`,
  )}</ul></section>`;
}

function decisionJson({ repository: { id, owner, name }, number, n, question, url, result, domain, at }: LogEntry): object {
  return { repository: { id, owner, name }, number, n, question, url, result, domain, at };
}
