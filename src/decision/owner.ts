/** Who makes the final call: the Decision Owner whom the documents name, or somebody named in their place. */
import { accountOf, type Person } from './people.ts';
import type { Record } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';

const mostOwners = 5;
const longestName = 40;

/**
 * The Decision Owners as the documents name them now: a login where there is one, else the text as it was written; in
 * document order, each once, a few of them: the record keeps them, and has no room for a book. A document that could
 * not be read names nobody.
 */
export function namedOwners({ documents }: Pick<Snapshot, 'documents'>): string[] {
  const owners = documents.flatMap(({ result }) => result?.decision.owners ?? []);
  return [...new Set(owners.map(({ login, text }) => (login ?? text).slice(0, longestName)))].slice(0, mostOwners);
}

/** The Decision Owners, as far as they were looked up; more than one where the documents name several. No bots. */
export function ownersOf(snapshot: Snapshot, record: Pick<Record, 'namedOwner' | 'ownerIds'>): Account[] {
  const named = ownerInPlace(record, snapshot);
  if (named !== null) return [accountOf(named.person, snapshot)];
  const accounts = namedOwners(snapshot).flatMap((name) => {
    const known = knownAs(name, record);
    return known === null ? accountCalled(name, snapshot) : [accountOf(known, snapshot)];
  });
  return accounts.filter(({ isBot }) => !isBot);
}

/** The owner whom `/owner` named in place of the documents'; null where there is none, or where it stands no more. */
export function ownerInPlace({ namedOwner }: Pick<Record, 'namedOwner'>, snapshot: Pick<Snapshot, 'documents'>): Record['namedOwner'] {
  return namedOwner !== null && stands(namedOwner.instead, snapshot) ? namedOwner : null;
}

/** Who the named owners are: those who were known stay who they were, for as long as the documents name them. */
export function ownerIdsIn(snapshot: Snapshot, record: Pick<Record, 'ownerIds'>): Record['ownerIds'] {
  return namedOwners(snapshot).flatMap((name) => {
    const found = knownAs(name, record) ?? accountCalled(name, snapshot).find(({ isBot }) => !isBot);
    return found === undefined ? [] : [{ id: found.id, login: name }];
  });
}

function knownAs(name: string, { ownerIds }: Pick<Record, 'ownerIds'>): Person | null {
  return ownerIds.find(({ login }) => folded(login) === folded(name)) ?? null;
}

/** Whom `/owner` named stays the owner until the documents name somebody else than they did then. */
function stands(instead: readonly string[], snapshot: Pick<Snapshot, 'documents'>): boolean {
  if (!snapshot.documents.every(({ result }) => result !== null)) return true;
  const now = namedOwners(snapshot).map(folded);
  const then = instead.map(folded);
  return now.length === then.length && now.every((name) => then.includes(name));
}

function folded(name: string): string {
  return name.toLowerCase();
}

function accountCalled(login: string, { people, rfc }: Snapshot): Account[] {
  const known = [...people.map(({ account }) => account), rfc.author];
  const found = known.find((account) => folded(account.login) === folded(login));
  return found === undefined ? [] : [found];
}
