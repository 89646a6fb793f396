import type { OwnCheckRun } from '../decision/snapshot.ts';
import type { AppIdentity } from './app-identity.ts';
import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

export interface CommitAddress extends Repository {
  sha: string;
}

/** Unpause's own check runs on a commit, also those that a later one of the same name covers up. */
export async function readOwnCheckRuns(github: GitHub, { owner, name, sha }: CommitAddress, app: AppIdentity): Promise<OwnCheckRun[]> {
  const runs = await github.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner,
    repo: name,
    ref: sha,
    ...(app.id !== null && { app_id: app.id }),
    filter: 'all',
    per_page: 100,
  });
  return runs
    .filter((run) => (app.id === null ? run.app?.slug === app.slug : run.app?.id === app.id))
    .map((run) => ({
      id: readId(run.id),
      name: run.name,
      externalId: run.external_id ?? '',
      isCompleted: run.status === 'completed',
      annotations: run.output.annotations_count,
    }));
}
