import { emailOf, type Commit } from '../state/git-objects.ts';
import type { Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentAccount } from './accounts.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, pageUrl } from './urls.ts';

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** GitHub's `commit`. */
export function presentCommit(world: WorldState, repository: Repository, commit: Commit): Record<string, unknown> {
  const { sha, author, message } = commit;
  const api = apiUrl(world, repository);
  const url = `${api}/commits/${sha}`;
  const account = presentAccount(world, author);
  return {
    url,
    sha,
    node_id: nodeId('Commit', `${repository.id}:${sha}`),
    html_url: `${pageUrl(world, repository)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: presentSignature(commit),
      committer: presentSignature(commit),
      message,
      comment_count: 0,
      tree: presentTreeOf(world, repository, commit),
      verification: unsigned,
    },
    author: account,
    committer: account,
    parents: presentParents(world, repository, commit),
  };
}

/** GitHub's `timeline-committed-event`. */
export function presentCommittedEvent(world: WorldState, repository: Repository, commit: Commit): Record<string, unknown> {
  const { sha, message } = commit;
  return {
    event: 'committed',
    sha,
    node_id: nodeId('Commit', `${repository.id}:${sha}`),
    url: `${apiUrl(world, repository)}/git/commits/${sha}`,
    html_url: `${pageUrl(world, repository)}/commit/${sha}`,
    author: presentSignature(commit),
    committer: presentSignature(commit),
    tree: presentTreeOf(world, repository, commit),
    message,
    parents: presentParents(world, repository, commit),
    verification: unsigned,
  };
}

/** GitHub's `simple-commit`, as check suites and merge groups hold it. */
export function presentSimpleCommit({ sha, tree, message, at, author }: Commit): Record<string, unknown> {
  const who = { name: author.login, email: emailOf(author) };
  return { id: sha, tree_id: tree, message, timestamp: at, author: who, committer: who };
}

function presentSignature({ author, at }: Commit): Record<string, string> {
  return { name: author.login, email: emailOf(author), date: at };
}

function presentTreeOf(world: WorldState, repository: Repository, { tree }: Commit): Record<string, string> {
  return { sha: tree, url: `${apiUrl(world, repository)}/git/trees/${tree}` };
}

function presentParents(world: WorldState, repository: Repository, { parents }: Commit): Record<string, string>[] {
  return parents.map((sha) => ({
    sha,
    url: `${apiUrl(world, repository)}/commits/${sha}`,
    html_url: `${pageUrl(world, repository)}/commit/${sha}`,
  }));
}
