/** One thread as GitHub would show it: checks, document, conversation, and what you may do. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import { filesOfPull } from '../github/state/changed-files.ts';
import { isPullRequest, type Issue } from '../github/state/issue.ts';
import { fullName } from '../github/state/repository.ts';
import { avatar } from './avatar.ts';
import { checksCard, latestRuns, resultOf } from './checks.ts';
import { fileCard, type ShownFile } from './document.ts';
import { labelPill, statePill, stateOf } from './labels.ts';
import { layout } from './layout.ts';
import { renderMarkdown } from './markdown.ts';
import { threadPath } from './place.ts';
import { threadActions } from './thread-actions.ts';
import { threadHints } from './thread-hints.ts';
import { commentBox, timeline } from './timeline.ts';
import { mayManage, mayPush, type View } from './view.ts';
import { plainName } from './words.ts';

export function threadPage(view: View, issue: Issue): Html {
  const { number, title, repository } = issue;
  const files = shownFiles(view, issue);
  const content = html`${threadHead(issue)}
${isPullRequest(issue) ? checksCard(view, issue, files.map(({ path }) => path)) : ''}
${isPullRequest(issue) ? files.map((file, index) => pullFile(view, issue, { file, index })) : ''}
<section aria-labelledby="talk-title" id="talk">
<h2 class="unseen" id="talk-title">Conversation</h2>
${issue.pull === null ? issueBody(view, issue) : commentBox(view, { id: 'description', author: issue.author, verb: 'opened this', at: issue.createdAt, body: issue.body ?? '', isEdited: false })}
${timeline(view, issue)}
${commentForm(view, issue)}
</section>
${threadActions(view, issue)}`;
  const entries = view.journal.entries().filter((entry) => entry.number === number && entry.repo === fullName(repository));
  return layout(view, { title: `${title} #${number}`, content, panels: threadHints(issue), announcement: announcementOf(issue), entries });
}

/** What is read out when it changes. */
function announcementOf(issue: Issue): string {
  const checks = isPullRequest(issue) ? latestRuns(issue).map((run) => `${run.name}: ${plainName(resultOf(run))}, ${run.title ?? ''}.`) : [];
  return [`${stateOf(issue)}.`, ...checks, `${issue.comments.length} comments.`, `Labels: ${issue.labels.map(({ name }) => name).join(', ') || 'none'}.`].join(' ');
}

function threadHead(issue: Issue): Html {
  const { title, number, author, repository, labels, assignees, pull } = issue;
  const from = pull === null ? '' : html` from <code>${pull.head.repository === repository ? '' : `${pull.head.owner.login}:`}${pull.head.ref}</code>`;
  return html`<header class="thread-head" id="head">
<p class="quiet"><a href="/">All threads</a> / ${fullName(repository)}</p>
<h1>${title} <span class="number">#${number}</span></h1>
<p class="meta">${statePill(issue)} <span>${author.login} ${pull === null ? 'opened this issue' : html`wants to merge into <code>${pull.base.ref}</code>`}${from}</span></p>
${labels.length === 0 ? '' : html`<ul class="labels" aria-label="Labels">${labels.map((label) => html`<li>${labelPill(label)}</li>`)}</ul>`}
${assignees.length === 0 ? '' : html`<p class="meta">Assigned: ${assignees.map(({ login }) => login).join(', ')}</p>`}
${newestLink(issue)}
</header>`;
}

function newestLink({ comments }: Issue): Html {
  const newest = comments.at(-1);
  return newest === undefined ? html`` : html`<p class="meta"><a href="#issuecomment-${newest.id}">The newest of ${comments.length === 1 ? '1 comment' : `${comments.length} comments`}</a></p>`;
}

/** The files that the pull request brings or changes, as its head has them. */
export function shownFiles({ world }: Pick<View, 'world'>, issue: Issue): ShownFile[] {
  if (!isPullRequest(issue)) return [];
  return filesOfPull(world, issue)
    .filter(({ status }) => status !== 'removed')
    .map(({ path, blob }) => ({ path, blob, text: world.git.blob(blob)?.toString('utf8') ?? '' }));
}

function pullFile(view: View, issue: Issue, { file, index }: { file: ShownFile; index: number }): Html {
  const annotations = isPullRequest(issue) ? latestRuns(issue).flatMap((run) => run.annotations) : [];
  const isOpen = issue.state === 'open';
  const edit = isOpen && mayPush(view, issue) ? { action: `${threadPath(issue)}/document`, by: view.person.login } : null;
  const hint = isOpen && edit === null ? `@${view.person.login} may not push to this branch. Switch to somebody who may write to edit the document.` : null;
  return fileCard({ file, index, annotations, edit, hint });
}

/** An issue's body is its document. */
function issueBody(view: View, issue: Issue): Html {
  const { author, repository, body } = issue;
  return html`<article class="comment" id="description">
<h3>${avatar(author)}<span><span class="login">${author.login}</span> <span class="quiet">wrote in ${fullName(repository)}</span></span></h3>
<div class="markdown">${renderMarkdown(body ?? '', view.world.baseUrl)}</div>
${mayManage(view, issue, 'write') ? bodyForm(view, issue) : html`<p class="quiet hint foot">Its author, and those who may write here, can edit this.</p>`}
</article>`;
}

function bodyForm({ person }: View, issue: Issue): Html {
  const body = issue.body ?? '';
  return html`<details class="edit" id="edit-body">
<summary>Edit as @${person.login}</summary>
<form method="post" action="${threadPath(issue)}/body">
<label for="body-text">Text of the issue</label>
<textarea id="body-text" name="text" rows="${Math.min(28, body.split('\n').length + 1)}">
${body}</textarea>
<button class="primary" id="save-body">Save as @${person.login}</button>
</form>
</details>`;
}

function commentForm({ person }: View, issue: Issue): Html {
  return html`<form method="post" action="${threadPath(issue)}/comment" class="card comment-form" id="comment-form" data-reset>
<label for="comment">Add a comment</label>
<textarea id="comment" name="body" rows="3" required aria-describedby="comment-hint"></textarea>
<p class="quiet hint" id="comment-hint">Commands work as on GitHub, each at the start of a line. <code>/dri help</code> lists them.</p>
<button class="primary" id="comment-button">Comment as @${person.login}</button>
</form>`;
}
