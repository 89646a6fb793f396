/** Who somebody is to an RFC, and what GitHub lets them do. */
import type { Account } from './account.ts';

/** Somebody whom the record names: the id stays when a login is renamed, and is not inherited when it is registered anew. */
export interface Person {
  id: number;
  login: string;
}

/** Somebody as the record names them. */
export function personOf({ id, login }: Person): Person {
  return { id, login };
}

/** Rights in the repository, each with all before it; from `user.permissions` of GitHub's permission API alone. */
export const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Permission = (typeof permissions)[number];

/** What GitHub says about somebody here; null where it was not asked, or did not say. */
export interface PersonFacts {
  account: Account;
  permission: Permission | null;
  isAssignable: boolean | null;
}

export interface TeamFacts {
  /** `acme/infra`. */
  team: string;
  /** Null where GitHub does not show them: what is not known is never taken as empty. */
  members: readonly Account[] | null;
}

/** Whether rights are at least as wide as those asked for. */
export function reaches(permission: Permission | null, wanted: Permission): boolean {
  return permission !== null && permissions.indexOf(permission) >= permissions.indexOf(wanted);
}

/** Somebody whom the record names, with the login that they have now, where they were looked up. */
export function accountOf({ id, login }: Person, { people }: { people: readonly PersonFacts[] }): Account {
  return people.find(({ account }) => account.id === id)?.account ?? { id, login, isBot: false };
}
