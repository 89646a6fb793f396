/** Where Apps are installed, and which repositories they reach there. */
import type { Repository } from '../state/repository.ts';
import type { World } from '../world.ts';
import type { App, Installation } from './app.ts';

export class InstallationBook {
  readonly #world: World;
  readonly #installations: Installation[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  install({ app, account, repositories }: { app: App; account: string; repositories: 'all' | readonly string[] }): Installation {
    const owner = this.#world.account(account);
    if (this.ofApp(app).some((other) => other.account === owner)) throw new Error(`${app.slug} is installed at ${owner.login} already`);
    const chosen = repositories === 'all' ? [] : repositories.map((name) => this.repositoryAt(owner.login, name).id);
    const installation: Installation = {
      id: this.#world.nextId(),
      app,
      account: owner,
      selection: repositories === 'all' ? 'all' : 'selected',
      repositoryIds: new Set(chosen),
      createdAt: this.#world.now(),
      updatedAt: this.#world.now(),
      suspension: null,
    };
    this.#installations.push(installation);
    return installation;
  }

  remove(installation: Installation): void {
    this.#installations.splice(this.#installations.indexOf(installation), 1);
  }

  touch(installation: Installation): void {
    installation.updatedAt = this.#world.now();
  }

  get all(): readonly Installation[] {
    return this.#installations;
  }

  ofApp({ id }: Pick<App, 'id'>): Installation[] {
    return this.#installations.filter(({ app }) => app.id === id);
  }

  byId(id: number): Installation | null {
    return this.#installations.find((installation) => installation.id === id) ?? null;
  }

  at(app: App, account: string): Installation {
    const owner = this.#world.account(account);
    const found = this.ofApp(app).find((installation) => installation.account === owner);
    if (!found) throw new Error(`${app.slug} is not installed at ${owner.login}`);
    return found;
  }

  reaches(installation: Installation, { id, owner }: Pick<Repository, 'id' | 'owner'>): boolean {
    return installation.account === owner && (installation.selection === 'all' || installation.repositoryIds.has(id));
  }

  repositoriesOf(installation: Installation): Repository[] {
    return this.#world.repositories.filter((repository) => this.reaches(installation, repository));
  }

  /** `rfcs` or `acme/rfcs`, of this account. */
  repositoryAt(account: string, name: string): Repository {
    const found = this.#world.repository(name.includes('/') ? name : `${account}/${name}`);
    if (found.owner !== this.#world.account(account)) throw new Error(`Unexpected repository ${name}, expected one of ${account}`);
    return found;
  }
}
