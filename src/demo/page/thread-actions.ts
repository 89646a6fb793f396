/** What you may do with a thread besides talking: labels, draft or ready, merge, close. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Issue } from '../github/state/issue.ts';
import { rfcLabel } from '../seed/seed-world.ts';
import { labelPill, stateOf } from './labels.ts';
import { threadPath } from './place.ts';
import { has, mayManage, type View } from './view.ts';

export function threadActions(view: View, issue: Issue): Html {
  return html`<section class="card" aria-labelledby="act-title" id="act">
<h2 id="act-title">What @${view.person.login} may do</h2>
${has(view, 'triage', issue.repository) ? labelForm(issue) : ''}
${stateForm(view, issue)}
</section>`;
}

function labelForm(issue: Issue): Html {
  const names = [...new Set([rfcLabel, ...issue.labels.map(({ name }) => name)])];
  const buttons = names.map((name, index) => {
    const isSet = issue.labels.some((label) => label.name === name);
    return html`<button name="${isSet ? 'remove' : 'add'}" value="${name}" class="plain" id="label-${index}">${isSet ? 'Take off' : 'Add'} ${labelPill({ name })}</button>`;
  });
  return html`<form method="post" action="${threadPath(issue)}/label" class="row">${buttons}</form>`;
}

type Change = 'ready' | 'draft' | 'merge' | 'close' | 'reopen';

const labels: Readonly<Record<Change, string>> = {
  ready: 'Ready for review',
  draft: 'Convert to draft',
  merge: 'Merge',
  close: 'Close',
  reopen: 'Reopen',
};

/** What makes sense for a thread as it is, for this person. */
export function possibleChanges(view: Pick<View, 'world' | 'person'>, issue: Issue): Change[] {
  const state = stateOf(issue);
  const manages = mayManage(view, issue);
  if (state === 'Merged') return [];
  if (state === 'Closed') return manages ? ['reopen'] : [];
  const changes = issue.pull === null ? [] : pullChanges(view, issue, state === 'Draft');
  return manages ? [...changes, 'close'] : changes;
}

function pullChanges(view: Pick<View, 'world' | 'person'>, issue: Issue, isDraft: boolean): Change[] {
  if (!mayManage(view, issue, 'write')) return [];
  if (isDraft) return ['ready'];
  return has(view, 'write', issue.repository) ? ['draft', 'merge'] : ['draft'];
}

function stateForm(view: View, issue: Issue): Html {
  const changes = possibleChanges(view, issue);
  if (changes.length === 0) return html`<p class="quiet">Talk, and read.</p>`;
  const buttons = changes.map((change) => html`<button name="change" value="${change}" class="${change === 'merge' ? '' : 'plain'}" id="change-${change}">${labels[change]}</button>`);
  return html`<form method="post" action="${threadPath(issue)}/state" class="row">${buttons}</form>`;
}
