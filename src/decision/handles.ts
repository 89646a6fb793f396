/** The people behind the logins and teams of the config, as far as they were looked up. */
import type { Account, Snapshot } from './snapshot.ts';

/**
 * Everybody whom handles such as `alice` and `acme/infra` name, in their order and once each; a team stands for its
 * members. Bots are no people. Who was not looked up, or whom GitHub does not show, is left out.
 */
export function accountsNamed(handles: readonly string[], { people, teams }: Pick<Snapshot, 'people' | 'teams'>): Account[] {
  const byId = new Map<number, Account>();
  for (const handle of handles) {
    for (const account of handle.includes('/') ? membersOf(handle, teams) : accountsCalled(handle, people)) {
      if (!account.isBot && !byId.has(account.id)) byId.set(account.id, account);
    }
  }
  return [...byId.values()];
}

/** Whether GitHub shows who is in a team; who is not shown is not nobody. */
export function isTeamShown(handle: string, { teams }: Pick<Snapshot, 'teams'>): boolean {
  return teams.some(({ team, members }) => members !== null && isSame(team, handle));
}

function membersOf(handle: string, teams: Snapshot['teams']): readonly Account[] {
  return teams.find(({ team }) => isSame(team, handle))?.members ?? [];
}

function accountsCalled(handle: string, people: Snapshot['people']): Account[] {
  return people.filter(({ account }) => isSame(account.login, handle)).map(({ account }) => account);
}

/** GitHub folds the case of logins and team names. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
