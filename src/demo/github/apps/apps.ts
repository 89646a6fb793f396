/** Apps, as the people of the stand-in's world make, install and remove them. */
import type { InstallationBook } from './installation-book.ts';
import type { AppBook, Registration } from './app-book.ts';
import type { Installation } from './app.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../world.ts';
import type { Teller } from '../edge/tell-apps.ts';
import type { Tokens } from './tokens.ts';
import type { WorldEvent } from '../world-event.ts';

export interface RegisteredApp {
  id: number;
  slug: string;
  /** PEM. */
  privateKey: string;
  clientId: string;
  clientSecret: string;
}

/** An App at an account. */
export interface Place {
  slug: string;
  account: string;
  /** Who does it; the account itself, unless said. */
  by?: string;
}

export interface AppsOptions {
  book: AppBook;
  installations: InstallationBook;
  tokens: Tokens;
  world: World;
  teller: Teller;
}

export class Apps {
  readonly #options: AppsOptions;

  constructor(options: AppsOptions) {
    this.#options = options;
  }

  /** Throws where GitHub would refuse it: a name that is taken, events that the permissions do not cover. */
  register(registration: Registration): RegisteredApp {
    const { id, slug, privateKey, clientId, clientSecret } = this.#options.book.register(registration);
    return { id, slug, privateKey, clientId, clientSecret };
  }

  /** `repositories` are names such as `rfcs` or `acme/rfcs`. */
  install({ slug, account, repositories, by }: Place & { repositories: 'all' | readonly string[] }): { id: number } {
    const installation = this.#options.installations.install({ app: this.#options.book.bySlug(slug), account, repositories });
    this.#options.teller.tellInstallation('created', installation, { by });
    return { id: installation.id };
  }

  uninstall({ slug, account, by }: Place): void {
    const installation = this.#at(slug, account);
    this.#options.installations.remove(installation);
    this.#options.tokens.revoke(installation);
    this.#options.teller.tellInstallation('deleted', installation, { by });
  }

  /** Takes the App's tokens back, and gives it none until `unsuspend`. */
  suspend({ slug, account, by = account }: Place): void {
    const installation = this.#at(slug, account);
    installation.suspension = { at: this.#options.world.now(), by: this.#options.world.account(by) };
    this.#options.tokens.revoke(installation);
    this.#options.teller.tellInstallation('suspend', installation, { by });
  }

  unsuspend({ slug, account, by }: Place): void {
    const installation = this.#at(slug, account);
    installation.suspension = null;
    this.#options.teller.tellInstallation('unsuspend', installation, { by });
  }

  addRepositories({ slug, account, repositories, by }: Place & { repositories: readonly string[] }): void {
    const installation = this.#selected(slug, account);
    const added = this.#named(account, repositories).filter(({ id }) => !installation.repositoryIds.has(id));
    for (const { id } of added) installation.repositoryIds.add(id);
    this.#options.installations.touch(installation);
    this.#options.teller.tellRepositories('added', { installation, repositories: added, by });
  }

  removeRepositories({ slug, account, repositories, by }: Place & { repositories: readonly string[] }): void {
    const installation = this.#selected(slug, account);
    const removed = this.#named(account, repositories).filter(({ id }) => installation.repositoryIds.delete(id));
    this.#options.installations.touch(installation);
    this.#options.teller.tellRepositories('removed', { installation, repositories: removed, by });
  }

  /** A token with which requests are those of this person; the App's, where one is named that acts for them. */
  userToken(login: string, slug?: string): string {
    const { tokens, book, world } = this.#options;
    return slug === undefined ? tokens.issueForUser(world.account(login)) : tokens.issueForApp(world.account(login), book.bySlug(slug));
  }

  /** Somebody takes back what they allowed an App, or, without one, every token that they made themselves. */
  revokeUserTokens(login: string, slug?: string): void {
    const { tokens, book, world } = this.#options;
    tokens.revokeFor(world.account(login), slug === undefined ? null : book.bySlug(slug));
  }

  /** Keeps installations in step with the repositories there are, and passes the event on. */
  hear(event: WorldEvent): void {
    this.#options.teller.tell(event);
    if (event.name !== 'repository') return;
    if (event.payload.action === 'created' && event.repository !== null) this.#welcome(this.#options.world.repository(event.repository));
  }

  /** Where an App may see everything, it is told of what is new there. */
  #welcome(repository: Repository): void {
    const { installations, teller } = this.#options;
    const reaching = installations.all.filter((each) => each.selection === 'all' && installations.reaches(each, repository));
    for (const installation of reaching) teller.tellRepositories('added', { installation, repositories: [repository] });
  }

  #at(slug: string, account: string): Installation {
    return this.#options.installations.at(this.#options.book.bySlug(slug), account);
  }

  #selected(slug: string, account: string): Installation {
    const installation = this.#at(slug, account);
    if (installation.selection === 'all') throw new Error(`${slug} reaches every repository of ${account}, expected an installation on chosen ones`);
    return installation;
  }

  #named(account: string, names: readonly string[]): Repository[] {
    return names.map((name) => this.#options.installations.repositoryAt(account, name));
  }
}
