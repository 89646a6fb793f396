import { presentCheckSuite } from '../present/check.ts';
import type { Account, App } from '../state/accounts.ts';
import type { CheckSuite, Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { tell } from './tell.ts';

interface PushedCommit {
  branch: string | null;
  sha: string;
  before: string;
  by: Account;
}

/** What a push brings: a suite for every installed App that may write checks, and a word to it. */
export function requestSuites(world: WorldState, repository: Repository, pushed: PushedCommit): void {
  for (const app of world.apps.filter(({ permissions }) => permissions.checks === 'write')) {
    if (!world.isInstalled(app, repository)) continue;
    if (findSuite(repository, app, pushed.sha) !== undefined) continue;
    tellOfSuite(world, addSuite(world, repository, app, pushed), { action: 'requested', by: pushed.by });
  }
}

/** The suite of an App on a commit, made where there is none. */
export function suiteFor(world: WorldState, repository: Repository, app: App, sha: string): CheckSuite {
  const branch = [...repository.branches].find(([, tip]) => tip === sha)?.[0] ?? null;
  const before = world.git.commit(sha).parents[0] ?? sha;
  return findSuite(repository, app, sha) ?? addSuite(world, repository, app, { branch, sha, before });
}

export function tellOfSuite(world: WorldState, suite: CheckSuite, { action, by }: { action: string; by: Account }): void {
  tell(world, suite.repository, { name: 'check_suite', by, details: { action, check_suite: presentCheckSuite(world, suite) } });
}

function findSuite({ suites }: Repository, app: App, sha: string): CheckSuite | undefined {
  return suites.find((suite) => suite.app.id === app.id && suite.headSha === sha);
}

function addSuite(world: WorldState, repository: Repository, app: App, { branch, sha, before }: Omit<PushedCommit, 'by'>): CheckSuite {
  const now = world.now();
  const suite: CheckSuite = { id: world.nextId(), repository, app, headSha: sha, headBranch: branch, before, createdAt: now, updatedAt: now };
  repository.suites.push(suite);
  return suite;
}
