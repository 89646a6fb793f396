import { rerequestCheckSuite } from '../acts/check-runs.ts';
import { presentCheckRun, presentCheckSuite } from '../present/check.ts';
import type { Route, RouteRequest } from '../route.ts';
import type { CheckSuite } from '../state/repository.ts';
import { actorWith, created, numberParam, ok, onDemand, orNotFound, repositoryOf } from './asked.ts';
import { latestOf } from './commit-routes.ts';

const read = ['checks:read'];
const suite = '/repos/{owner}/{repo}/check-suites/{check_suite_id}';

export const checkSuiteRoutes: readonly Route[] = [
  { method: 'GET', path: suite, permissions: read, handle: (request) => ok(presentCheckSuite(request.world, suiteOf(request))) },
  {
    method: 'GET',
    path: `${suite}/check-runs`,
    permissions: read,
    handle(request) {
      const { id, repository } = suiteOf(request);
      const runs = repository.checkRuns.filter((run) => run.suite.id === id);
      const chosen = request.query.get('filter') === 'all' ? runs : latestOf(runs);
      return { status: 200, body: { total_count: chosen.length, check_runs: onDemand(chosen, (run) => presentCheckRun(request.world, run)) }, pagedKey: 'check_runs' };
    },
  },
  {
    method: 'POST',
    path: `${suite}/rerequest`,
    permissions: ['checks:write'],
    handle(request) {
      rerequestCheckSuite(request.world, suiteOf(request), actorWith('write', request));
      return created({});
    },
  },
];

function suiteOf(request: RouteRequest): CheckSuite {
  return orNotFound(repositoryOf(request).suites.find(({ id }) => id === numberParam(request, 'check_suite_id')));
}
