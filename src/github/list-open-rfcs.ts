import type { RfcFacts } from '../decision/snapshot.ts';
import type { GitHub, Repository } from './client.ts';

/** An open issue or pull request, as a list shows it: enough to see whether it is worth a look. */
export interface ListedRfc {
  number: number;
  kind: RfcFacts['kind'];
  updatedAt: string;
  labels: readonly string[];
}

/** All that is open in a repository, a hundred for one request, the last changed first. */
export async function listOpenRfcs(github: GitHub, { owner, name }: Repository): Promise<ListedRfc[]> {
  const listed = await github.paginate('GET /repos/{owner}/{repo}/issues', { owner, repo: name, state: 'open', sort: 'updated', per_page: 100 });
  const rfcs = listed.map(({ number, pull_request, updated_at, labels }): ListedRfc => ({
    number,
    kind: pull_request ? 'pull-request' : 'issue',
    updatedAt: updated_at,
    labels: labelNames(labels),
  }));
  // What changes while the pages are read can stand on two of them.
  return [...new Map(rfcs.map((rfc) => [rfc.number, rfc])).values()];
}

export interface RecentRfcs {
  label: string;
  since: Date;
  state: 'all' | 'closed';
}

/** The numbers of a hundred at most that carry a label and changed since a moment, the last changed first. */
export async function listRecentRfcs(github: GitHub, { owner, name }: Repository, { label, since, state }: RecentRfcs): Promise<number[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', { owner, repo: name, labels: label, state, since: since.toISOString(), sort: 'updated', per_page: 100 });
  return data.map(({ number }) => number);
}

/** GitHub gives a label as an object or, from old times, as its name. */
export function labelNames(labels: readonly (string | { name?: string | null | undefined })[]): string[] {
  return labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
}
