import { Refusal } from '../edge/refusal.ts';
import { presentBase64, presentContentEntry, presentContentFile } from '../present/files.ts';
import { nodeId } from '../present/node-id.ts';
import { apiUrl } from '../present/urls.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Repository } from '../state/repository.ts';
import type { TreeEntry } from '../state/git-objects.ts';
import { findCommit, ok, orNotFound, repositoryOf, wholeList } from './asked.ts';

const permissions = ['contents:read'];

export const contentRoutes: readonly Route[] = [
  { ...wholeList, method: 'GET', path: '/repos/{owner}/{repo}/contents/{path}', permissions, handle: contents },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/blobs/{file_sha}', permissions, handle: blob },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/trees/{tree_sha}', permissions, handle: tree },
  { ...wholeList, method: 'GET', path: '/repos/{owner}/{repo}/git/matching-refs/{ref}', permissions, handle: matchingRefs },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    permissions,
    handle(request) {
      const repository = repositoryOf(request);
      const branch = (request.params.ref ?? '').replace(/^heads\//, '');
      const sha = request.params.ref === branch ? undefined : repository.branches.get(branch);
      return ok(presentRef(request, repository, [branch, orNotFound(sha)]));
    },
  },
];

function contents(request: RouteRequest): RouteAnswer {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  const ref = query.get('ref') ?? repository.defaultBranch;
  const commit = findCommit(request, repository, ref);
  if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const path = (params.path ?? '').replace(/^\/+|\/+$/g, '');
  const entry = orNotFound(world.git.entryAt(commit.tree, path));
  const place = { repository, path, ref };
  if (entry.type === 'blob') return ok(presentContentFile(world, place, { sha: entry.sha, bytes: orNotFound(world.git.blob(entry.sha)) }));
  const within = world.git.folder(entry.sha) ?? [];
  return ok(within.map((each) => presentContentEntry(world, { ...place, path: path === '' ? each.path : `${path}/${each.path}` }, each)));
}

function blob(request: RouteRequest): RouteAnswer {
  const sha = request.params.file_sha ?? '';
  const repository = repositoryOf(request);
  const bytes = orNotFound(request.world.git.blob(sha));
  const url = `${apiUrl(request.world, repository)}/git/blobs/${sha}`;
  return ok({ sha, node_id: nodeId('Blob', `${repository.id}:${sha}`), size: bytes.length, url, content: presentBase64(bytes), encoding: 'base64' });
}

function tree(request: RouteRequest): RouteAnswer {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  const named = params.tree_sha ?? '';
  const sha = findCommit(request, repository, named)?.tree ?? named;
  const api = `${apiUrl(world, repository)}/git`;
  // Any value of `recursive` asks for it, `false` too.
  const entries = [...entriesOf(request, orNotFound(world.git.folder(sha)), { isRecursive: query.has('recursive'), above: '' })];
  const list = entries.map((entry) => {
    const size = world.git.blob(entry.sha)?.length;
    return { ...entry, ...(size === undefined ? {} : { size }), url: `${api}/${entry.type}s/${entry.sha}` };
  });
  return ok({ sha, url: `${api}/trees/${sha}`, tree: list, truncated: false });
}

function* entriesOf(request: RouteRequest, folder: readonly TreeEntry[], { isRecursive, above }: { isRecursive: boolean; above: string }): Generator<TreeEntry> {
  for (const entry of folder) {
    const path = `${above}${entry.path}`;
    yield { ...entry, path };
    const within = isRecursive && entry.type === 'tree' ? request.world.git.folder(entry.sha) : undefined;
    if (within !== undefined) yield* entriesOf(request, within, { isRecursive, above: `${path}/` });
  }
}

/** Every branch whose name begins so. */
function matchingRefs(request: RouteRequest): RouteAnswer {
  const repository = repositoryOf(request);
  const wanted = request.params.ref ?? '';
  const found = [...repository.branches].filter(([branch]) => `heads/${branch}`.startsWith(wanted));
  return ok(found.sort(([a], [b]) => (a < b ? -1 : 1)).map((branch) => presentRef(request, repository, branch)));
}

function presentRef({ world }: RouteRequest, repository: Repository, [branch, sha]: readonly [string, string]): Record<string, unknown> {
  const ref = `refs/heads/${branch}`;
  const api = `${apiUrl(world, repository)}/git`;
  return { ref, node_id: nodeId('Ref', `${repository.id}:${ref}`), url: `${api}/${ref}`, object: { sha, type: 'commit', url: `${api}/commits/${sha}` } };
}
