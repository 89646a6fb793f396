/** The conversation: comments, reviews, commits and what else happened, in the order in which it did. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Account, Team } from '../github/state/accounts.ts';
import type { Reaction, ReactionContent } from '../github/state/reaction.ts';
import type { Comment, Issue, Review, ReviewComment, TimelineEvent, TimelineItem } from '../github/state/issue.ts';
import { avatar } from './avatar.ts';
import { labelPill } from './labels.ts';
import { renderMarkdown } from './markdown.ts';
import { threadPath } from './place.ts';
import { suggestedLines } from './suggestion.ts';
import { mayPush, type View } from './view.ts';
import { timeAgo } from './words.ts';

export function timeline(view: View, issue: Issue): Html {
  return html`<ol class="timeline" id="timeline">${issue.timeline.map((item) => timelineItem(view, issue, item))}</ol>`;
}

interface Said {
  id: string;
  author: Account;
  /** `commented`, `approved` */
  verb: string;
  at: string;
  body: string;
  isEdited: boolean;
  reactions?: readonly Reaction[];
}

/** A box with somebody's words. */
export function commentBox({ world }: View, { id, author, verb, at, body, isEdited, reactions = [] }: Said, more: Html = html``): Html {
  return html`<article class="comment${author.type === 'Bot' ? ' by-bot' : ''}" id="${id}">
<h3>${avatar(author)}<span><span class="login">${author.login.replace('[bot]', '')}</span>${author.type === 'Bot' ? html` <span class="bot-sign">bot</span>` : ''} <span class="quiet">${verb} <time datetime="${at}">${timeAgo(at, world.clock.now())}</time>${isEdited ? ' · edited' : ''}</span></span></h3>
<div class="markdown">${body === '' ? html`<p class="quiet">No words.</p>` : renderMarkdown(body, world.baseUrl)}</div>
${reactionList(reactions)}
${more}
</article>`;
}

function timelineItem(view: View, issue: Issue, item: TimelineItem): Html {
  switch (item.kind) {
    case 'comment':
      return html`<li id="item-${item.comment.id}">${commentBox(view, saidIn(item.comment))}</li>`;
    case 'review':
      return html`<li id="item-${item.review.id}">${reviewBox(view, issue, item.review)}</li>`;
    case 'commit': {
      const { author, message, sha } = view.world.git.commit(item.sha);
      return html`<li class="small" id="item-${sha}">${avatar(author)} <span><strong>${author.login}</strong> pushed <code>${sha.slice(0, 7)}</code> ${message}</span></li>`;
    }
    case 'event':
      return eventItem(view, item);
  }
}

function saidIn({ id, author, body, createdAt, updatedAt, reactions }: Comment): Said {
  return { id: `issuecomment-${id}`, author, verb: 'commented', at: createdAt, body, isEdited: updatedAt !== createdAt, reactions };
}

const reactionSigns: Readonly<Record<ReactionContent, string>> = { '+1': '👍', '-1': '👎', laugh: '😄', confused: '😕', heart: '❤️', hooray: '🎉', rocket: '🚀', eyes: '👀' };

/** With the name of whoever reacted: it is how Unpause says that it has understood a command. */
function reactionList(reactions: readonly Reaction[]): Html {
  if (reactions.length === 0) return html``;
  return html`<ul class="reactions" aria-label="Reactions">${reactions.map(({ id, content, by }) => html`<li id="reaction-${id}">${reactionSigns[content]} ${by.login.replace('[bot]', '')}</li>`)}</ul>`;
}

const verbs = { APPROVED: 'approved', CHANGES_REQUESTED: 'asked for changes', COMMENTED: 'reviewed' };

function reviewBox(view: View, issue: Issue, review: Review): Html {
  const comments = issue.pull?.reviewComments.filter((comment) => comment.review === review) ?? [];
  const boxes = comments.map((comment) => reviewCommentBox(view, issue, comment));
  if (review.body === '' && boxes.length > 0) return html`${boxes}`;
  const { id, author, body, state, submittedAt } = review;
  return html`${commentBox(view, { id: `review-${id}`, author, verb: verbs[state], at: submittedAt, body, isEdited: false })}${boxes}`;
}

function reviewCommentBox(view: View, issue: Issue, comment: ReviewComment): Html {
  const { id, author, body, createdAt, path, line, startLine } = comment;
  const where = startLine === null ? `${path}, line ${line}` : `${path}, lines ${startLine} to ${line}`;
  const isOffered = suggestedLines(body) !== null && comment.commit === issue.pull?.head.sha && issue.state === 'open' && mayPush(view, issue);
  const commit = html`<form method="post" action="${threadPath(issue)}/suggestion" class="row foot">
<input type="hidden" name="comment" value="${id}">
<button id="commit-${id}">Commit suggestion as @${view.person.login}</button>
</form>`;
  return commentBox(view, { id: `discussion_r${id}`, author, verb: `wrote on ${where}`, at: createdAt, body, isEdited: false }, isOffered ? commit : html``);
}

function eventItem({ world }: View, event: TimelineEvent): Html {
  const { id, actor, createdAt } = event;
  return html`<li class="small" id="item-${id}">${avatar(actor)} <span><strong>${actor.login.replace('[bot]', '')}</strong> ${eventWords(event)} <time class="quiet" datetime="${createdAt}">${timeAgo(createdAt, world.clock.now())}</time></span></li>`;
}

const plainEvents: Readonly<Record<string, string>> = {
  closed: 'closed this',
  reopened: 'reopened this',
  merged: 'merged this',
  ready_for_review: 'says that it is ready for review',
  convert_to_draft: 'made it a draft',
  renamed: 'changed the title',
  review_requested: 'asked for a review by',
  review_request_removed: 'no longer asks for a review by',
};

function eventWords({ event, label, assignee, requestedReviewer, requestedTeam }: TimelineEvent): Html {
  if (label) return html`${event === 'labeled' ? 'added' : 'took off'} ${labelPill(label)}`;
  if (assignee) return html`${event} ${assignee.login}`;
  const asked = requestedReviewer ?? requestedTeam;
  return html`${plainEvents[event] ?? event.replaceAll('_', ' ')} ${asked ? nameOf(asked) : ''}`;
}

function nameOf(asked: Account | Team): string {
  return 'login' in asked ? asked.login : asked.slug;
}
