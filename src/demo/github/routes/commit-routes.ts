import { presentCheckRun, presentCheckSuite } from '../present/check.ts';
import { presentCommit } from '../present/commit.ts';
import { presentChangedFile } from '../present/files.ts';
import { presentSimplePullRequest } from '../present/pull-request.ts';
import { apiUrl, pageUrl } from '../present/urls.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import { comparedFiles } from '../state/changed-files.ts';
import { type CheckRun, fullName, isPullRequest, type PullRequest, type Repository } from '../state/repository.ts';
import type { Commit } from '../state/git-objects.ts';
import { commitsBetween, commitsUpTo, mergeBase } from '../state/history.ts';
import { isSameName } from '../state/world-state.ts';
import { commitOf, findCommit, ok, onDemand, orNotFound, repositoryOf } from './asked.ts';

const contents = ['contents:read'];
const checks = ['checks:read'];

export const commitRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/commits', permissions: contents, handle: listCommits },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}', permissions: contents, handle: getCommit },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/check-runs', permissions: checks, handle: listCheckRuns },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/check-suites', permissions: checks, handle: listCheckSuites },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', permissions: ['pull_requests:read'], handle: listPulls },
  { method: 'GET', path: '/repos/{owner}/{repo}/compare/{basehead}', permissions: contents, handle: compare },
];

function listCommits(request: RouteRequest): RouteAnswer {
  const { world, query } = request;
  const repository = repositoryOf(request);
  const head = orNotFound(findCommit(request, repository, query.get('sha')));
  const path = query.get('path');
  const at = (sha: string): string | undefined => world.git.entryAt(world.git.commit(sha).tree, path ?? '')?.sha;
  const changesPath = ({ sha, parents }: Commit): boolean => {
    const here = at(sha);
    return parents.length === 0 ? here !== undefined : parents.every((parent) => at(parent) !== here);
  };
  const commits = commitsUpTo(world.git, head.sha).reverse();
  const chosen = path === null ? commits : commits.filter(changesPath);
  return ok(onDemand(chosen, (commit) => presentCommit(world, repository, commit)));
}

function getCommit(request: RouteRequest): RouteAnswer {
  const { world, params } = request;
  const repository = repositoryOf(request);
  const commit = commitOf(request, repository, params.ref ?? '');
  const [parent] = commit.parents;
  const files = parent === undefined ? [] : comparedFiles(world, parent, commit.sha);
  const additions = files.reduce((sum, { patch }) => sum + patch.additions, 0);
  const deletions = files.reduce((sum, { patch }) => sum + patch.deletions, 0);
  return ok({
    ...presentCommit(world, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.slice(0, comparisonLimit).map((file) => presentChangedFile(world, { repository, ref: commit.sha }, file)),
  });
}

function listCheckRuns(request: RouteRequest): RouteAnswer {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  const { sha } = commitOf(request, repository, params.ref ?? '');
  const runs = repository.checkRuns.filter((run) => run.headSha === sha);
  const chosen = (query.get('filter') === 'all' ? runs : latestOf(runs)).filter((run) => isWanted(run, query)).sort((a, b) => b.id - a.id);
  return { status: 200, body: { total_count: chosen.length, check_runs: onDemand(chosen, (run) => presentCheckRun(world, run)) }, pagedKey: 'check_runs' };
}

function isWanted(run: CheckRun, query: URLSearchParams): boolean {
  const wanted = { check_name: run.name, app_id: String(run.suite.app.id), status: run.status };
  return Object.entries(wanted).every(([field, value]) => (query.get(field) ?? value) === value);
}

/** Of runs with one name in one suite, the last that was made. */
export function latestOf(runs: readonly CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.suite.id} ${run.name}`, run])).values()];
}

function listCheckSuites(request: RouteRequest): RouteAnswer {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  const { sha } = commitOf(request, repository, params.ref ?? '');
  const suites = repository.suites.filter(({ headSha, app }) => headSha === sha && (query.get('app_id') ?? String(app.id)) === String(app.id));
  return { status: 200, body: { total_count: suites.length, check_suites: suites.map((suite) => presentCheckSuite(world, suite)) }, pagedKey: 'check_suites' };
}

/** The pull requests that bring a commit, also from a fork. */
function listPulls(request: RouteRequest): RouteAnswer {
  const { world, params } = request;
  const repository = repositoryOf(request);
  const { sha } = commitOf(request, repository, params.commit_sha ?? '');
  const brings = ({ pull }: PullRequest): boolean => pull.head.sha === sha || commitsBetween(world.git, pull.base.sha, pull.head.sha).some((commit) => commit.sha === sha);
  const pulls = [...repository.issues.values()].filter((issue): issue is PullRequest => issue !== null && isPullRequest(issue) && brings(issue));
  return ok(onDemand(pulls, (pull) => presentSimplePullRequest(world, pull)));
}

/** GitHub shows no more files of a comparison, however many there are. */
const comparisonLimit = 300;

function compare(request: RouteRequest): RouteAnswer {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  const [base, head] = (params.basehead ?? '').split('...').map((end) => endOf(request, repository, end));
  const [from, to] = [orNotFound(base), orNotFound(head)];
  const shared = orNotFound(mergeBase(world.git, from.sha, to.sha) ?? undefined);
  const [ahead, behind] = [commitsBetween(world.git, from.sha, to.sha), commitsBetween(world.git, to.sha, from.sha)];
  const files = comparedFiles(world, shared, to.sha).slice(0, comparisonLimit);
  const body = {
    ...presentComparisonUrls(request, repository, { base: from, head: to }),
    base_commit: presentCommit(world, repository, from),
    merge_base_commit: presentCommit(world, repository, world.git.commit(shared)),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: onDemand(ahead, (commit) => presentCommit(world, repository, commit)),
    // Files come with the first page alone.
    files: (query.get('page') ?? '1') === '1' ? onDemand(files, (file) => presentChangedFile(world, { repository, ref: to.sha }, file)) : [],
  };
  return { status: 200, body, pagedKey: 'commits' };
}

/** `branch`, a commit, or `carol:branch` in somebody's fork. */
function endOf(request: RouteRequest, repository: Repository, end: string): Commit | undefined {
  const [, login, ref = end] = /^([^:]+):(.+)$/.exec(end) ?? [];
  const home = login === undefined ? repository : request.world.repositories.find((each) => isSameName(each.owner.login, login) && (each === repository || each.parent === repository));
  return home && findCommit(request, home, ref);
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function presentComparisonUrls({ world, params }: RouteRequest, repository: Repository, { base, head }: { base: Commit; head: Commit }): Record<string, string> {
  const html = `${pageUrl(world, repository)}/compare`;
  const range = params.basehead ?? '';
  const name = fullName(repository).replace('/', ':');
  return {
    url: `${apiUrl(world, repository)}/compare/${range}`,
    html_url: `${html}/${range}`,
    permalink_url: `${html}/${name}:${base.sha.slice(0, 7)}...${name}:${head.sha.slice(0, 7)}`,
    diff_url: `${html}/${range}.diff`,
    patch_url: `${html}/${range}.patch`,
  };
}
