/** Who decides what: the domains, as the configs have them. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { domainMapOf, type DomainEntry, type DomainMap } from '../../decision/domain-map.ts';
import { rungWords, zoneWords } from '../../render/page-words.ts';
import { countMarks, type MarkCount } from '../../store/marks.ts';
import type { Html } from '../page.ts';
import { knownConfigs, type Shared } from './known-configs.ts';
import { definePage } from './page.ts';
import { addressOf, nothing, pager } from './pieces.ts';
import { word } from './query.ts';
import { repositoriesOf, sumOf } from './shared-configs.ts';

const path = '/domains';

export const domainsPage = definePage({
  path,
  query: z.object({ after: word }),
  async load({ database, viewer: { visible }, query: { after } }) {
    const known = await knownConfigs<DomainMap>(database, { visible, after, partOf: (config) => (Object.keys(config.domains).length === 0 ? null : domainMapOf(config)) });
    return { ...known, counts: await countMarks(database, visible, ['domain']) };
  },
  title: () => 'Who decides what',
  render: ({ shared, next, counts }) => html`<p class="lead">The kinds of decision that a team makes, who may own one, by which rung of the ladder it is made, and whose thoughts are asked for.</p>
${shared.length === 0 ? nothing('No repository that you see has domains in its config.') : shared.map((group) => domainMap(group, counts))}
${pager(path, {}, next)}`,
  toJson: ({ shared, next, counts }) => ({
    maps: shared.map(({ repositories, part: { domains, elsewhere, stewards } }) => ({
      repositories,
      domains: domains.map((domain) => ({ ...domain, decided: sumOf(counts, repositories, { kind: 'domain', name: domain.name }) })),
      elsewhere,
      stewards,
    })),
    next,
  }),
});

function domainMap({ repositories, part: { domains, elsewhere, stewards } }: Shared<DomainMap>, counts: readonly MarkCount[]): Html {
  return html`<section><h2>${repositoriesOf(repositories)}</h2>
<div class="scroll" role="region" aria-label="Domains of ${repositories.map(({ owner, name }) => `${owner}/${name}`).join(', ')}" tabindex="0"><table>
<thead><tr><th scope="col">Domain</th><th scope="col">Who may own a decision</th><th scope="col">Rung and zone</th><th scope="col">Whose thoughts are asked for</th><th scope="col">Who helps to decide</th><th scope="col">Decided</th></tr></thead>
<tbody>${domains.map((domain) => domainRow(domain, sumOf(counts, repositories, { kind: 'domain', name: domain.name })))}</tbody>
</table></div>
<p>Where no domain fits: <code>${elsewhere.rung}</code>, ${rungWords[elsewhere.rung].rule}.${stewards.length === 0 ? '' : html` Stewards: ${handles(stewards, '')}.`}</p></section>`;
}

function domainRow({ name, about, owners, rung, period, zone, consult, escalation, topics }: DomainEntry, decided: number): Html {
  return html`<tr>
<th scope="row">${name}${about === '' ? '' : html`<br><span class="quiet">${about}</span>`}${topics.length === 0 ? '' : html`<br><span class="quiet">Topics: ${topics.join(', ')}</span>`}</th>
<td>${handles(owners, 'anybody')}</td>
<td><code>${rung}</code>: ${rungWords[rung].rule}${period === null ? '' : html`, within ${period.min} to ${period.max}`}<br>${zoneWords[zone]}</td>
<td>${handles(consult, 'whom the document names')}</td>
<td>${handles(escalation, 'nobody in particular')}</td>
<td><a href="${addressOf('/decisions', { domain: name })}">${decided}</a></td>
</tr>`;
}

function handles(all: readonly string[], otherwise: string): Html {
  return all.length === 0 ? html`${otherwise}` : html`${all.map((handle, index) => html`${index === 0 ? '' : ', '}@${handle}`)}`;
}
