import { listRepositories, refuseRepository } from '../store/repositories.ts';
import type { Database } from '../store/tables.ts';
import type { PlaceKey, Refusal } from './open-place.ts';
import type { Log } from '../store/log.ts';

const reasons: Record<Refusal['reason'], string> = {
  missing: 'GitHub answered 404: it is gone, or not among those that the App is installed on',
  denied: 'GitHub answered 403: the installation lacks a permission, or is suspended',
  blocked: 'GitHub answered 451: access to it is blocked',
};

/** Leaves a repository alone that GitHub does not show: no sweep and no wake-up, until an event comes from it again. */
export async function leaveAlone({ installation, owner, repo }: PlaceKey, refusal: Refusal, { database, log }: { database: Database; log: Log }): Promise<void> {
  const reason = reasons[refusal.reason];
  log.warn({ repository: `${owner}/${repo}`, reason }, 'repository is left alone');
  const known = await listRepositories(database, installation);
  const found = known.find((one) => isSame(one.owner, owner) && isSame(one.name, repo));
  if (found) await refuseRepository(database, found.repositoryId, reason);
}

/** GitHub folds the case of names. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
