import { fullName, type Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';

/** What the API and the pages of a repository lie under. */
export function apiUrl({ baseUrl }: WorldState, repository: Repository): string {
  return `${baseUrl}/repos/${fullName(repository)}`;
}

export function pageUrl({ baseUrl }: WorldState, repository: Repository): string {
  return `${baseUrl}/${fullName(repository)}`;
}

/** A path in an address: each part is escaped, the slashes stay. */
export function escapePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The addresses that a repository's object names, by field: what follows the repository's own. */
const repositoryPaths: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

const accountPaths: Readonly<Record<string, string>> = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
};

export function repositoryUrls(world: WorldState, repository: Repository): Record<string, string> {
  return under(apiUrl(world, repository), repositoryPaths);
}

export function accountUrls({ baseUrl }: WorldState, login: string): Record<string, string> {
  return under(`${baseUrl}/users/${encodeURIComponent(login)}`, accountPaths);
}

function under(base: string, paths: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).map(([field, path]) => [field, `${base}${path}`]));
}
