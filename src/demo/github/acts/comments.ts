import { presentComment, presentIssue } from '../present/issue.ts';
import type { Account } from '../state/accounts.ts';
import type { Reaction, ReactionContent } from '../state/reaction.ts';
import type { Comment, Issue, Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { tell, touch } from './tell.ts';

export function addComment(world: WorldState, issue: Issue, { by, body }: { by: Account; body: string }): Comment {
  const now = world.now();
  const comment: Comment = { id: world.nextId(), issue, author: by, body, createdAt: now, updatedAt: now, reactions: [] };
  issue.comments.push(comment);
  issue.timeline = [...issue.timeline, { kind: 'comment', comment }];
  touch(world, issue);
  tellOfComment(world, comment, { action: 'created', by });
  return comment;
}

export function editComment(world: WorldState, comment: Comment, { by, body }: { by: Account; body: string }): void {
  const from = comment.body;
  if (body === from) return;
  comment.body = body;
  comment.updatedAt = world.now();
  touch(world, comment.issue);
  tellOfComment(world, comment, { action: 'edited', by, details: { changes: { body: { from } } } });
}

export function deleteComment(world: WorldState, comment: Comment, by: Account): void {
  const { issue } = comment;
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.timeline = issue.timeline.filter((item) => item.kind !== 'comment' || item.comment !== comment);
  touch(world, issue);
  tellOfComment(world, comment, { action: 'deleted', by });
}

export function findComment({ issues }: Repository, id: number): Comment | undefined {
  return [...issues.values()].flatMap((issue) => issue?.comments ?? []).find((comment) => comment.id === id);
}

/** Somebody has each reaction once; GitHub sends no webhook for it. */
export function react(world: WorldState, reactions: Reaction[], { by, content }: { by: Account; content: ReactionContent }): { reaction: Reaction; isNew: boolean } {
  const known = reactions.find((each) => each.by === by && each.content === content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction: Reaction = { id: world.nextId(), content, by, createdAt: world.now() };
  reactions.push(reaction);
  return { reaction, isNew: true };
}

function tellOfComment(world: WorldState, comment: Comment, { action, by, details = {} }: { action: string; by: Account; details?: object }): void {
  const { issue } = comment;
  tell(world, issue.repository, {
    name: 'issue_comment',
    by,
    details: { action, issue: presentIssue(world, issue), comment: presentComment(world, comment), ...details },
  });
}
