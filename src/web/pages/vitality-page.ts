/** Whether the way of deciding is alive: figures for people to talk about, none of which names or ranks anybody. */
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { readVitality } from '../../app/read-vitality.ts';
import type { Config } from '../../config/schema.ts';
import type { HeldPrinciple } from '../../decision/vitality/facts.ts';
import type { Group, Measure, Values } from '../../decision/vitality/figure.ts';
import type { Every } from '../../decision/vitality/period.ts';
import type { Finding, Vitality } from '../../decision/vitality/vitality.ts';
import { groupHeadings, groupName, trendWords, valueWords } from '../../render/vitality/value-words.ts';
import type { Database } from '../../store/tables.ts';
import type { Visible } from '../../store/visible.ts';
import type { Html } from '../page.ts';
import { knownConfigs, type Shared } from './known-configs.ts';
import { definePage, type PageRequest } from './page.ts';
import { addressOf } from './pieces.ts';
import { oneOf } from './query.ts';
import { vitalityChart } from './vitality-chart.ts';

export const vitalityPath = '/vitality';

const periods = ['month', 'quarter'] as const;

export const VitalityQuery = z.object({ every: oneOf(periods) });

/** What the page shows, for whoever may see it. */
export async function findVitality({ database, viewer: { visible }, query, now }: Omit<PageRequest<z.infer<typeof VitalityQuery>>, 'githubUrl'>): Promise<Vitality & { every: Every }> {
  const every = query.every ?? 'quarter';
  return { every, ...(await readVitality(database, { visible, every, now, principles: async () => await principlesIn(database, visible) })) };
}

export const vitalityPage = definePage({
  path: vitalityPath,
  query: VitalityQuery,
  load: findVitality,
  title: () => 'Vitality',
  render: ({ every, findings }) => html`<p class="lead">Signs of life, and of decay, in how decisions are made. These are questions for people to talk about: nothing here blocks anything, and nobody is named or ranked. Fewer than five cases are not shown as a distribution. Working days; at most ten minutes old.</p>
<nav class="choices" aria-label="Periods"><ul>${periods.map((each) => html`<li><a href="${addressOf(vitalityPath, { every: each })}"${each === every ? html` aria-current="page"` : ''}>By ${each}</a></li>`)}<li><a href="${addressOf('/vitality.csv', { every })}">As CSV</a></li></ul></nav>
${findings.map(section)}`,
  toJson: ({ span, findings }) => ({ from: span.from.toISOString(), until: span.until.toISOString(), figures: findings.map(figureJson) }),
});

/** All principles that hold in some of the repositories, by name. */
async function principlesIn(database: Database, visible: Visible): Promise<HeldPrinciple[]> {
  const holding = new Map<string, Set<number>>();
  let after: string | null = null;
  do {
    const known: { shared: readonly Shared<Config['principles']>[]; next: string | null } = await knownConfigs(database, { visible, after, partOf: ({ principles }) => principles });
    for (const { part, repositories } of known.shared) {
      for (const { id } of part) {
        const ids = holding.get(id) ?? new Set();
        for (const repository of repositories) ids.add(repository.id);
        holding.set(id, ids);
      }
    }
    after = known.next;
  } while (after !== null);
  return [...holding].map(([id, repositories]) => ({ id, repositories })).sort((one, other) => (one.id < other.id ? -1 : 1));
}

function figureJson({ figure: { id, title, definition, limits, measures }, points, count, values, groups, trend, meaning }: Finding): object {
  return { id, title, definition, limits, measures, periods: points, whole: { count, values }, groups, trend, meaning };
}

function section(finding: Finding): Html {
  const { figure, points, meaning, trend } = finding;
  const { id, title, definition, limits, measures } = figure;
  const [first] = measures;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<p>${meaning}</p>
${first === undefined ? '' : html`<p>${trendWords(trend, first)}</p>`}
${vitalityChart(finding)}
${table({ name: `${title}, by period`, first: 'Period', measures, rows: points.map(({ period, isRunning, ...rest }) => ({ name: `${period}${isRunning ? ', so far' : ''}`, ...rest })) })}
${groupTables(finding)}
<details><summary>What is counted, and what it cannot say</summary><p>${definition}</p><p>${limits}</p></details>
</section>`;
}

function groupTables({ figure: { title, measures }, groups }: Finding): Html {
  const kinds = [...new Set(groups.map(({ by }) => by))];
  return html`${kinds.map((by) => {
    const rows = groups.filter((group) => group.by === by).map((group: Group) => ({ name: groupName(group), count: group.count, values: group.values }));
    return table({ name: `${title}, by ${by}`, first: groupHeadings[by], measures, rows });
  })}`;
}

interface Table {
  name: string;
  first: string;
  measures: readonly Measure[];
  rows: readonly { name: string; count: number; values: Values }[];
}

function table({ name, first, measures, rows }: Table): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th>${measures.map((measure) => html`<th scope="col">${measure.name}</th>`)}<th scope="col">cases</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th>${measures.map(({ id, unit }) => html`<td>${valueWords(row.values[id], unit)}</td>`)}<td>${row.count}</td></tr>`)}</tbody>
</table></div>`;
}
