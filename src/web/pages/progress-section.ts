/** How far an open RFC has come on its rung, and why each voice counts or does not. */
import { html } from 'hono/html';
import type { Progress, Voiced } from '../../decision/ladder/progress.ts';
import { awaitsHeading, driftWords, missingWords, rungWords, standingWords, uncountedWords, zoneWords } from '../../render/page-words.ts';
import { capitalized } from '../../render/capitalized.ts';
import type { OpenRfcRow } from '../../store/open-rfcs.ts';
import type { Html } from '../page.ts';
import { momentOf, momentText, outside, person } from './pieces.ts';
import { waitsFor, whoDecides } from './rfc-item.ts';

export function progressSection(rfc: OpenRfcRow & { progress: Progress }, now: Date): Html {
  const { progress, pause } = rfc;
  return html`<section aria-labelledby="open"><h2 id="open">Where it stands</h2>
<p>${whoDecides(rfc)}</p>
<p>It waits for: ${pause === null ? 'nobody' : awaitsHeading(pause.kind)}. ${waitsFor(rfc)}</p>
${ladder(progress, now)}
${voices(progress.voices)}
</section>`;
}

function ladder({ rung, zone, period, closesAt, missing, silent, drift }: Progress, now: Date): Html {
  const end = period === null || closesAt === null ? '' : html`<p>Its period began on ${momentOf(period.from)} and ${Date.parse(closesAt) > now.getTime() ? 'ends' : 'ended'} on ${momentOf(closesAt)}.</p>`;
  const open = missing.length === 0 ? html`<p>All that this rung asks for is there.</p>` : html`<p>What is open:</p><ul>${missing.map((each) => html`<li>${missingWords(each, momentText)}</li>`)}</ul>`;
  return html`<h3>How it is decided</h3>
<p>Rung <code>${rung}</code>: ${rungWords[rung].rule}. ${rungWords[rung].silence} Zone ${zoneWords[zone]}.</p>
${end}${open}
${silent.length === 0 ? '' : html`<p>Said nothing until the end: ${silent.map((each, index) => html`${index === 0 ? '' : ', '}${person(each)}`)}.</p>`}
${drift.length === 0 ? '' : html`<p>The config or the teams changed since the period began, which changes nothing here: begun anew, ${drift.map(driftWords).join('; ')}.</p>`}`;
}

function voices(voiced: readonly Voiced[]): Html {
  if (voiced.length === 0) return html``;
  return html`<h3>Whose voices are asked for, and heard</h3>
<div class="scroll" role="region" aria-label="Voices" tabindex="0"><table>
<thead><tr><th scope="col">Who</th><th scope="col">What</th><th scope="col">When</th><th scope="col">Does it count?</th></tr></thead>
<tbody>${voiced.map(
    ({ person: who, standing, said, uncounted }) => html`<tr><th scope="row">${person(who)}</th><td>${capitalized(standingWords[standing])}</td><td>${saidAt(said)}</td><td>${uncounted === null ? 'Yes' : capitalized(uncountedWords[uncounted])}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function saidAt(said: Voiced['said']): Html {
  if (said === null) return html`–`;
  return outside(said.url, momentOf(said.at));
}
