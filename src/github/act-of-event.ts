/** What one entry of a timeline says was done, and by whom. Entries that nobody waits for say nothing here. */
import type { Act, Addressee, ReviewState, Words } from '../decision/acts.ts';
import { isBy, type AppIdentity } from './app-identity.ts';
import { hashText } from './hash-text.ts';
import { readAccount, type User } from './read-account.ts';
import { readId } from './read-id.ts';
import { readTeamName } from './rfc-people.ts';
import type { LineComment, TimelineEvent } from './read-timeline.ts';

/** An act, and by what acts of the same moment are put in order: things of one family are counted in one row. */
export interface FoundAct {
  act: Act;
  family: 'comment' | 'review' | 'review-comment' | 'event';
  id: number;
}

export interface ActReader {
  app: AppIdentity;
  /** Whose teams are asked for reviews. */
  owner: string;
}

/** The acts of one entry: none, one, or one for each comment on a line. */
export function actsOfEvent(entry: TimelineEvent, reader: ActReader): FoundAct[] {
  switch (entry.event) {
    case 'commented':
      return commentIn(entry, reader);
    case 'reviewed':
      return reviewIn(entry, reader);
    case 'line-commented':
      return (entry.comments ?? []).flatMap((comment) => lineCommentIn(comment, reader));
    default:
      return eventIn(entry, reader);
  }
}

/** Unpause's own comments are told of elsewhere: they are what it said, not what was done. */
function commentIn(entry: TimelineEvent, { app }: ActReader): FoundAct[] {
  const { id, created_at: at } = entry;
  const user = entry.user ?? entry.actor;
  if (id === undefined || at === undefined || isBy(app, user)) return [];
  return [{ family: 'comment', id: readId(id), act: { kind: 'comment', at, by: readAccount(user), isOwn: false, ...wordsIn(entry, id, at) } }];
}

const reviewStates: ReadonlyMap<string, ReviewState> = new Map([
  ['approved', 'approved'],
  ['changes_requested', 'changes-requested'],
  ['commented', 'commented'],
  ['dismissed', 'dismissed'],
]);

/** A review that is not sent yet (`pending`) is its author's alone. */
function reviewIn(entry: TimelineEvent, { app }: ActReader): FoundAct[] {
  const { id, user, submitted_at: at, commit_id: sha } = entry;
  const state = reviewStates.get((entry.state ?? '').toLowerCase());
  if (id === undefined || at == null || state === undefined) return [];
  const words = wordsIn(entry, id, at);
  return [{ family: 'review', id: readId(id), act: { kind: 'review', at, by: readAccount(user), isOwn: isBy(app, user), ...words, state, sha: sha ?? '' } }];
}

function wordsIn({ body, html_url, updated_at }: TimelineEvent, id: number | bigint, writtenAt: string): Words {
  const text = body ?? '';
  const isEdited = updated_at != null && Date.parse(updated_at) > Date.parse(writtenAt);
  return { id: readId(id), body: text, hash: hashText(text), isEdited, url: html_url ?? '' };
}

function lineCommentIn({ id, user, created_at: at, html_url }: LineComment, { app }: ActReader): FoundAct[] {
  if (id === undefined || at === undefined) return [];
  const act: Act = { kind: 'review-comment', at, by: readAccount(user), isOwn: isBy(app, user), id: readId(id), url: html_url ?? '' };
  return [{ family: 'review-comment', id: readId(id), act }];
}

type Base = Pick<Act, 'at' | 'by' | 'isOwn'>;

function eventIn(entry: TimelineEvent, reader: ActReader): FoundAct[] {
  const { id, created_at: at } = entry;
  if (at === undefined) return [];
  const actor = actorOf(entry);
  const act = actOf(entry, { at, by: readAccount(actor), isOwn: isBy(reader.app, actor) }, reader);
  return act === null ? [] : [{ family: 'event', id: id === undefined ? 0 : readId(id), act }];
}

/** For some events GitHub names beside the actor who it really was. */
function actorOf({ assigner, review_requester: requester, actor }: TimelineEvent): User | null | undefined {
  return assigner ?? requester ?? actor;
}

type ReadEvent = (entry: TimelineEvent, base: Base, owner: string) => Act | null;

const readEvent: Readonly<Record<string, ReadEvent>> = {
  review_requested: (entry, base, owner) => addressed('requested', base, addresseeOf(entry, owner)),
  review_request_removed: (entry, base, owner) => addressed('request-removed', base, addresseeOf(entry, owner)),
  assigned: ({ assignee }, base) => ({ ...base, kind: 'assigned', of: readAccount(assignee) }),
  unassigned: ({ assignee }, base) => ({ ...base, kind: 'unassigned', of: readAccount(assignee) }),
  labeled: ({ label }, base) => (label?.name == null ? null : { ...base, kind: 'labelled', label: label.name }),
  unlabeled: ({ label }, base) => (label?.name == null ? null : { ...base, kind: 'unlabelled', label: label.name }),
  head_ref_force_pushed: ({ commit_id: sha }, base) => (sha == null ? null : { ...base, kind: 'pushed', sha }),
  convert_to_draft: (_, base) => ({ ...base, kind: 'drafted' }),
  ready_for_review: (_, base) => ({ ...base, kind: 'readied' }),
  closed: (_, base) => ({ ...base, kind: 'closed' }),
  reopened: (_, base) => ({ ...base, kind: 'reopened' }),
  merged: (_, base) => ({ ...base, kind: 'merged' }),
  renamed: (_, base) => ({ ...base, kind: 'renamed' }),
};

function actOf(entry: TimelineEvent, base: Base, { owner }: ActReader): Act | null {
  const { event = '' } = entry;
  return Object.hasOwn(readEvent, event) ? (readEvent[event]?.(entry, base, owner) ?? null) : null;
}

function addressed(kind: 'requested' | 'request-removed', base: Base, of: Addressee | null): Act | null {
  return of && { ...base, kind, of };
}

/** Null where GitHub names nobody: a team that this installation may not see. */
function addresseeOf({ requested_reviewer: person, requested_team: team }: TimelineEvent, owner: string): Addressee | null {
  if (person) return readAccount(person);
  return team ? readTeamName(team.slug, owner) : null;
}
