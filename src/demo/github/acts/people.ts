import type { Account, App, Team } from '../state/accounts.ts';
import type { Repository } from '../state/repository.ts';
import { isSameName, type WorldState } from '../state/world-state.ts';

export interface NewAccount {
  type?: Account['type'];
  /** The name beside the login. */
  name?: string;
}

export function addAccount(world: WorldState, login: string, { type = 'User', name }: NewAccount = {}): Account {
  return register(world, { login, type, name: name ?? null, app: null });
}

function register(world: WorldState, { login, type, name, app }: Pick<Account, 'login' | 'type' | 'name' | 'app'>): Account {
  if (world.findAccount(login) !== undefined) throw new Error(`Unexpected second account ${login}, expected a login that is not taken`);
  const now = world.now();
  const account: Account = { id: world.nextId(), login, type, name, createdAt: now, updatedAt: now, app, isDeleted: false };
  world.accounts.push(account);
  return account;
}

export interface NewApp extends Pick<App, 'slug' | 'permissions' | 'events'> {
  id?: number;
  name?: string;
  clientId?: string;
}

/** Makes an App known, and its bot, `unpause[bot]`. */
export function addApp(world: WorldState, owner: Account, { id = world.nextId(), slug, name = slug, clientId = `Iv1.${id}`, ...rest }: NewApp): App {
  const app: App = { id, slug, name, owner, clientId, createdAt: world.now(), ...rest };
  world.apps.push(app);
  register(world, { login: `${slug}[bot]`, type: 'Bot', name: null, app });
  return app;
}

/** The account that an App acts by; the App is made known if it is not. */
export function botOf(world: WorldState, { appId, login }: { appId: number; login: string }): Account {
  const known = world.findAccount(login);
  if (known !== undefined) return known;
  const [owner = addAccount(world, 'octo-apps', { type: 'Organization' })] = world.accounts.filter(({ type }) => type === 'Organization');
  addApp(world, owner, { id: appId, slug: login.replace(/\[bot\]$/, ''), permissions: {}, events: [] });
  return world.account(login);
}

export interface NewTeam {
  slug: string;
  name?: string;
  members: readonly Account[];
}

export function addTeam(world: WorldState, organization: Account, { slug, name = slug, members }: NewTeam): Team {
  if (organization.type !== 'Organization') throw new Error(`Unexpected owner ${organization.login} of a team, expected an organisation`);
  const team: Team = { id: world.nextId(), organization, slug, name, members: [...members], createdAt: world.now() };
  world.teams.push(team);
  return team;
}

export function findTeam(world: WorldState, organization: string, slug: string): Team | undefined {
  return world.teams.find((team) => isSameName(team.organization.login, organization) && isSameName(team.slug, slug));
}

/** Who is in a team from now on. No webhook is told of it. */
export function setTeamMembers(team: Team, members: readonly Account[]): void {
  team.members = [...members];
}

/** The login becomes free for anybody; what the account did stays, and names nobody any more. */
export function deleteAccount(world: WorldState, account: Account): void {
  account.isDeleted = true;
  for (const team of world.teams) setTeamMembers(team, team.members.filter((member) => member !== account));
  for (const repository of world.repositories) leave(repository, account);
}

function leave({ collaborators, issues }: Repository, account: Account): void {
  collaborators.delete(account);
  for (const issue of issues.values()) {
    if (issue === null) continue;
    issue.assignees = issue.assignees.filter((each) => each !== account);
    if (issue.pull !== null) issue.pull.requestedReviewers = issue.pull.requestedReviewers.filter((each) => each !== account);
  }
}

/** The login becomes free for anybody; the id stays with its account. */
export function renameAccount(world: WorldState, account: Account, login: string): void {
  if (world.findAccount(login) !== undefined) throw new Error(`Unexpected login ${login}, expected one that is not taken`);
  account.login = login;
  account.updatedAt = world.now();
}
