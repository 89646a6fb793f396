/** What GitHub shows of the App's work in a repository, without what differs between two repositories with one story. */
import type { CheckRun } from '../../src/demo/github/state/check.ts';
import type { Issue, Repository } from '../../src/demo/github/state/repository.ts';
import { fullName } from '../../src/demo/github/state/repository.ts';
import { slug, type Town } from './running-app.ts';

/** By `#7` or, for a merge group, by its place in the queue. */
export type Shown = Record<string, unknown>;

export function shownIn({ standIn: { world } }: Town, repo: string): Shown {
  const repository = world.repository(repo);
  const { issues, mergeQueue } = repository;
  const ofIssues = [...issues.values()].filter((issue) => issue !== null).map((issue) => [`#${issue.number}`, shownOf(issue)] as const);
  const ofGroups = mergeQueue.map(({ issue, head }, index) => [`group ${index + 1}, with #${issue.number}`, newestRuns(repository, head)] as const);
  return Object.fromEntries([...ofIssues, ...ofGroups].map(([name, shown]) => [name, withoutNames(shown, repo)]));
}

function shownOf(issue: Issue): unknown {
  const { repository, pull } = issue;
  return {
    labels: issue.labels.map(({ name }) => name.toLowerCase()).sort(),
    comments: issue.comments.filter(isOwn).map(({ body }) => body.replace(/<!-- unpause:record .*-->/, '<!-- unpause:record -->')),
    // A closed one gets no new check, so what is there is as old as the last look before it was closed.
    checks: pull === null || issue.state === 'closed' ? [] : newestRuns(repository, pull.head.sha),
    suggestions: pull?.reviewComments.filter(isOwn).map(({ path, line, body }) => ({ path, line, body })) ?? [],
  };
}

function isOwn({ author }: { author: { login: string } }): boolean {
  return author.login === `${slug}[bot]`;
}

/** GitHub shows the newest run of each name. */
function newestRuns({ checkRuns }: Repository, sha: string): unknown[] {
  const newest = new Map(checkRuns.filter(({ headSha }) => headSha === sha).map((run) => [run.name, run]));
  return [...newest.values()].sort((a, b) => a.name.localeCompare(b.name)).map(contentOf);
}

function contentOf({ name, status, conclusion, title, summary, annotations, actions }: CheckRun): unknown {
  return { name, status, conclusion, title, summary, annotations, actions };
}

/** Two repositories differ in their names and commits, and an event is named after its delivery. */
function withoutNames(shown: unknown, repo: string): unknown {
  const text = JSON.stringify(shown)
    .replaceAll(repo, 'acme/rfcs')
    .replaceAll(repo.split('/')[0] ?? '', 'acme')
    .replace(/\b[0-9a-f]{40}\b/g, 'commit')
    .replace(/#issuecomment-\d+/g, '#issuecomment')
    // How long a term lasts hangs on when a push was first seen, which a late delivery changes.
    .replace(/\*\*Who drives the next step:\*\*.*?\\n\\n/g, '')
    .replace(/suggestion-[0-9a-f]{16}/g, 'suggestion');
  return JSON.parse(text) as unknown;
}

/** What is there twice and should be once; none where all is well. */
export function doublesIn({ standIn: { world } }: Town, repo: string): string[] {
  const repository = world.repository(repo);
  const issues = [...repository.issues.values()].filter((issue) => issue !== null);
  return [
    ...issues.flatMap(doubleComments),
    ...doubleRuns(repository),
    ...repeated(repository.labels.map(({ name }) => name.toLowerCase())).map((name) => `${fullName(repository)}: label ${name}`),
  ];
}

function doubleComments(issue: Issue): string[] {
  const { number, comments, pull } = issue;
  const firstLines = [...comments, ...(pull?.reviewComments ?? [])].filter(isOwn).map(({ body }) => body.split('\n', 1)[0] ?? '');
  return repeated(firstLines).map((line) => `#${number}: ${line}`);
}

/** The same again right after itself; what comes back after something else is news. */
function doubleRuns({ checkRuns }: Repository): string[] {
  const newest = new Map<string, string>();
  return checkRuns.flatMap(({ name, headSha, externalId }) => {
    const place = `${name} on ${headSha}`;
    const isDouble = newest.get(place) === externalId;
    newest.set(place, externalId);
    return isDouble ? [`${place}: ${externalId}`] : [];
  });
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
