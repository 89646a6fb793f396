/** What a timeline tells: Unpause's own comments, who was mentioned, and when a person last did something. */
import type { Account, OwnComment } from '../decision/snapshot.ts';
import { isBy, type AppIdentity } from './app-identity.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { readAccount, type User } from './read-account.ts';
import { readId } from './read-id.ts';

/** The parts of GitHub's many kinds of events that are looked at; most have only a few of them. */
export interface TimelineEvent {
  event?: string | undefined;
  id?: number | bigint | undefined;
  body?: string | null | undefined;
  html_url?: string | undefined;
  created_at?: string | undefined;
  updated_at?: string | null | undefined;
  submitted_at?: string | null | undefined;
  actor?: User | null | undefined;
  user?: User | null | undefined;
  assigner?: User | null | undefined;
  assignee?: User | null | undefined;
  review_requester?: User | null | undefined;
  requested_reviewer?: User | null | undefined;
  requested_team?: { slug: string } | null | undefined;
  label?: { name?: string | null | undefined } | undefined;
  /** Of a review, in lower case here and in capitals elsewhere. */
  state?: string | undefined;
  commit_id?: string | null | undefined;
  author?: unknown;
  committer?: unknown;
  comments?: readonly LineComment[] | undefined;
}

/** A comment on a line, as its thread's event holds it. */
export interface LineComment {
  id?: number | bigint | undefined;
  user?: User | null | undefined;
  created_at?: string | undefined;
  html_url?: string | undefined;
}

interface Activity {
  at: string;
  isByBot: boolean;
}

/** All events of an issue or a pull request, the oldest first. */
export async function readTimeline(github: GitHub, { owner, name, number }: RfcAddress): Promise<TimelineEvent[]> {
  return await github.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', { owner, repo: name, issue_number: number, per_page: 100 });
}

/** The comments that the App itself wrote. */
export function ownComments(timeline: readonly TimelineEvent[], app: AppIdentity): OwnComment[] {
  return timeline.flatMap(({ event, id, user, body, created_at, html_url }) => {
    if (event !== 'commented' || id === undefined || !isBy(app, user)) return [];
    return [{ id: readId(id), body: body ?? '', createdAt: created_at ?? '', url: html_url ?? '' }];
  });
}

/** Whom GitHub itself found mentioned: it knows who they are. */
export function mentionedAccounts(timeline: readonly TimelineEvent[]): Account[] {
  return timeline.flatMap(({ event, actor }) => (event === 'mentioned' && actor ? [readAccount(actor)] : []));
}

/** The last moment at which a person did something. The opening counts, whoever did it: there is nothing before it. */
export function lastHumanActivity(timeline: readonly TimelineEvent[], { createdAt, updatedAt }: { createdAt: string; updatedAt: string }): string {
  const moments = timeline.flatMap((event) => activitiesIn(event, updatedAt)).filter(({ isByBot }) => !isByBot);
  return moments.reduce((latest, { at }) => (Date.parse(at) > Date.parse(latest) ? at : latest), createdAt);
}

/** They happen to somebody, or somewhere else: nobody did anything here. */
const passive = new Set(['mentioned', 'subscribed', 'unsubscribed', 'cross-referenced', 'referenced']);

function activitiesIn(event: TimelineEvent, updatedAt: string): Activity[] {
  if (event.event === undefined || passive.has(event.event)) return [];
  if (event.event === 'committed') return commitIn(event, updatedAt);
  if (event.comments) return event.comments.flatMap(({ user, created_at }) => activity(user, created_at));
  return activity(event.assigner ?? event.user ?? event.actor, event.submitted_at ?? event.created_at);
}

function activity(user: User | null | undefined, at: string | undefined): Activity[] {
  return at === undefined ? [] : [{ at, isByBot: readAccount(user).isBot }];
}

interface Signature {
  name?: string;
  email?: string;
  date?: string;
}

/**
 * A commit names no account, only what its author's git was told; and it says of itself when it was made. What is
 * later than the last change of the whole pull request cannot be true.
 */
function commitIn({ author, committer }: TimelineEvent, updatedAt: string): Activity[] {
  const [by, when] = [(author ?? {}) as Signature, (committer ?? {}) as Signature];
  if (when.date === undefined || !(Date.parse(when.date) <= Date.parse(updatedAt))) return [];
  const isByBot = (by.name ?? '').endsWith('[bot]') || (by.email ?? '').includes('[bot]@');
  return [{ at: new Date(when.date).toISOString().replace('.000Z', 'Z'), isByBot }];
}
