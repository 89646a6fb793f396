/** One decision: what it was, who made it, by which rule, and all that it rests on. */
import { html } from 'hono/html';
import type { LogEntry, LogObjection, LogVoice } from '../../decision/log/entry.ts';
import type { Reasoned } from '../../decision/record-schema.ts';
import { missingKindsInWords } from '../../render/missing-kinds.ts';
import { resultNames, rungWords, standingWords, zoneWords } from '../../render/page-words.ts';
import type { Html } from '../page.ts';
import { addressOf, dayOf, inWords, momentOf, outside, person, quoted } from './pieces.ts';

export function decisionSection(entry: LogEntry, { isLast }: { isLast: boolean }): Html {
  const { n } = entry;
  const heading = isLast ? 'Who decided this, and why?' : n === 0 ? 'Before that' : `Decision ${n}`;
  return html`<section id="decision-${n}" aria-labelledby="decision-${n}-title" class="decision"><h2 id="decision-${n}-title">${heading}</h2>
${answer(entry)}
${rule(entry)}
${afterwards(entry)}
${basis(entry)}
${objections(entry.objections)}
${voices(entry.voices)}
${tensionList(entry.tensions)}
${sources(entry)}
</section>`;
}

function answer(entry: LogEntry): Html {
  const { result, by, owner, at, why, url } = entry;
  const day = dayOf(at);
  if (by === null) {
    return html`<p class="answer"><span class="result ${result}">${resultNames[result]}</span> on ${day}. Nobody has written down who decided, and why. ${owner === null ? '' : html`${person(owner)}, the Decision Owner, can still say so with <code>/decide</code> ${outside(url, 'on GitHub')}.`}</p>`;
  }
  const role = owner === null ? '' : owner.id === by.id ? ', the Decision Owner' : html`, in place of ${person(owner)} as Decision Owner`;
  return html`<p class="answer">${person(by)}${role}. <span class="result ${result}">${resultNames[result]}</span> on ${day}.</p>
${why === null ? '' : html`<blockquote><p><bdi>${why}</bdi></p></blockquote>`}`;
}

function rule({ rung, domain, zone, isSatisfied, missing, voices: heard }: LogEntry): Html {
  const where = domain === null ? html`No domain is configured for it` : html`Domain <a href="${addressOf('/decisions', { domain })}">${domain}</a>`;
  const how = rung === null ? '' : html`, on the rung <code>${rung}</code>: ${rungWords[rung].rule}`;
  const silent = heard.filter(({ stance }) => stance === 'silent').map((voice) => person(voice.person));
  const early = isSatisfied ? '' : html`<p class="early"><strong>Made before its rung was satisfied.</strong> The owner decided anyway, and said why.${missing.length === 0 ? '' : ` Missing was ${missingKindsInWords(missing)}.`}</p>`;
  return html`<p>${where}${how}. Zone ${zoneWords[zone]}.</p>${early}${silent.length === 0 || rung === null ? '' : html`<p>Said nothing: ${inWords(silent)}. ${rungWords[rung].silence}</p>`}`;
}

function afterwards({ confirmedAt, reopened, reviewOn, review }: LogEntry): Html {
  return html`${confirmedAt === null ? '' : html`<p>Confirmed on ${dayOf(confirmedAt)}.</p>`}
${reopened === null ? '' : html`<p>Opened again by ${person(reopened.by)} on ${dayOf(reopened.at)}: ${quoted(reopened.why)}</p>`}
${review === null ? '' : html`<p>How it turned out: <strong>${review.outcome}</strong>, says ${person(review.by)} on ${dayOf(review.at)}: ${quoted(review.why)}</p>`}
${review !== null || reviewOn === null ? '' : html`<p>Its owner looks back at it on ${dayOf(reviewOn)}.</p>`}`;
}

function basis({ context, documents, principles, topic }: LogEntry): Html {
  const cited = principles.map((principle) => html`<a href="${addressOf('/decisions', { principle })}">${principle}</a>`);
  return html`${context === '' ? '' : html`<h3>What it was about</h3><p class="context"><bdi>${context}</bdi></p>`}
${documents.length === 0 ? '' : html`<p>Decided on: ${inWords(documents.map(({ path, url }) => (url === null ? html`<code>${path}</code>` : outside(url, path))))}</p>`}
${cited.length === 0 ? '' : html`<p>Principles: ${inWords(cited)}</p>`}
${topic === null ? '' : html`<p>Topic: <a href="${addressOf('/decisions', { topic })}"><bdi>${topic}</bdi></a></p>`}`;
}

function objections(all: readonly LogObjection[]): Html {
  if (all.length === 0) return html``;
  return html`<h3>Objections</h3><ul>${all.map(
    ({ by, why, at, answered, withdrawnAt, setAside }) => html`<li>${person(by)} on ${dayOf(at)}: ${quoted(why)}${became('Answered', answered)}${withdrawnAt === null ? '' : html` Withdrawn on ${dayOf(withdrawnAt)}.`}${became('Set aside', setAside)}</li>`,
  )}</ul>`;
}

function became(what: string, reasoned: Reasoned | null): Html | '' {
  return reasoned === null ? '' : html` <strong>${what}</strong> by ${person(reasoned.by)} on ${dayOf(reasoned.at)}: ${quoted(reasoned.why)}`;
}

function voices(all: readonly LogVoice[]): Html {
  const said = all.filter(({ stance }) => stance !== 'silent');
  if (said.length === 0) return html``;
  return html`<h3>Whose voices were heard</h3><ul class="voices">${said.map(({ person: who, stance, url }) => html`<li>${person(who)} ${outside(url, standingWords[stance])}</li>`)}</ul>`;
}

/** Where a principle did not fit. */
export function tensionList(all: LogEntry['tensions']): Html {
  if (all.length === 0) return html``;
  return html`<h3>Tensions</h3><ul>${all.map(({ principle, why, by, at }) => html`<li>${person(by)} on ${dayOf(at)}, with <a href="${addressOf('/decisions', { principle })}">${principle}</a>: ${quoted(why)}</li>`)}</ul>`;
}

const sourceNames: Readonly<Record<LogEntry['sources'][number]['of'], string>> = {
  decision: 'the decision',
  confirmation: 'the confirmation',
  reopening: 'why it was opened again',
  objection: 'an objection',
  answer: 'an answer',
  'set-aside': 'an objection that was set aside',
  voice: 'a voice',
  citation: 'a citation',
  tension: 'a tension',
  outcome: 'how it turned out',
  owner: 'who the owner is',
  amendment: 'why the period began anew',
  editorial: 'why a change of the text means the same',
};

function sources({ sources: all, at }: LogEntry): Html {
  if (all.length === 0) return html``;
  return html`<details><summary>Where all of this was said</summary><p>Decided ${momentOf(at)}. <code>unpause log check</code> compares each of these with what it read then.</p><ul>${all.map(({ of, url }) => html`<li>${outside(url, sourceNames[of])}</li>`)}</ul></details>`;
}
