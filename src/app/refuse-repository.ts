import { listRepositories, refuseRepository, type RepositoryRow } from '../store/repositories.ts';
import type { Database } from '../store/tables.ts';
import type { PlaceKey, Refusal } from './open-place.ts';
import type { Log } from '../store/log.ts';

const reasons: Record<Refusal['reason'], string> = {
  missing: 'GitHub answered 404: it is gone, or not among those that the App is installed on',
  denied: 'GitHub answered 403: the installation lacks a permission, or is suspended',
  blocked: 'GitHub answered 451: access to it is blocked',
};

export interface LeaveParts {
  database: Database;
  log: Log;
  now: () => Date;
}

/** Leaves a repository alone that GitHub does not show: no sweep and no wake-up, until an event comes from it again. */
export async function leaveAlone({ installation, owner, repo }: PlaceKey, refusal: Refusal, parts: LeaveParts): Promise<void> {
  const reason = reasons[refusal.reason];
  parts.log.warn({ repository: `${owner}/${repo}`, reason }, message);
  const known = await listRepositories(parts.database, installation);
  const found = known.find((one) => isSame(one.owner, owner) && isSame(one.name, repo));
  if (found) await refuseRepository(parts.database, found.repositoryId, { reason, at: parts.now() });
}

/**
 * Leaves alone what the App was taken off, where no delivery told of it: a public repository is shown to it all the same.
 * `known` was read before GitHub was asked what there is, so that what came in between is not taken for gone.
 */
export async function leaveUninstalled(known: readonly RepositoryRow[], isInstalled: (row: RepositoryRow) => boolean, { database, log, now }: LeaveParts): Promise<void> {
  const gone = known.filter((row) => row.state === 'active' && !isInstalled(row));
  for (const { repositoryId, owner, name } of gone) {
    log.warn({ repository: `${owner}/${name}`, reason: uninstalled }, message);
    await refuseRepository(database, repositoryId, { reason: uninstalled, at: now() });
  }
}

const message = 'repository is left alone';
/** Why such a repository is left alone: it is over as soon as an installation lists it again. */
export const uninstalled = 'the App is not installed on it any more';

/** GitHub folds the case of names. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
