/** What was decided: to be searched, and narrowed down. */
import { html } from 'hono/html';
import { resultNames } from '../../render/page-words.ts';
import { findEntries } from '../../store/find-entries.ts';
import { reachedByName } from '../../store/repositories.ts';
import type { Html } from '../page.ts';
import { entryList } from './entry-list.ts';
import { filterOf, firstEntries, LogQuery, logResults, wordsOf } from './log-query.ts';
import { definePage } from './page.ts';
import { addressOf, nothing, pager } from './pieces.ts';
import { pageSize } from './query.ts';

const path = '/decisions';

export const decisionsPage = definePage({
  path,
  query: LogQuery,
  async load({ database, viewer: { visible }, query, now }) {
    const { entries, next } = firstEntries(await findEntries(database, { ...filterOf(query, { repositories: visible, now }), limit: pageSize + 1 }));
    return { entries, reached: await reachedByName(database, visible, entries.map(({ repository }) => repository.id)), next, query };
  },
  title: () => 'Decisions',
  render: ({ entries, reached, next, query }) => html`<p class="lead">What was decided, by whom, and why. The newest come first.</p>
${searchForm(query)}
${entries.length === 0 ? nothing('No decision here answers to that.') : entryList(entries, reached)}
${pager(path, wordsOf(query), next)}
<p class="formats">All that was found, as a file: ${formats.map(([ending, name], index) => html`${index === 0 ? '' : ', '}<a href="${addressOf(`${path}.${ending}`, wordsOf(query))}">${name}</a>`)}</p>`,
  toJson: ({ entries, next }) => ({ decisions: entries, next }),
});

const formats = [['json', 'JSON'], ['csv', 'CSV'], ['atom', 'Atom feed']] as const;

/** Works without a script: what is sent is the address of what is found. */
function searchForm({ text, domain, result, principle, topic, person: who, review, from, to }: LogQuery): Html {
  const field = (name: string, label: string, value: string | null, type = 'text') => html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" maxlength="200"></p>`;
  const isNarrow = [domain, result, principle, topic, who, review, from, to].some((value) => value !== null);
  return html`<form class="search" role="search" action="${path}">
${field('text', 'Words', text, 'search')}
<details${isNarrow ? html` open` : ''}><summary>Narrow it down</summary>
<div class="fields">
${field('domain', 'Domain', domain)}
<p><label for="result">Outcome</label><select id="result" name="result"><option value="">Any</option>${logResults.map((each) => html`<option value="${each}"${each === result ? html` selected` : ''}>${resultNames[each]}</option>`)}</select></p>
${field('principle', 'Principle', principle)}
${field('topic', 'Topic', topic)}
${field('person', 'Person', who)}
${field('from', 'From', from, 'date')}
${field('to', 'To', to, 'date')}
</div>
<p class="choice"><input id="review" name="review" type="checkbox" value="due"${review === null ? '' : html` checked`}><label for="review">To be looked back at by now</label></p>
</details>
<p><button>Find</button></p>
</form>`;
}
