/** How a document becomes a pull request. */
import type { World } from '../github/world.ts';

export interface Proposal {
  /** `owner/name`. */
  repo: string;
  by: string;
  branch: string;
  path: string;
  text: string;
  title: string;
  body: string;
  draft?: boolean;
}

/** Pushes a document to a branch, and opens a pull request for it; the number. */
export function propose(world: World, { repo, by, branch, path, text, title, body, draft = false }: Proposal): number {
  world.push({ repo, by, branch, files: { [path]: text }, message: title });
  return world.openPullRequest({ repo, by, head: branch, title, body, draft }).number;
}
