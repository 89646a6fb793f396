/**
 * Sweeps: what no delivery told of is found by comparing GitHub's list with the index. They look at nothing
 * themselves; they put into the queue what has to be looked at.
 */
import { statusMarker } from '../decision/markers.ts';
import type { GitHub } from '../github/client.ts';
import { listInstallations, listRepositories as listInstallationRepositories, type Installation } from '../github/list-installations.ts';
import { listOwnComments } from '../github/list-comments.ts';
import { listOpenRfcs, type ListedRfc } from '../github/list-open-rfcs.ts';
import { readMergeGroups } from '../github/merge-groups.ts';
import { hasOpenReview } from '../store/principle-reviews.ts';
import { listRepository, type SeenRfc } from '../store/rfc-index.ts';
import { listRepositories, markSwept, readRepository } from '../store/repositories.ts';
import type { Database } from '../store/tables.ts';
import type { LookKey } from './look-key.ts';
import { mayBeRfc } from './may-be-rfc.ts';
import type { Place, PlaceKey } from './open-place.ts';
import type { AddLooks, QueuedLook } from './ports.ts';
import { leaveUninstalled, uninstalled, type LeaveParts } from './refuse-repository.ts';
import { queuedLook } from './webhooks.ts';

type RepositoryKey = Extract<LookKey, { kind: 'repository' }>;
type InstallationKey = Extract<LookKey, { kind: 'installation' }>;

/** As time: people's own acts go first. */
const priority = 1;

export interface InstallationsSweep extends LeaveParts {
  /** As the App itself. */
  github: GitHub;
}

/** The installations that there are to sweep. Their repositories are left alone where an installation is gone. */
export async function listSwept({ github, ...parts }: InstallationsSweep): Promise<Installation[]> {
  const known = await listRepositories(parts.database);
  const listed = await listInstallations(github);
  const ids = new Set(listed.map(({ id }) => id));
  await leaveUninstalled(known, ({ installation }) => ids.has(installation), parts);
  return listed.filter(({ isSuspended }) => !isSuspended);
}

export interface InstallationSweep extends LeaveParts {
  /** As that installation. */
  github: GitHub;
  addLooks: AddLooks;
}

/** Every repository of an installation, each as a sweep of its own; those that GitHub refused only where that may be over. */
export async function sweepInstallation({ installation, withRefused }: InstallationKey, { github, addLooks, ...parts }: InstallationSweep): Promise<void> {
  const known = await listRepositories(parts.database, installation);
  const listed = await listInstallationRepositories(github);
  const ids = new Set(listed.map(({ id }) => id));
  await leaveUninstalled(known, ({ repositoryId }) => ids.has(repositoryId), parts);
  const refused = new Set(known.filter(({ state, reason }) => state === 'refused' && reason !== uninstalled && !withRefused).map(({ repositoryId }) => repositoryId));
  const wanted = listed.filter(({ id, isArchived }) => !isArchived && !refused.has(id));
  await addLooks(wanted.map(({ owner, name }) => queuedLook({ kind: 'repository', installation, owner, repo: name })));
}

/** One list for each hundred that are open, and nothing for what did not change. */
export async function sweepRepository({ installation }: RepositoryKey, place: Place, { database, addLooks, hasChat }: Pick<InstallationSweep, 'database' | 'addLooks'> & { hasChat: boolean }): Promise<void> {
  const { github, repository, rules, now } = place;
  const listed = await listOpenRfcs(github, repository);
  const seen = await listRepository(database, repository.id);
  const numbers = numbersToLookAt(listed, seen, { label: rules.config.label, isConfigured: rules.inForce.isConfigured, hash: rules.hash });
  const isFirst = ((await readRepository(database, repository.id))?.lastSweptAt ?? null) === null;
  const over = isFirst ? await numbersOver(place, new Set([...listed.map(({ number }) => number), ...seen.keys()])) : [];
  const address = { installation, owner: repository.owner, repo: repository.name };
  const groups = rules.inForce.isConfigured ? await readMergeGroups(github, repository) : [];
  await addLooks([
    ...groups.map(({ sha }) => queuedLook({ kind: 'merge-group', ...address, sha })),
    ...[...numbers, ...over].map((number) => ({ ...queuedLook({ kind: 'rfc', ...address, number }), priority })),
    ...((await hasStewardship(place, { database, hasChat })) ? [stewardsLook(address)] : []),
  ]);
  await markSwept(database, repository.id, now());
}

/** Of a repository's comments, so many hundreds at most: what is older than these, `unpause log` reads from GitHub. */
const mostPages = 100;

/** RFCs that are over and have a status comment: an empty database has their decisions from them alone. */
async function numbersOver({ github, repository, app }: Place, known: ReadonlySet<number>): Promise<number[]> {
  const found = new Set<number>();
  for await (const { number, body } of listOwnComments(github, { ...repository, mostPages }, app)) {
    if (body.startsWith(statusMarker) && !known.has(number)) found.add(number);
  }
  return [...found];
}

/** A look at how a repository decides. */
export function stewardsLook({ installation, owner, repo }: PlaceKey): QueuedLook {
  return queuedLook({ kind: 'stewards', installation, owner, repo });
}

/** Whether there is anything for the stewards; also where their last principle is gone, and a question about it is open. */
async function hasStewardship({ repository, rules }: Place, { database, hasChat }: { database: Database; hasChat: boolean }): Promise<boolean> {
  const { principles, retrospective, digest } = rules.config;
  if (!rules.inForce.isConfigured) return false;
  return principles.length > 0 || retrospective.every !== 'never' || digest.issue !== null || hasChat || (await hasOpenReview(database, repository.id));
}

/** The rules of today, as far as they say what is worth a look. */
export interface SweepRules {
  label: string;
  isConfigured: boolean;
  hash: string;
}

/** What changed, or whose rules changed, since it was seen, was never seen, or is open no longer, in this order. */
export function numbersToLookAt(listed: readonly ListedRfc[], seen: ReadonlyMap<number, SeenRfc>, rules: SweepRules): number[] {
  const changed = listed.filter((rfc) => {
    const before = seen.get(rfc.number);
    return before === undefined ? mayBeRfc(rfc, rules) : before.updatedAt !== rfc.updatedAt || before.rules !== rules.hash || !before.isOpen;
  });
  const open = new Set(listed.map(({ number }) => number));
  const gone = [...seen.values()].filter(({ number, isOpen }) => isOpen && !open.has(number));
  return [...changed, ...gone].map(({ number }) => number);
}
