import type { CheckAnnotation } from '../state/check-fields.ts';
import { type CheckRun, type CheckSuite, isPullRequest, type PullRequest } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentApp } from './accounts.ts';
import { presentSimpleCommit } from './commit.ts';
import { nodeId } from './node-id.ts';
import { presentMinimalPullRequest } from './pull-request.ts';
import { presentRepository } from './repository.ts';
import { apiUrl, escapePath, pageUrl } from './urls.ts';

/** GitHub's `check-run`. */
export function presentCheckRun(world: WorldState, run: CheckRun): Record<string, unknown> {
  const { id, repository, suite } = run;
  const url = `${apiUrl(world, repository)}/check-runs/${id}`;
  const html = `${pageUrl(world, repository)}/runs/${id}`;
  return {
    id,
    name: run.name,
    node_id: nodeId('CheckRun', id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suite.id },
    app: presentApp(world, suite.app),
    pull_requests: pullsOf(suite).map((pull) => presentMinimalPullRequest(world, pull)),
  };
}

/** As `check_run` webhooks hold it: with a part of its suite. */
export function presentToldCheckRun(world: WorldState, run: CheckRun): Record<string, unknown> {
  return { ...presentCheckRun(world, run), check_suite: presentSuiteCore(world, run.suite) };
}

/** GitHub's `check-suite`. */
export function presentCheckSuite(world: WorldState, suite: CheckSuite): Record<string, unknown> {
  const url = `${apiUrl(world, suite.repository)}/check-suites/${suite.id}`;
  return {
    ...presentSuiteCore(world, suite),
    head_commit: presentSimpleCommit(world.git.commit(suite.headSha)),
    latest_check_runs_count: runsOf(suite).length,
    check_runs_url: `${url}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}

function presentSuiteCore(world: WorldState, suite: CheckSuite): Record<string, unknown> {
  const { id, repository, headSha } = suite;
  return {
    id,
    node_id: nodeId('CheckSuite', id),
    head_branch: suite.headBranch,
    head_sha: headSha,
    status: statusOf(suite),
    conclusion: conclusionOf(suite),
    url: `${apiUrl(world, repository)}/check-suites/${id}`,
    before: suite.before,
    after: headSha,
    pull_requests: pullsOf(suite).map((pull) => presentMinimalPullRequest(world, pull)),
    app: presentApp(world, suite.app),
    repository: presentRepository(world, repository),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
  };
}

export function presentAnnotation(world: WorldState, { repository, headSha }: CheckRun, annotation: CheckAnnotation): Record<string, unknown> {
  return { ...annotation, blob_href: `${pageUrl(world, repository)}/blob/${headSha}/${escapePath(annotation.path)}` };
}

function runsOf({ repository, id }: CheckSuite): CheckRun[] {
  return repository.checkRuns.filter(({ suite }) => suite.id === id);
}

/** `queued` until the first run starts, `completed` when the last one is. */
export function statusOf(suite: CheckSuite): string {
  const runs = runsOf(suite);
  if (runs.length === 0) return 'queued';
  return runs.every(({ status }) => status === 'completed') ? 'completed' : 'in_progress';
}

/** The gravest conclusion among the latest runs of each name; null while one is under way. */
export function conclusionOf(suite: CheckSuite): string | null {
  if (statusOf(suite) !== 'completed') return null;
  const latest = new Map(runsOf(suite).map(({ name, conclusion }) => [name, conclusion]));
  const gravest = ['failure', 'action_required', 'timed_out', 'cancelled', 'success', 'neutral', 'skipped'];
  return gravest.find((each) => [...latest.values()].some((conclusion) => conclusion === each)) ?? null;
}

/** The open pull requests of the repository's own branches at this commit; GitHub names none that come from a fork. */
export function pullsOf({ repository, headSha }: CheckSuite): PullRequest[] {
  return [...repository.issues.values()].filter(
    (issue): issue is PullRequest =>
      issue !== null && isPullRequest(issue) && issue.state === 'open' && issue.pull.head.repository === repository && issue.pull.head.sha === headSha,
  );
}
