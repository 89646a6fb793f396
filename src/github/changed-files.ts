import type { GitHub, Repository } from './client.ts';
import { readTree, type GitFile } from './files.ts';

/** GitHub lists no more of a pull request's files, and no more of a comparison's. */
const pullRequestLimit = 3000;
const comparisonLimit = 300;

/** What tells at which commit GitHub listed a file. */
export interface ListedAt {
  status: string;
  /** Ends in `?ref=` and that commit. */
  contents_url?: string | undefined;
}

/** What GitHub's lists say of one file; the trees say no more than its path and its blob. */
export interface ChangedFile extends ListedAt {
  filename: string;
  sha: string | null;
  patch?: string | undefined;
  blob_url?: string | null | undefined;
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

export interface PullRequestFiles {
  /** Those that it adds, changes or renames, as they are at its head. */
  files: GitFile[];
  /** All, also those that it takes away. */
  paths: string[];
}

/** The files that a pull request changes. */
export async function filesOfPullRequest(github: GitHub, { owner, name, number, base, head }: PullRequestRef): Promise<PullRequestFiles> {
  const files = await github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo: name, pull_number: number, per_page: 100 });
  const isWhole = files.length < pullRequestLimit && areListedAt(head, files);
  const whole = isWhole ? files : await changesOfRange(github, { owner, name, base, head });
  return { files: present(whole), paths: whole.map(({ filename }) => filename) };
}

/**
 * Whether a pull request's files were listed at the commit that it was seen at. GitHub lists those of its newest
 * commit, and somebody may have pushed since. A removed file names no commit of the pull request, so that a list of
 * nothing else tells nothing.
 */
export function areListedAt(head: string, files: readonly ListedAt[]): boolean {
  const there = files.filter(({ status }) => status !== 'removed');
  return there.length > 0 && there.every(({ contents_url: url }) => url !== undefined && new URL(url).searchParams.get('ref') === head);
}

/** The files that are new or different at `head`, seen from where it left `base`. */
export async function filesOfRange(github: GitHub, range: Range): Promise<GitFile[]> {
  return present(await changesOfRange(github, range));
}

/** As `filesOfRange`, with those that are gone, and with all that GitHub says of each. */
export async function changesOfRange(github: GitHub, { owner, name, base, head }: Range): Promise<ChangedFile[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo: name,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const files = data.files ?? [];
  if (files.length < comparisonLimit) return files;
  return await differenceOfTrees(github, { owner, name, base: data.merge_base_commit.sha, head });
}

/** Where a list would be cut short, the two whole trees tell the same story to the end. */
async function differenceOfTrees(github: GitHub, { owner, name, base, head }: Range): Promise<ChangedFile[]> {
  const [before = [], after = []] = await Promise.all([base, head].map((commit) => readTree(github, { owner, name }, commit)));
  const [known, left] = [new Map(before.map(({ path, blob }) => [path, blob])), new Set(after.map(({ path }) => path))];
  const changed = after.filter(({ path, blob }) => known.get(path) !== blob);
  const gone = before.filter(({ path }) => !left.has(path));
  return [...changed.map(({ path, blob }) => ({ filename: path, status: 'changed', sha: blob })), ...gone.map(({ path }) => ({ filename: path, status: 'removed', sha: null }))];
}

function present(files: readonly ChangedFile[]): GitFile[] {
  return files.flatMap((file) => (file.sha !== null && isChangedAtHead(file) ? [{ path: file.filename, blob: file.sha }] : []));
}

/** Whether it is there at the head, and another there than at the base. */
export function isChangedAtHead({ status }: ListedAt): boolean {
  return status !== 'removed' && status !== 'unchanged';
}
