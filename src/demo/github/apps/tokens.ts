/** Tokens of installations and of people. Installation tokens live for an hour of the clock that is given. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Account } from '../state/accounts.ts';
import type { Installation, Permissions } from './app.ts';

const life = 3_600_000;

export interface InstallationToken {
  token: string;
  installation: Installation;
  permissions: Permissions;
  /** Only these of the installation's repositories, by id; null: all of them. */
  repositoryIds: ReadonlySet<number> | null;
  expiresAt: Date;
}

export class Tokens {
  readonly #clock: Clock;
  readonly #installations = new Map<string, InstallationToken>();
  readonly #users = new Map<string, Account>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(rights: Pick<InstallationToken, 'installation' | 'permissions' | 'repositoryIds'>): InstallationToken {
    const expiresAt = new Date(Math.floor(this.#clock.now().getTime() / 1000) * 1000 + life);
    const token = { ...rights, token: `ghs_${randomBytes(18).toString('hex')}`, expiresAt };
    this.#installations.set(token.token, token);
    return token;
  }

  issueForUser(account: Account): string {
    const token = `ghu_${randomBytes(18).toString('hex')}`;
    this.#users.set(token, account);
    return token;
  }

  /** Null where it is unknown, or has expired. */
  installationToken(token: string): InstallationToken | null {
    const known = this.#installations.get(token);
    return known && known.expiresAt > this.#clock.now() ? known : null;
  }

  /** The login, as it is today. */
  userOf(token: string): string | null {
    return this.#users.get(token)?.login ?? null;
  }

  /** An uninstalled App's tokens are worth nothing from then on. */
  revoke(installation: Installation): void {
    for (const [token, { installation: of }] of this.#installations) if (of === installation) this.#installations.delete(token);
  }
}
