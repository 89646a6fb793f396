import type { Account, App, Role, Team } from '../state/accounts.ts';
import { isAtLeast, roles } from '../state/accounts.ts';
import type { Repository } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { nodeId } from './node-id.ts';
import { accountUrls } from './urls.ts';

/** Whom GitHub shows for everybody whose account is gone. */
const ghost = { id: 10_137, login: 'ghost', type: 'User', app: null } as const;

/** GitHub's `simple-user`: a person, a bot or an organisation. */
export function presentAccount(world: WorldState, account: Account): { login: string; id: number; type: string } & Record<string, unknown> {
  const { id, login, type, app } = account.isDeleted ? ghost : account;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${world.baseUrl}/avatars/${id}`,
    gravatar_id: '',
    url: `${world.baseUrl}/users/${encodeURIComponent(login)}`,
    html_url: app === null ? `${world.baseUrl}/${login}` : `${world.baseUrl}/apps/${app.slug}`,
    ...accountUrls(world, login),
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** GitHub's `public-user`: what anybody may know of somebody. */
export function presentPublicAccount(world: WorldState, account: Account): Record<string, unknown> {
  const { name, createdAt, updatedAt } = account;
  const repositories = world.repositories.filter(({ owner, isPrivate }) => owner === account && !isPrivate);
  return {
    ...presentAccount(world, account),
    name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repositories.length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

/** GitHub's `integration`. */
export function presentApp(world: WorldState, app: App): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: app.clientId,
    owner: presentAccount(world, app.owner),
    name: app.name,
    description: '',
    external_url: 'https://example.com',
    html_url: `${world.baseUrl}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

/** Which App a bot acted for; null for people. */
export function presentActingApp(world: WorldState, { app }: Account): Record<string, unknown> | null {
  return app === null ? null : presentApp(world, app);
}

export function presentTeam(world: WorldState, team: Team): Record<string, unknown> {
  const { id, slug, name, organization } = team;
  const url = `${world.baseUrl}/organizations/${organization.id}/team/${id}`;
  return {
    id,
    node_id: nodeId('Team', id),
    name,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url,
    html_url: `${world.baseUrl}/orgs/${organization.login}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: organization.id,
    parent: null,
  };
}

/** GitHub's `team-full`. */
export function presentFullTeam(world: WorldState, team: Team): Record<string, unknown> {
  return {
    ...presentTeam(world, team),
    members_count: team.members.length,
    repos_count: 0,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: presentTeamOrganization(world, team.organization),
  };
}

function presentTeamOrganization(world: WorldState, organization: Account): Record<string, unknown> {
  const url = `${world.baseUrl}/orgs/${organization.login}`;
  return {
    ...presentPublicAccount(world, organization),
    ...presentOrganization(world, organization),
    html_url: `${world.baseUrl}/${organization.login}`,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    archived_at: null,
    repos_url: `${url}/repos`,
  };
}

/** GitHub's `organization-simple`, as webhooks carry it. */
export function presentOrganization(world: WorldState, { id, login, type }: Account): Record<string, unknown> {
  const url = `${world.baseUrl}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.baseUrl}/avatars/${id}`,
    description: null,
  };
}

/** What a role lets somebody do, under the API's older names. */
export function presentPermissions(role: Role | null): Record<string, boolean> {
  const names = { read: 'pull', triage: 'triage', write: 'push', maintain: 'maintain', admin: 'admin' } as const;
  return Object.fromEntries(roles.map((each) => [names[each], isAtLeast(role, each)]));
}

/** GitHub's `author_association`. */
export function associationOf(world: WorldState, account: Account, repository: Repository): string {
  if (account === repository.owner) return 'OWNER';
  if (world.isMemberOf(repository.owner, account)) return 'MEMBER';
  if (repository.collaborators.has(account)) return 'COLLABORATOR';
  const hasMerged = [...repository.issues.values()].some((issue) => issue?.author === account && issue.pull !== null && issue.pull.mergedAt !== null);
  return hasMerged ? 'CONTRIBUTOR' : 'NONE';
}
