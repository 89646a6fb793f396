/** Who decides what: the domains, as the configs have them. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Config } from '../../config/schema.ts';
import { rungWords, zoneWords } from '../../render/page-words.ts';
import { countMarks, type MarkCount } from '../../store/marks.ts';
import type { Html } from '../page.ts';
import { knownConfigs, type Shared } from './known-configs.ts';
import { definePage } from './page.ts';
import { addressOf, nothing, pager } from './pieces.ts';
import { word } from './query.ts';
import { repositoriesOf, sumOf } from './shared-configs.ts';

const path = '/domains';

type Domains = Config['domains'];

export const domainsPage = definePage({
  path,
  query: z.object({ after: word }),
  async load({ database, viewer: { visible }, query: { after } }) {
    const known = await knownConfigs<Domains>(database, { visible, after, partOf: ({ domains }) => (Object.keys(domains).length === 0 ? null : domains) });
    return { ...known, counts: await countMarks(database, visible, ['domain']) };
  },
  title: () => 'Who decides what',
  render: ({ shared, next, counts }) => html`<p class="lead">The kinds of decision that a team makes, who may own one, by which rung of the ladder it is made, and whose thoughts are asked for.</p>
${shared.length === 0 ? nothing('No repository that you see has domains in its config.') : shared.map((group) => domainMap(group, counts))}
${pager(path, {}, next)}`,
  toJson: ({ shared, next, counts }) => ({
    maps: shared.map(({ repositories, part }) => ({
      repositories,
      domains: Object.entries(part).map(([name, { about, owners, rung, zone, consult, escalation, topics, when }]) => ({ name, about, owners, rung, zone, consult, escalation, topics, when, decided: sumOf(counts, repositories, { kind: 'domain', name }) })),
    })),
    next,
  }),
});

function domainMap({ repositories, part }: Shared<Domains>, counts: readonly MarkCount[]): Html {
  return html`<section><h2>${repositoriesOf(repositories)}</h2>
<div class="scroll" role="region" aria-label="Domains of ${repositories.map(({ owner, name }) => `${owner}/${name}`).join(', ')}" tabindex="0"><table>
<thead><tr><th scope="col">Domain</th><th scope="col">Who may own a decision</th><th scope="col">Rung and zone</th><th scope="col">Whose thoughts are asked for</th><th scope="col">Who helps to decide</th><th scope="col">Decided</th></tr></thead>
<tbody>${Object.entries(part).map(
    ([name, { about, owners, rung, zone, consult, escalation, topics }]) => html`<tr>
<th scope="row">${name}${about === '' ? '' : html`<br><span class="quiet">${about}</span>`}${topics.length === 0 ? '' : html`<br><span class="quiet">Topics: ${topics.join(', ')}</span>`}</th>
<td>${handles(owners, 'anybody')}</td>
<td><code>${rung}</code>: ${rungWords[rung].rule}<br>${zoneWords[zone]}</td>
<td>${handles(consult, 'whom the document names')}</td>
<td>${handles(escalation, 'the usual path')}</td>
<td><a href="${addressOf('/decisions', { domain: name })}">${sumOf(counts, repositories, { kind: 'domain', name })}</a></td>
</tr>`,
  )}</tbody>
</table></div></section>`;
}

function handles(all: readonly string[], otherwise: string): Html {
  return all.length === 0 ? html`${otherwise}` : html`${all.map((handle, index) => html`${index === 0 ? '' : ', '}@${handle}`)}`;
}
