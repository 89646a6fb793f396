import { GitHubError } from './github-error.ts';

/** Ids are numbers here. Octokit gives those that no number can hold as a bigint: rounded, it would be somebody else's. */
export function readId(id: number | bigint): number {
  if (typeof id === 'number') return id;
  throw new GitHubError('unexpected', `GitHub uses the id ${id.toString()}, which is larger than this version of Unpause can hold`);
}
