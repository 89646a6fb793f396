import { fullName, type Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { presentAccount } from './accounts.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, pageUrl, repositoryUrls } from './urls.ts';

/** GitHub's repository, as other objects and webhooks hold it. */
export function presentRepository(world: WorldState, repository: Repository): Record<string, unknown> {
  const { id, owner, name, isPrivate, parent } = repository;
  const html = pageUrl(world, repository);
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName(repository),
    private: isPrivate,
    owner: presentAccount(world, owner),
    html_url: html,
    description: null,
    fork: parent !== null,
    url: apiUrl(world, repository),
    ...repositoryUrls(world, repository),
    git_url: html.replace(/^https?/, 'git') + '.git',
    ssh_url: `git@example.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    visibility: isPrivate ? 'private' : 'public',
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    topics: [],
    size: 1,
    ...switches,
    ...counts(world, repository),
  };
}

/** GitHub's `full-repository`: what its own route answers. */
export function presentFullRepository(world: WorldState, repository: Repository): Record<string, unknown> {
  const { owner, parent } = repository;
  return {
    ...presentRepository(world, repository),
    subscribers_count: 0,
    network_count: 0,
    temp_clone_token: null,
    ...(owner.type === 'Organization' ? { organization: presentAccount(world, owner) } : {}),
    ...(parent === null ? {} : { parent: presentRepository(world, parent), source: presentRepository(world, parent) }),
  };
}

const switches = {
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  archived: false,
  disabled: false,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
};

function counts(world: WorldState, repository: Repository): Record<string, number> {
  const forks = world.repositories.filter(({ parent }) => parent === repository).length;
  const open = [...repository.issues.values()].filter((issue) => issue?.state === 'open').length;
  return {
    forks,
    forks_count: forks,
    open_issues: open,
    open_issues_count: open,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
  };
}
