import type { GitHub, Repository } from './client.ts';

/** One entry of a merge queue, on a commit that the queue made for it. */
export interface MergeGroup {
  sha: string;
  /** The branch that it is to be merged into. */
  base: string;
  /** The pull request that the entry adds. */
  number: number;
  /** What it was built on: the commit of the entry ahead, or of the branch itself. */
  baseSha: string;
}

const folder = 'heads/gh-readonly-queue/';
/** For example `refs/heads/gh-readonly-queue/main/pr-104-9d2f…`; the branch's own name may hold slashes. */
const queueRef = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-([0-9a-f]{40,64})$/;

/** The groups that wait in a repository's merge queues. */
export async function readMergeGroups(github: GitHub, { owner, name }: Repository): Promise<MergeGroup[]> {
  // GitHub gives all of them in one answer.
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { owner, repo: name, ref: folder });
  return data.flatMap(({ ref, object }) => parseQueueRef(ref, object.sha) ?? []);
}

/** What a ref of the queue says; null for any other. */
export function parseQueueRef(ref: string, sha: string): MergeGroup | null {
  const [, base, number, baseSha] = queueRef.exec(ref) ?? [];
  return base === undefined || baseSha === undefined ? null : { sha, base, number: Number(number), baseSha };
}

/**
 * The pull requests whose changes are in a group: its own first, then those of the entries ahead that it is built on.
 * Empty where the group is gone.
 */
export function membersOf(groups: readonly MergeGroup[], sha: string): number[] {
  const members: number[] = [];
  const seen = new Set<string>();
  let group = groups.find((one) => one.sha === sha);
  while (group && !seen.has(group.sha)) {
    const { base, baseSha } = group;
    seen.add(group.sha);
    members.push(group.number);
    group = groups.find((one) => one.sha === baseSha && one.base === base);
  }
  return members;
}
