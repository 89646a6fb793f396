import { statusOf, presentToldCheckRun } from '../present/check.ts';
import type { Account, App } from '../state/accounts.ts';
import type { CheckAction, CheckAnnotation, CheckConclusion, CheckStatus } from '../state/check-fields.ts';
import type { CheckRun, CheckSuite, Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { suiteFor, tellOfSuite } from './check-suites.ts';
import { tell } from './tell.ts';

/** What a request says of a run; what it leaves out stays as it is. */
export interface CheckRunChange {
  name?: string;
  detailsUrl?: string;
  externalId?: string;
  status?: CheckStatus;
  conclusion?: CheckConclusion;
  startedAt?: string;
  completedAt?: string;
  title?: string;
  summary?: string;
  text?: string;
  /** Added to those that are there. */
  annotations?: readonly CheckAnnotation[];
  actions?: readonly CheckAction[];
}

/** Makes a run on a commit, in the suite of its App. */
export function createCheckRun(world: WorldState, repository: Repository, { app, headSha, by, change }: { app: App; headSha: string; by: Account; change: CheckRunChange }): CheckRun {
  const suite = suiteFor(world, repository, app, headSha);
  const run: CheckRun = {
    id: world.nextId(),
    repository,
    suite,
    name: '',
    headSha,
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
  repository.checkRuns.push(run);
  applyChange(world, run, change);
  tellOfRun(world, run, { action: 'created', by });
  if (run.status === 'completed') completed(world, run, by);
  return run;
}

export function updateCheckRun(world: WorldState, run: CheckRun, { by, change }: { by: Account; change: CheckRunChange }): void {
  const wasCompleted = run.status === 'completed';
  applyChange(world, run, change);
  if (run.status === 'completed' && !wasCompleted) completed(world, run, by);
}

function applyChange(world: WorldState, run: CheckRun, { annotations = [], conclusion, completedAt, ...fields }: CheckRunChange): void {
  Object.assign(run, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
  run.annotations.push(...annotations);
  run.suite.updatedAt = world.now();
  if (conclusion !== undefined) {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.completedAt = completedAt ?? world.now();
  } else if (run.status !== 'completed') {
    run.conclusion = null;
    run.completedAt = null;
  }
}

function completed(world: WorldState, run: CheckRun, by: Account): void {
  tellOfRun(world, run, { action: 'completed', by });
  if (statusOf(run.suite) === 'completed') tellOfSuite(world, run.suite, { action: 'completed', by });
}

/** Somebody presses a button of a run. GitHub offers it only to those who may write. */
export function clickButton(world: WorldState, run: CheckRun, { identifier, by }: { identifier: string; by: Account }): void {
  if (!world.may(by, run.repository, 'write')) throw new Error(`Unexpected click by ${by.login}, expected somebody who may write: GitHub shows no button to others`);
  if (!run.actions.some((action) => action.identifier === identifier)) throw new Error(`Unexpected button ${identifier}, expected one of: ${run.actions.map((action) => action.identifier).join(', ') || 'the run has none'}`);
  tellOfRun(world, run, { action: 'requested_action', by, details: { requested_action: { identifier } } });
}

export function rerequestCheckRun(world: WorldState, run: CheckRun, by: Account): void {
  tellOfRun(world, run, { action: 'rerequested', by });
}

export function rerequestCheckSuite(world: WorldState, suite: CheckSuite, by: Account): void {
  tellOfSuite(world, suite, { action: 'rerequested', by });
}

function tellOfRun(world: WorldState, run: CheckRun, { action, by, details = {} }: { action: string; by: Account; details?: object }): void {
  tell(world, run.repository, { name: 'check_run', by, details: { action, check_run: presentToldCheckRun(world, run), ...details } });
}
