/** A look at a merge queue's group: its checks are those of its pull requests, on a commit of the queue's own. */
import { groupReports, type GroupSnapshot } from '../decision/merge-group.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { applyWrite } from '../github/apply.ts';
import { inParallel } from '../github/in-parallel.ts';
import { readMergeGroups, membersOf } from '../github/merge-groups.ts';
import { readOwnCheckRuns } from '../github/own-check-runs.ts';
import { wordGroup } from '../render/word-plan.ts';
import { markClicksDone, pendingClicks } from '../store/clicks.ts';
import { readRfc } from '../store/rfc-index.ts';
import type { LookKey } from './look-key.ts';
import type { Place } from './open-place.ts';
import type { Database } from '../store/tables.ts';
import { onCommit } from './ports.ts';
import { takeSnapshot } from './take-snapshot.ts';

export type GroupKey = Extract<LookKey, { kind: 'merge-group' }>;

/** Requests at once. */
const atOnce = 4;

/** A group that is merged or dismissed by now needs nothing more. */
export async function lookAtGroup({ owner, repo, sha }: GroupKey, place: Place, { database, signal }: { database: Database; signal: AbortSignal }): Promise<void> {
  const { github, app, repository, now } = place;
  const clicks = (await pendingClicks(database, { owner, repo, number: onCommit })).filter((click) => click.sha === sha);
  const numbers = membersOf(await readMergeGroups(github, repository), sha);
  const [head] = numbers;
  if (head !== undefined) {
    const checkRuns = await readOwnCheckRuns(github, { ...repository, sha }, app);
    const group: GroupSnapshot = { sha, members: await observeMembers(numbers, place, database), checkRuns, rerun: clicks.at(-1)?.id ?? null };
    for (const write of wordGroup(groupReports(group, place.rules.config, place.now()), group)) {
      signal.throwIfAborted();
      await applyWrite(github, { owner: repository.owner, name: repository.name, number: head }, write);
    }
  }
  await markClicksDone(database, clicks.map(({ id }) => id), now());
}

async function observeMembers(numbers: readonly number[], place: Place, database: Database): Promise<Snapshot[]> {
  const taken = await inParallel(numbers, atOnce, async (number) => {
    const seen = await readRfc(database, { repositoryId: place.repository.id, number });
    return await takeSnapshot(place, number, { copy: seen?.record ?? null, clicks: [] });
  });
  return taken.flatMap((one) => (one.ok ? [one.snapshot] : []));
}
