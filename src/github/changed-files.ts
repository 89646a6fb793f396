import type { GitHub, Repository } from './client.ts';
import { readTree, type GitFile } from './files.ts';

/** GitHub lists no more of a pull request's files, and no more of a comparison's. */
const pullRequestLimit = 3000;
const comparisonLimit = 300;

export interface ChangedFile {
  filename: string;
  status: string;
  sha: string | null;
}

export interface PullRequestRef extends Repository {
  number: number;
  base: string;
  head: string;
}

export interface Range extends Repository {
  /** A commit or a branch. */
  base: string;
  head: string;
}

/** The files that a pull request adds, changes or renames, as they are at its head. */
export async function filesOfPullRequest(github: GitHub, { owner, name, number, base, head }: PullRequestRef): Promise<GitFile[]> {
  const files = await github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo: name, pull_number: number, per_page: 100 });
  return files.length < pullRequestLimit ? present(files) : await filesOfRange(github, { owner, name, base, head });
}

/** The files that are new or different at `head`, seen from where it left `base`. */
export async function filesOfRange(github: GitHub, { owner, name, base, head }: Range): Promise<GitFile[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo: name,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const files = data.files ?? [];
  if (files.length < comparisonLimit) return present(files);
  return await differenceOfTrees(github, { owner, name, base: data.merge_base_commit.sha, head });
}

/** Where a list would be cut short, the two whole trees tell the same story to the end. */
async function differenceOfTrees(github: GitHub, { owner, name, base, head }: Range): Promise<GitFile[]> {
  const [before, after] = await Promise.all([base, head].map((commit) => readTree(github, { owner, name }, commit)));
  const known = new Map(before?.map(({ path, blob }) => [path, blob]));
  return after?.filter(({ path, blob }) => known.get(path) !== blob) ?? [];
}

function present(files: readonly ChangedFile[]): GitFile[] {
  return files.flatMap(({ filename, status, sha }) =>
    sha === null || status === 'removed' || status === 'unchanged' ? [] : [{ path: filename, blob: sha }],
  );
}
