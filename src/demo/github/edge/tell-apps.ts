/** Which Apps hear of what happens: those installed where it happens that asked for such events. */
import type { App, Installation } from '../apps/app.ts';
import type { AppBook } from '../apps/app-book.ts';
import type { InstallationBook } from '../apps/installation-book.ts';
import { presentInstallation, presentRepositoryName } from '../apps/present-installation.ts';
import { presentAccount } from '../present/accounts.ts';
import { nodeId } from '../present/node-id.ts';
import type { Repository } from '../state/repository.ts';
import { isSameName } from '../state/world-state.ts';
import type { World } from '../world.ts';
import type { WorldEvent } from '../world-event.ts';
import type { Deliveries } from './deliveries.ts';

export interface TellOptions {
  apps: AppBook;
  installations: InstallationBook;
  deliveries: Deliveries;
  world: World;
}

/** Who changed an installation, by login; the account's owner, unless said. */
export interface By {
  by?: string | undefined;
}

export class Teller {
  readonly #options: TellOptions;

  constructor(options: TellOptions) {
    this.#options = options;
  }

  tell({ name, payload }: WorldEvent): void {
    const place = placeOf(payload);
    const only = ownerOfCheck(name, payload);
    for (const app of this.#options.apps.all) {
      if (!app.events.includes(name) || (only !== null && only !== app.id)) continue;
      const installation = this.#options.installations.ofApp(app).find((each) => this.#covers(each, place));
      if (!installation || installation.suspension) continue;
      const mark = { id: installation.id, node_id: nodeId('IntegrationInstallation', installation.id) };
      this.#announce(installation, name, { ...payload, installation: mark });
    }
  }

  /** `installation` events reach the App whether it asked or not. */
  tellInstallation(action: 'created' | 'deleted' | 'suspend' | 'unsuspend', installation: Installation, { by }: By = {}): void {
    const repositories = this.#options.installations.repositoriesOf(installation).map(presentRepositoryName);
    this.#announce(installation, 'installation', { action, ...this.#about(installation, by), repositories, requester: null });
  }

  tellRepositories(action: 'added' | 'removed', changed: { installation: Installation; repositories: readonly Repository[] } & By): void {
    const { installation, repositories, by } = changed;
    const names = repositories.map(presentRepositoryName);
    this.#announce(installation, 'installation_repositories', {
      action,
      ...this.#about(installation, by),
      repository_selection: installation.selection,
      repositories_added: action === 'added' ? names : [],
      repositories_removed: action === 'removed' ? names : [],
      requester: null,
    });
  }

  #about(installation: Installation, by: string | undefined): object {
    const { world } = this.#options;
    const sender = by === undefined ? installation.account : world.account(by);
    return { installation: presentInstallation(world, installation), sender: presentAccount(world, sender) };
  }

  #covers(installation: Installation, { repository, account }: Place): boolean {
    if (!repository) return account !== null && isSameName(account, installation.account.login);
    const owner = this.#options.world.findAccount(repository.owner);
    return owner !== undefined && this.#options.installations.reaches(installation, { id: repository.id, owner });
  }

  #announce(installation: Installation, event: string, payload: Record<string, unknown>): void {
    const repositoryId = placeOf(payload).repository?.id ?? null;
    this.#options.deliveries.announce({ app: installation.app, event, payload, installationId: installation.id, repositoryId });
  }
}

interface Place {
  repository: { id: number; owner: string } | null;
  account: string | null;
}

/** The payload names the repository by its id, which a new name does not change. */
function placeOf(payload: Readonly<Record<string, unknown>>): Place {
  const { repository, organization } = payload as { repository?: { id: number; owner: { login: string } }; organization?: { login: string } };
  return { repository: repository ? { id: repository.id, owner: repository.owner.login } : null, account: organization?.login ?? null };
}

const toTheirOwn = new Set(['requested', 'rerequested', 'requested_action']);

/** GitHub asks only the App that a check belongs to for another run, or for what its button does; null: everybody may hear it. */
function ownerOfCheck(name: string, payload: Readonly<Record<string, unknown>>): App['id'] | null {
  if (!/^check_(run|suite)$/.test(name) || !toTheirOwn.has(String(payload.action))) return null;
  const check = payload[name] as { app: { id: number } };
  return check.app.id;
}
