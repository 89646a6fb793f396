/** Tokens of installations and of people. Installation tokens live for an hour of the clock that is given, those that an App got for a person for eight. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Account } from '../state/accounts.ts';
import type { App, Installation, Permissions } from './app.ts';

const life = 3_600_000;
/** Of a token by which an App acts for a person, in seconds. */
export const personalLife = 8 * 3600;

export interface InstallationToken {
  token: string;
  installation: Installation;
  permissions: Permissions;
  /** Only these of the installation's repositories, by id; null: all of them. */
  repositoryIds: ReadonlySet<number> | null;
  expiresAt: Date;
}

export interface UserToken {
  account: Account;
  /** The App that acts for them by it; null: they made it themselves, and it does all that they may. */
  app: App | null;
  /** Null: it does not expire. */
  expiresAt: Date | null;
}

export class Tokens {
  readonly #clock: Clock;
  readonly #installations = new Map<string, InstallationToken>();
  readonly #users = new Map<string, UserToken>();

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
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    this.#users.set(token, { account, app: null, expiresAt: null });
    return token;
  }

  issueForApp(account: Account, app: App): string {
    const token = `ghu_${randomBytes(18).toString('hex')}`;
    this.#users.set(token, { account, app, expiresAt: new Date(this.#clock.now().getTime() + personalLife * 1000) });
    return token;
  }

  /** Null where it is unknown, or has expired. */
  installationToken(token: string): InstallationToken | null {
    const known = this.#installations.get(token);
    return known && known.expiresAt > this.#clock.now() ? known : null;
  }

  /** Null where it is unknown, or has expired, or where there is nobody any more. */
  userToken(token: string): UserToken | null {
    const known = this.#users.get(token);
    const isGood = known !== undefined && !known.account.isDeleted && (known.expiresAt === null || known.expiresAt > this.#clock.now());
    return isGood ? known : null;
  }

  /** Somebody takes back what they gave: an App's tokens for them, or all that they made themselves. */
  revokeFor(account: Account, app: App | null): void {
    for (const [token, known] of this.#users) if (known.account === account && known.app === app) this.#users.delete(token);
  }

  /** An uninstalled App's tokens are worth nothing from then on. */
  revoke(installation: Installation): void {
    for (const [token, { installation: of }] of this.#installations) if (of === installation) this.#installations.delete(token);
  }
}
