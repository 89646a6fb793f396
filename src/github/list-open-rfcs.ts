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
  const rfcs = listed.map(readListed);
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

/** All that carry a label and changed since a moment, open or closed, the last changed first. */
export async function listLabelledSince(github: GitHub, { owner, name }: Repository, { label, since }: Pick<RecentRfcs, 'label' | 'since'>): Promise<ListedRfc[]> {
  const listed = await github.paginate('GET /repos/{owner}/{repo}/issues', { owner, repo: name, labels: label, state: 'all', since: since.toISOString(), sort: 'updated', per_page: 100 });
  return [...new Map(listed.map((issue) => [issue.number, readListed(issue)])).values()];
}

interface ListAnswer {
  number: number;
  /** On pull requests alone. */
  pull_request?: unknown;
  updated_at: string;
  labels: Parameters<typeof labelNames>[0];
}

function readListed({ number, pull_request: pull, updated_at: updatedAt, labels }: ListAnswer): ListedRfc {
  return { number, kind: pull ? 'pull-request' : 'issue', updatedAt, labels: labelNames(labels) };
}

/** GitHub gives a label as an object or, from old times, as its name. */
export function labelNames(labels: readonly (string | { name?: string | null | undefined })[]): string[] {
  return labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
}
