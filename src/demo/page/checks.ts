/** The checks on a pull request's head commit, as GitHub shows them under "Details". */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { CheckAnnotation, CheckRun } from '../github/state/check.ts';
import type { PullRequest } from '../github/state/issue.ts';
import { checkMark } from './avatar.ts';
import { renderMarkdown } from './markdown.ts';
import { lineId, threadPath } from './place.ts';
import { has, type View } from './view.ts';
import { plainName } from './words.ts';

/** The newest run of each name, in the order of the names. */
export function latestRuns({ repository, pull }: PullRequest): CheckRun[] {
  const ours = repository.checkRuns.filter(({ headSha }) => headSha === pull.head.sha);
  const byName = new Map(ours.map((run) => [run.name, run]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function resultOf({ conclusion, status }: CheckRun): string {
  return conclusion ?? status;
}

/** `paths`: the files shown below, in their order. */
export function checksCard(view: View, issue: PullRequest, paths: readonly string[]): Html {
  const runs = latestRuns(issue);
  const content = runs.length === 0 ? html`<p class="quiet" id="checks-none">No check has reported on this commit yet.</p>` : runs.map((run) => checkRun(view, { issue, run, paths }));
  return html`<section class="card" aria-labelledby="checks-title" id="checks">
<h2 id="checks-title">Checks</h2>
${content}
</section>`;
}

/** For ids: the next run of the same name takes this one's place on the page. */
function slugOf({ name }: CheckRun): string {
  return name.toLowerCase().replaceAll(/\W+/g, '-');
}

interface Shown {
  issue: PullRequest;
  run: CheckRun;
  paths: readonly string[];
}

function checkRun(view: View, { issue, run, paths }: Shown): Html {
  const result = resultOf(run);
  const slug = slugOf(run);
  return html`<article class="check ${result}" id="check-${slug}">
<h3>${checkMark(result)}<span><span class="name">${run.name}</span> <span class="result">${plainName(result)}</span></span></h3>
${run.title === null ? '' : html`<p class="title">${run.title}</p>`}
${run.annotations.length === 0 ? '' : html`<ul class="annotations">${run.annotations.map((annotation) => annotationItem(annotation, paths))}</ul>`}
${run.summary === null ? '' : html`<details id="summary-${slug}"><summary>The check's page</summary><div class="markdown">${renderMarkdown(run.summary, view.world.baseUrl)}</div></details>`}
${checkButtons(view, { issue, run, paths })}
</article>`;
}

function annotationItem({ path, start_line: line, annotation_level: level, message }: CheckAnnotation, paths: readonly string[]): Html {
  const index = paths.indexOf(path);
  const place = `${path}, line ${line}`;
  return html`<li class="${level}"><span class="level">${level}</span> ${index === -1 ? place : html`<a href="#${lineId(index, line)}">${place}</a>`}: ${message}</li>`;
}

function checkButtons(view: View, { issue, run }: Shown): Html {
  if (issue.state === 'closed') return html``;
  if (!has(view, 'write', issue.repository)) return html`<p class="quiet hint">GitHub shows the buttons of a check to those who may write here; @${view.person.login} may not.</p>`;
  const actions = run.actions.map(
    ({ label, description, identifier }) => html`<button name="action" value="${identifier}" title="${description}" id="button-${slugOf(run)}-${identifier}">${label}</button>`,
  );
  return html`<form method="post" action="${threadPath(issue)}/check" class="row">
<input type="hidden" name="run" value="${run.id}">
${actions}
<button name="action" value="rerun" class="plain" id="button-${slugOf(run)}-rerun">Re-run</button>
</form>`;
}
