import type { Clock } from '../clock.ts';
import type { WorldEvent } from '../world-event.ts';
import { isAtLeast, type Account, type App, type Role, type Team } from './accounts.ts';
import type { ChangedFile } from './changed-files.ts';
import { GitObjects } from './git-objects.ts';
import { fullName, isPullRequest, type Issue, type PullRequest, type Repository } from './repository.ts';

export interface WorldOptions {
  clock: Clock;
  /** Where the stand-in answers: `http://127.0.0.1:4711`, without a slash at the end. */
  baseUrl: string;
}

/** Everything that the stand-in knows, kept in memory. What happens to it stands in `acts/`, how it is shown in `present/`. */
export class WorldState {
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly git = new GitObjects();
  readonly comparisons = new Map<string, ChangedFile[]>();
  readonly accounts: Account[] = [];
  readonly apps: App[] = [];
  readonly teams: Team[] = [];
  readonly repositories: Repository[] = [];
  /** Former names of repositories, as `acme/rfcs`, in lower case. */
  readonly formerNames = new Map<string, Repository>();
  /** Whether an App is installed where a repository lies; the edge, which knows the installations, sets it. */
  isInstalled: (app: App, repository: Repository) => boolean = () => true;
  #lastId = 1000;
  readonly #listeners: ((event: WorldEvent) => void)[] = [];

  constructor({ clock, baseUrl }: WorldOptions) {
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  /** Ids are drawn from one row, whatever they are for: no two things share one. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** This moment as GitHub writes it: to the second, in UTC. */
  now(): string {
    return this.clock.now().toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Tells every listener, in the order of what happens, before the act that caused it returns. */
  onEvent(listener: (event: WorldEvent) => void): void {
    this.#listeners.push(listener);
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** GitHub folds the case of logins and names. */
  findAccount(login: string): Account | undefined {
    return this.accounts.find((account) => !account.isDeleted && isSameName(account.login, login));
  }

  account(login: string): Account {
    return found(this.findAccount(login), `account ${login}`);
  }

  app(id: number): App {
    return found(this.apps.find((app) => app.id === id), `App ${id}`);
  }

  findRepository(owner: string, name: string): Repository | undefined {
    return this.repositories.find((each) => isSameName(fullName(each), `${owner}/${name}`));
  }

  /** By its whole name: `acme/rfcs`. */
  repository(name: string): Repository {
    return found(this.repositories.find((each) => isSameName(fullName(each), name)), `repository ${name}`);
  }

  /** An issue or a pull request. */
  issue(repo: string, number: number): Issue {
    return found(this.repository(repo).issues.get(number) ?? undefined, `${repo}#${number}`);
  }

  pullRequest(repo: string, number: number): PullRequest {
    const issue = this.issue(repo, number);
    return found(isPullRequest(issue) ? issue : undefined, `pull request ${repo}#${number}`);
  }

  isMemberOf(organization: Account, account: Account): boolean {
    return this.teams.some((team) => team.organization === organization && team.members.includes(account));
  }

  /** What somebody may do; null where they cannot even see it. Members of an organisation can read all that it has. */
  roleOf(account: Account, repository: Repository): Role | null {
    if (account === repository.owner) return 'admin';
    const given = repository.collaborators.get(account) ?? null;
    if (given !== null) return given;
    return !repository.isPrivate || this.isMemberOf(repository.owner, account) ? 'read' : null;
  }

  /** Those who can be assigned: whoever was let in, members, and who wrote the issue or a comment on it. */
  isAssignable(account: Account, repository: Repository, issue: Issue | null = null): boolean {
    if (account.type !== 'User' || account.isDeleted) return false;
    const isIn = account === repository.owner || repository.collaborators.has(account) || this.isMemberOf(repository.owner, account);
    return isIn || (issue !== null && [issue, ...issue.comments].some(({ author }) => author === account));
  }

  may(account: Account, repository: Repository, role: Role): boolean {
    return isAtLeast(this.roleOf(account, repository), role);
  }
}

export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`Unexpected ${what}, expected one that was added to this world`);
  return thing;
}
