import type { GitHub } from './client.ts';
import type { FileAddress } from './files.ts';

/** When a file was first committed to the default branch, ISO 8601 in UTC; null where it never was. */
export async function firstCommittedAt(github: GitHub, { owner, name, path }: FileAddress): Promise<string | null> {
  const list = { owner, repo: name, path, per_page: 100 };
  const newest = await github.request('GET /repos/{owner}/{repo}/commits', list);
  const last = lastPage(newest.headers.link);
  const oldest = last === null ? newest : await github.request('GET /repos/{owner}/{repo}/commits', { ...list, page: last });
  return oldest.data.at(-1)?.commit.committer?.date ?? null;
}

function lastPage(link: string | undefined): number | null {
  const url = /<([^<>]+)>;\s*rel="last"/.exec(link ?? '')?.[1];
  return url === undefined ? null : Number(new URL(url).searchParams.get('page'));
}
