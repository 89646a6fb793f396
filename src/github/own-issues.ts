/** Unpause's own issues and comments about a repository, told from everybody else's by who wrote them. */
import { isMarked } from '../decision/markers.ts';
import type { OwnIssue } from '../decision/stewards/facts.ts';
import type { OwnComment } from '../decision/snapshot.ts';
import { type AppIdentity, isBy } from './app-identity.ts';
import type { GitHub, Repository, RfcAddress } from './client.ts';
import { orNull } from './github-error.ts';
import { inParallel } from './in-parallel.ts';
import { readId } from './read-id.ts';

/** Requests at once. */
const atOnce = 4;

export interface OwnIssuesAsked {
  /** Who wrote for Unpause there. */
  writers: readonly AppIdentity[];
  /** Null: all that there ever were. */
  since: Date | null;
  /** Whether Unpause's comments on it are asked for. */
  withNotes: (issue: Omit<OwnIssue, 'notes'>) => boolean;
}

/** The issues that changed since a moment, open and closed; with its own comments on those for which they are wanted. */
export async function listOwnIssues(github: GitHub, repository: Repository, { writers, since, withNotes }: OwnIssuesAsked): Promise<OwnIssue[]> {
  const listed = await Promise.all(writers.map(async (writer) => await listIssuesBy(writer, github, repository, since)));
  return await inParallel(listed.flat(), atOnce, async (issue): Promise<OwnIssue> => {
    const notes = withNotes(issue) ? await readOwnNotes(github, { ...repository, number: issue.number }, { writers, since: null }) : null;
    return { ...issue, notes: notes ?? [] };
  });
}

async function listIssuesBy(writer: AppIdentity, github: GitHub, { owner, name }: Repository, since: Date | null): Promise<Omit<OwnIssue, 'notes'>[]> {
  const listed = await github.paginate('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo: name,
    creator: writer.login,
    state: 'all',
    per_page: 100,
    ...(since !== null && { since: since.toISOString() }),
  });
  const own = listed.filter(({ user, body, pull_request: pull }) => pull === undefined && isBy(writer, user) && isMarked({ body: body ?? '' }));
  return own.map((issue) => {
    const isOpen = issue.state === 'open';
    return {
      number: issue.number,
      url: issue.html_url,
      title: issue.title,
      body: issue.body ?? '',
      isOpen,
      isReopened: isOpen && issue.state_reason === 'reopened',
      createdAt: issue.created_at,
      closedAt: issue.closed_at,
    };
  });
}

/** Gives an issue another body, and changes nothing else of it. */
export async function rewriteIssue(github: GitHub, { owner, name }: Repository, { number, body }: Pick<OwnIssue, 'number' | 'body'>): Promise<void> {
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { owner, repo: name, issue_number: number, body });
}

/** What these wrote for Unpause on an issue since a moment; null where GitHub shows no such issue. */
export async function readOwnNotes(github: GitHub, { owner, name, number }: RfcAddress, { writers, since }: { writers: readonly AppIdentity[]; since: Date | null }): Promise<OwnComment[] | null> {
  const asked = github.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo: name,
    issue_number: number,
    per_page: 100,
    ...(since !== null && { since: since.toISOString() }),
  });
  const comments = await orNull(asked);
  if (comments === null) return null;
  return comments.filter(({ user, body }) => writers.some((writer) => isBy(writer, user)) && isMarked({ body: body ?? '' })).map(({ id, body, created_at: createdAt, html_url: url }) => ({ id: readId(id), body: body ?? '', createdAt, url }));
}
